import type { RequestData } from "../shared/messages.ts";
import type { Go, PageSummary, ToPage } from "../shared/page-messages.ts";

type GoOn = RequestData<"go.on">;

interface Ports {
  framesOf(tab: number): Promise<PageSummary[]>;
  toTab(tab: number, message: ToPage): Promise<void>;
}

/** A command has come to the end of a frame's names: the next frame that has some goes on, or this one goes round. */
export async function goOn(data: GoOn, tab: number, { framesOf, toTab }: Ports): Promise<void> {
  const { step, open, tried, frame } = data;
  const next = nextFrame(await framesOf(tab), data);
  const go: Go = { type: "go", step, ...(open && { open }) };
  await toTab(tab, next === undefined ? { ...go, frame, alone: true } : { ...go, frame: next, tried });
}

/** Of the frames with names, in the order of their paths, the next (1) or previous (-1) one, round at the ends. */
export function nextFrame(
  frames: readonly Pick<PageSummary, "frame" | "path" | "people">[],
  { frame, path, step, tried }: Pick<GoOn, "frame" | "path" | "step" | "tried">,
): string | undefined {
  const others = frames
    .filter((one) => one.frame !== frame && !tried.includes(one.frame) && one.people.length > 0)
    .sort((a, b) => (a.path < b.path ? -step : step));
  const isOnward = (one: { path: string }) => (step === 1 ? one.path > path : one.path < path);
  return (others.find(isOnward) ?? others[0])?.frame;
}
