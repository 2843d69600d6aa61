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

/** Where a frame stands among all of its tab, as strings compare: frames in shadow trees share a path. */
export function placeOf({ path, frame }: Pick<PageSummary, "frame" | "path">): string {
  return `${path} ${frame}`;
}

/** Of the frames with names, in their order, the next (1) or previous (-1) one, round at the ends. */
export function nextFrame(
  frames: readonly Pick<PageSummary, "frame" | "path" | "people">[],
  from: Pick<GoOn, "frame" | "path" | "step" | "tried">,
): string | undefined {
  const { frame, step, tried } = from;
  const place = placeOf(from);
  const others = frames
    .filter((one) => one.frame !== frame && !tried.includes(one.frame) && one.people.length > 0)
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -step : step));
  const next = others.find((one) => (step === 1 ? placeOf(one) > place : placeOf(one) < place));
  return (next ?? others[0])?.frame;
}
