import type { LaneLayout } from "./layout.ts";

/** Which mark has the focus: lane and place within it. */
export interface Active {
  lane: number;
  mark: number;
}

export type Step = "next" | "previous" | "up" | "down" | "first" | "last";

/** Where an arrow key leads. Marks of a lane are in order of time; up and down go to the nearest mark of the next lane that has any. */
export function rove(lanes: readonly LaneLayout[], from: Active, step: Step): Active {
  const { lane, mark } = from;
  const count = lanes[lane]?.marks.length ?? 0;
  switch (step) {
    case "next":
      return { lane, mark: Math.min(mark + 1, count - 1) };
    case "previous":
      return { lane, mark: Math.max(mark - 1, 0) };
    case "first":
      return { lane, mark: 0 };
    case "last":
      return { lane, mark: count - 1 };
    default:
      return across(lanes, from, step === "down" ? 1 : -1);
  }
}

function across(lanes: readonly LaneLayout[], from: Active, direction: 1 | -1): Active {
  const here = lanes[from.lane]?.marks[from.mark];
  for (let lane = from.lane + direction; lane >= 0 && lane < lanes.length; lane += direction) {
    const { marks } = lanes[lane]!;
    if (!marks.length || !here) continue;
    const middle = here.x + here.width / 2;
    let nearest = 0;
    for (let i = 1; i < marks.length; i += 1) {
      if (distance(marks[i]!, middle) < distance(marks[nearest]!, middle)) nearest = i;
    }
    return { lane, mark: nearest };
  }
  return from;
}

function distance({ x, width }: { x: number; width: number }, px: number): number {
  return Math.max(x - px, px - x - width, 0);
}

/** The first mark of the first lane that has one. */
export function firstMark(lanes: readonly LaneLayout[]): Active | undefined {
  const lane = lanes.findIndex(({ marks }) => marks.length > 0);
  return lane < 0 ? undefined : { lane, mark: 0 };
}
