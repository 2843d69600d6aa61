import * as v from "valibot";
import type { ErrorInfo } from "../dossier/errors.ts";
import { LIMITS } from "../dossier/limits.ts";
import type { CardView } from "../dossier/views.ts";
import { type FoundNames, MOST_TEXTS } from "./found-names.ts";
import type { DossierRow, FeedPreview, FeedRow, HistoryEntry, StorageInfo } from "./rows.ts";
import type { Vetoes } from "./vetoes.ts";

/**
 * Every message to the background, with the check it must pass. Requests marked `fromPage` may come from a content
 * script; all others only from our own pages. Adding a message: one line here, one in `Responses`, one handler.
 */
const id = v.pipe(v.string(), v.maxLength(4_000));
const ref = v.object({ dossier: id, person: id });
const frame = v.pipe(v.string(), v.maxLength(40));
const interval = v.pipe(v.number(), v.minValue(0), v.maxValue(LIMITS.intervalMinutes));
const feed = v.object({ url: v.pipe(v.string(), v.maxLength(2_048)) });

export const REQUESTS = {
  "card.get": { fromPage: true, data: v.object({ refs: v.pipe(v.array(ref), v.minLength(1), v.maxLength(50)) }) },
  "card.seen": { fromPage: true, data: v.object({ ref }) },
  /** A card has appeared: those in other frames of the tab give way. `id` tells frames apart. */
  "card.shown": { fromPage: true, data: v.object({ id: frame }) },
  /** The reader has typed here, or else pressed Esc: said for the frame of that id, which hears only keys of its own. */
  "key.here": { fromPage: true, data: v.object({ id: frame, typing: v.boolean() }) },
  /** A card is open or about to be: the other frames of the tab are to say when the pointer comes to them. */
  "pointer.follow": { fromPage: true, data: v.object({ id: frame }) },
  /** The pointer was here at that time (ms since 1970): said for the frame of that id, which is not always told. */
  "pointer.here": { fromPage: true, data: v.object({ id: frame, at: v.number() }) },
  /** How many names, of all or of one person (`dossier/person`), the other frames of the tab show. */
  "mentions.around": { fromPage: true, data: v.object({ frame, person: v.optional(id) }) },
  /** There is no further name in this frame: the next frame of the tab that has one is to go on. */
  "go.on": {
    fromPage: true,
    data: v.object({
      frame: id,
      /** `framePath` of this frame. */
      path: id,
      step: v.picklist([1, -1]),
      open: v.boolean(),
      /** Frames that have no name to go to. */
      tried: v.pipe(v.array(id), v.maxLength(1_000)),
    }),
  },
  /** `name`: the person's, for the list of vetoes, since the dossier may go. */
  "veto.add": {
    fromPage: true,
    data: v.object({
      person: id,
      name: v.optional(id),
      scope: v.picklist(["page", "site"]),
      host: id,
      path: id,
    }),
  },
  "veto.remove": {
    fromPage: true,
    data: v.object({ person: id, scope: v.picklist(["page", "site"]), host: id, path: id }),
  },
  /** What was vetoed in private windows: not published, since that would be kept. */
  "vetoes.private": { fromPage: true, data: v.object({}) },
  /** Reads texts for a page whose lexicon is but a filter; `words` are those that it lets through. */
  "names.find": {
    fromPage: true,
    data: v.object({
      version: v.number(),
      texts: v.pipe(v.array(v.pipe(v.string(), v.maxLength(100_000))), v.maxLength(MOST_TEXTS)),
      words: v.pipe(v.array(v.pipe(v.string(), v.maxLength(1_000))), v.maxLength(20_000)),
    }),
  },
  "viewer.open": { fromPage: true, data: v.object({ hash: v.pipe(v.string(), v.maxLength(4_000)) }) },
  "options.open": { fromPage: true, data: v.object({}) },
  "dossiers.list": { fromPage: false, data: v.object({}) },
  "dossier.enable": { fromPage: false, data: v.object({ id, on: v.boolean() }) },
  "dossier.import": { fromPage: false, data: v.object({ text: v.string() }) },
  /** The installed version as the text of a dossier file. */
  "dossier.export": { fromPage: false, data: v.object({ id }) },
  "dossier.remove": { fromPage: false, data: v.object({ id }) },
  "dossier.restore": { fromPage: false, data: v.object({ id }) },
  "feeds.list": { fromPage: false, data: v.object({}) },
  "feeds.checkAll": { fromPage: false, data: v.object({}) },
  "feed.preview": { fromPage: false, data: feed },
  /** `fingerprint`: that of the preview which the reader said yes to; without it the feed was shown as not signed. */
  "feed.add": { fromPage: false, data: v.object({ ...feed.entries, fingerprint: v.optional(v.string()) }) },
  "feed.check": { fromPage: false, data: feed },
  "feed.cancel": { fromPage: false, data: feed },
  "feed.rollBack": { fromPage: false, data: feed },
  "feed.takeAgain": { fromPage: false, data: feed },
  "feed.remove": { fromPage: false, data: feed },
  "feed.restore": { fromPage: false, data: feed },
  /** Without `minutes` the feed follows the general setting again. */
  "feed.setInterval": {
    fromPage: false,
    data: v.object({ url: v.pipe(v.string(), v.maxLength(2_048)), minutes: v.optional(interval) }),
  },
  "feed.history": { fromPage: false, data: feed },
  "storage.info": { fromPage: false, data: v.object({}) },
  /** Lets go what could be put back or gone back to. */
  "storage.free": { fromPage: false, data: v.object({}) },
} as const;

export type RequestType = keyof typeof REQUESTS;
export type RequestData<T extends RequestType> = v.InferOutput<(typeof REQUESTS)[T]["data"]>;

export interface Responses {
  "card.get": CardView[];
  "card.seen": null;
  "card.shown": null;
  "key.here": null;
  "pointer.follow": null;
  "pointer.here": null;
  /** `before`: those in frames that come before this one, out of `others`, all in other frames. */
  "mentions.around": { before: number; others: number } | null;
  "go.on": null;
  "veto.add": null;
  "veto.remove": null;
  "vetoes.private": Vetoes;
  "names.find": FoundNames | null;
  "viewer.open": null;
  "options.open": null;
  "dossiers.list": DossierRow[];
  "dossier.enable": null;
  "dossier.import": DossierRow;
  "dossier.export": string;
  "dossier.remove": null;
  "dossier.restore": null;
  "feeds.list": FeedRow[];
  "feeds.checkAll": null;
  "feed.preview": FeedPreview;
  "feed.add": FeedRow;
  "feed.check": null;
  "feed.cancel": null;
  "feed.rollBack": null;
  "feed.takeAgain": null;
  "feed.remove": null;
  "feed.restore": null;
  "feed.setInterval": null;
  "feed.history": HistoryEntry[];
  "storage.info": StorageInfo;
  "storage.free": null;
}

/** What travels: the request, and its answer or its failure as plain data. */
export interface Envelope<T extends RequestType = RequestType> {
  type: T;
  data: RequestData<T>;
}
export type Answer<T> = { ok: true; value: T } | { ok: false; error: ErrorInfo };
