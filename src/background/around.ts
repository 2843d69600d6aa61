import type { RequestData, Responses } from "../shared/messages.ts";
import type { PageSummary } from "../shared/page-messages.ts";
import { placeOf } from "./go-on.ts";

/** How many names the other frames show, and how many of them come before this frame; null where it is not among them. */
export function around(
  frames: readonly Pick<PageSummary, "frame" | "path" | "people">[],
  { frame, person }: RequestData<"mentions.around">,
): Responses["mentions.around"] {
  const own = frames.find((one) => one.frame === frame);
  if (!own) return null;
  const count = (some: typeof frames) =>
    some
      .flatMap(({ people }) => people)
      .filter(({ key }) => !person || key === person)
      .reduce((sum, one) => sum + one.count, 0);
  const others = frames.filter((one) => one !== own);
  return { before: count(others.filter((one) => placeOf(one) < placeOf(own))), others: count(others) };
}
