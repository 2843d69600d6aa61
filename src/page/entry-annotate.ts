import type { Annotation, AnnotationOptions } from "./annotation.ts";
import { Annotator } from "./annotator.ts";
import { CardLoader } from "./card-loader.ts";
import { countPeople } from "./summary.ts";

/** Marks the names of this document and keeps them true until `signal` is aborted. */
export function annotate(options: AnnotationOptions): Annotation {
  const annotator = new Annotator(options);
  const card = new CardLoader(options.browser, annotator.marks, options.state, options.signal);
  options.signal.addEventListener("abort", () => annotator.stop());
  annotator.start();
  return {
    get isPartial() {
      return annotator.isPartial;
    },
    people: () => countPeople(annotator.marks.list()),
    check: () => annotator.check(),
    sweep: () => annotator.sweep(),
    wake: () => annotator.wake(),
    follow: () => annotator.follow(),
    handle: (message) => card.handle(message),
  };
}
