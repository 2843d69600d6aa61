import { DramatisError } from "../dossier/errors.ts";
import type { Answer, Envelope, RequestData, RequestType, Responses } from "./messages.ts";

/** The one browser function that sending needs; injected, so that logic files import no `browser`. */
export type Transport = (message: Envelope) => Promise<unknown>;

/** Sends a request to the background; rejects with a `DramatisError`. */
export async function send<T extends RequestType>(
  transport: Transport,
  type: T,
  data: RequestData<T>,
): Promise<Responses[T]> {
  const answer = (await transport({ type, data })) as Answer<Responses[T]> | undefined;
  if (!answer) throw new DramatisError("internal", [`no answer to ${type}`]);
  if (!answer.ok) throw new DramatisError(answer.error.code, answer.error.details);
  return answer.value;
}
