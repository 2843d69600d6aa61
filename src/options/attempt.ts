import { errorInfo } from "../dossier/errors.ts";
import type { Store } from "../shared/ui/store.ts";
import type { OptionsEvent, OptionsState, Place, Subject } from "./state.ts";

/**
 * Waits for a piece of work and shows its failure at a place; of a thing that has gone the part of the page tells that.
 * `named`: the title, where the row may have gone by the time that it is needed. Resolves to whether it went well.
 */
export type Attempt = (place: Place, work: Promise<unknown>, named?: { title: string }) => Promise<boolean>;

/** Attempts whose failures are shown on the page that this store belongs to. */
export function createAttempt({ dispatch, state }: Store<OptionsState, OptionsEvent>): Attempt {
  return async (place, work, named) => {
    dispatch({ type: "tried", place });
    try {
      await work;
      return true;
    } catch (error) {
      const info = errorInfo(error);
      const subject = subjectAt(place, state());
      // Of a thing that is listed here, only that it has gone; its address may well be right.
      if (info.code === "not-found" && subject) dispatch({ type: "gone", subject: { ...subject, ...named } });
      else dispatch({ type: "failed", place, error: info });
      return false;
    }
  };
}

/** The feed or dossier whose row a place is; undefined: the place is none. */
function subjectAt(place: Place, { library }: OptionsState): Subject | undefined {
  const [, type, id = ""] = /^(feed|dossier):(.*)$/s.exec(place) ?? [];
  if (type === "feed") return { type, id, title: library?.feeds.find(({ url }) => url === id)?.title ?? id };
  if (type === "dossier") return { type, id, title: library?.dossiers.find((row) => row.id === id)?.title ?? id };
  return undefined;
}
