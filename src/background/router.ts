import * as v from "valibot";
import { DramatisError, errorInfo } from "../dossier/errors.ts";
import { type Answer, REQUESTS, type RequestData, type RequestType, type Responses } from "../shared/messages.ts";

/** Where a request came from, as far as handlers care. */
export interface Origin {
  /** The tab it came from, if any. */
  tab: number | undefined;
  /** Of a private window: nothing of it is kept. */
  isPrivate: boolean;
}

/** One function a request; what it throws reaches the sender as an `ErrorInfo`. */
export type Handlers = {
  [T in RequestType]: (data: RequestData<T>, from: Origin) => Promise<Responses[T]> | Responses[T];
};

/** What the router needs to know of who sent a message. */
export interface Sender {
  /** Id of the extension that sent it. */
  id?: string | undefined;
  /** Address of the sending page; for content scripts that of the web page. */
  url?: string | undefined;
  tab?: { id?: number | undefined; incognito?: boolean | undefined } | undefined;
}

/**
 * Answers one message, or returns undefined where it is none of ours. A page's content script may send only requests
 * marked `fromPage`; everything is checked against its schema before a handler sees it.
 */
export function route(
  handlers: Handlers,
  own: { id: string; origin: string },
  message: unknown,
  sender: Sender,
): Promise<Answer<unknown>> | undefined {
  if (sender.id !== own.id || typeof message !== "object" || message === null) return undefined;
  const { type, data } = message as { type?: unknown; data?: unknown };
  if (typeof type !== "string" || !Object.hasOwn(REQUESTS, type)) return undefined;
  return answer(handlers, type as RequestType, data, sender, sender.url?.startsWith(own.origin) ?? false);
}

async function answer(
  handlers: Handlers,
  type: RequestType,
  data: unknown,
  { tab }: Sender,
  fromOwnPage: boolean,
): Promise<Answer<unknown>> {
  try {
    const { fromPage, data: schema } = REQUESTS[type];
    if (!fromPage && !fromOwnPage) throw new DramatisError("internal", [`${type} is not for pages`]);
    const checked = v.safeParse(schema as v.GenericSchema, data);
    if (!checked.success) throw new DramatisError("internal", [`${type}: ${checked.issues[0].message}`]);
    const handler = handlers[type] as (data: unknown, from: Origin) => unknown;
    const from = { tab: tab?.id, isPrivate: tab?.incognito ?? false };
    return { ok: true, value: await handler(checked.output, from) };
  } catch (error) {
    return { ok: false, error: errorInfo(error) };
  }
}
