import type { SearchDocument } from "../model/search-documents.ts";
import type { SearchResult } from "./engine.ts";

/** What the page tells the search worker, and what it answers. A query is answered after all documents sent before it. */
export type ToWorker =
  | { type: "add"; documents: SearchDocument[]; done: number; total: number }
  | { type: "search"; id: number; query: string };

export type FromWorker =
  | { type: "added"; done: number; total: number }
  | { type: "result"; id: number; result: SearchResult };

/** The end of a worker that the page holds; tests pass a pair of their own. */
export interface Channel {
  postMessage(message: ToWorker): void;
  addEventListener(type: "message", listener: (event: { data: FromWorker }) => void): void;
  /** The worker's code could not be read, or threw; or a message could not be passed on. */
  addEventListener(type: "error" | "messageerror", listener: (event: { preventDefault(): void }) => void): void;
  terminate(): void;
}
