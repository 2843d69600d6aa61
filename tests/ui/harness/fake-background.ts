import type { ErrorInfo } from "../../../src/dossier/errors.ts";
import type { RequestType, Responses } from "../../../src/shared/messages.ts";
import type { Transport } from "../../../src/shared/send.ts";

export type Answers = { [T in RequestType]?: Responses[T] | Promise<Responses[T]> | ErrorInfo };

/** Answers each request with what is given for its type (an `ErrorInfo` is a failure), and keeps what was asked. */
export function fakeBackground(answers: Answers): { transport: Transport; asked: [RequestType, unknown][] } {
  const asked: [RequestType, unknown][] = [];
  return {
    asked,
    async transport({ type, data }) {
      asked.push([type, data]);
      const value = await answers[type];
      return value && typeof value === "object" && "code" in value
        ? { ok: false, error: value }
        : { ok: true, value: value ?? null };
    },
  };
}
