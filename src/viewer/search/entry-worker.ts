import { answer } from "./answer.ts";
import { createEngine } from "./engine.ts";
import type { ToWorker } from "./protocol.ts";

const engine = createEngine();
self.onmessage = ({ data }: MessageEvent<ToWorker>) => self.postMessage(answer(engine, data));
