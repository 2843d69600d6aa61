import type { Annotation, AnnotationOptions } from "./annotation.ts";
import { Annotator } from "./annotator.ts";
import { CardLoader } from "./card-loader.ts";
import { localFinder, remoteFinder } from "./finder.ts";

/** Marks the names of this document and keeps them true until `signal` is aborted. */
export function annotate(options: AnnotationOptions): Annotation {
  const { spotter, names, browser, version } = options;
  const { index } = spotter;
  const finder = index ? localFinder({ ...spotter, index }, names) : remoteFinder(spotter, browser, version);
  const annotator = new Annotator(options, finder);
  const card = new CardLoader(options, annotator.marks);
  options.signal.addEventListener("abort", () => annotator.stop());
  annotator.start();
  return {
    get isPartial() {
      return annotator.isPartial;
    },
    get isReading() {
      return annotator.isReading;
    },
    mentions: () => annotator.marks.list(),
    check: () => annotator.check(),
    sweep: () => annotator.sweep(),
    wake: () => annotator.wake(),
    follow: () => annotator.follow(),
    handle: (message) => card.handle(message),
  };
}
