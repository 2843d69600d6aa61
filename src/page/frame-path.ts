import type { ToPage } from "../shared/page-messages.ts";

/**
 * Place of this frame among those of its tab: the index in its parent, its parent's in the next, and so on, outermost
 * first, so that strings compare as the frames come. "" for the top document.
 */
export function framePath(from: Window = window): string {
  const steps: string[] = [];
  for (let frame = from; frame !== frame.parent; frame = frame.parent) {
    const { length } = frame.parent;
    let at = 0;
    // Frames in shadow trees are not counted: they come last, all in the same place.
    while (at < length && frame.parent[at] !== frame) at++;
    steps.unshift(String(at).padStart(5, "0"));
  }
  return steps.join(".");
}

/**
 * What is asked of the background where a command finds no further name in this frame; undefined: it ends here, since no
 * other frame has a name, or this frame or one person was asked for. A document cannot know whether there are other
 * frames: those in shadow trees are counted nowhere.
 */
export function onward(message: ToPage, frame: string, none: boolean) {
  const go: ToPage = message.type === "open-card" ? { type: "go", step: 1, open: true } : message;
  if (go.type !== "go") return undefined;
  const { step, open = false, person, tried, alone, frame: asked } = go;
  if (alone || person || (asked && !tried)) return undefined;
  return { frame, path: framePath(), step, open, tried: [...(tried ?? []), ...(none ? [frame] : [])] };
}
