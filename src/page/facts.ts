import type { PageFacts } from "../detect/index.ts";
import { titleOf, walk } from "./dom.ts";

/** What this document knows of itself. */
export function pageFacts(): PageFacts {
  const lang = (walk(document, 1).nextNode() as Element | null)?.getAttribute("lang");
  return { title: titleOf(document), url: location.href, ...(lang ? { lang } : {}) };
}
