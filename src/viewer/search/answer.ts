import type { SearchEngine } from "./engine.ts";
import type { FromWorker, ToWorker } from "./protocol.ts";

/** What the worker does with one message. */
export function answer(engine: SearchEngine, message: ToWorker): FromWorker {
  if (message.type === "search") return { type: "result", id: message.id, result: engine.search(message.query) };
  engine.add(message.documents);
  return { type: "added", done: message.done, total: message.total };
}
