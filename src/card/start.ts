import type { CardContext, CardControls } from "../page/card-context.ts";
import { setMessages } from "../shared/i18n.ts";
import type { RequestData, RequestType } from "../shared/messages.ts";
import { send } from "../shared/send.ts";
import { actions } from "./actions.ts";
import { watchCopy } from "./clipboard.ts";
import { watchGuards } from "./guards.ts";
import { makeHost } from "./host.ts";
import { makeKeyboard } from "./keyboard.ts";
import { handleKey } from "./keys.ts";
import { setFirst } from "./listen.ts";
import { watchPage } from "./page-watch.ts";
import { watchPointer } from "./pointer.ts";
import { watchSelecting } from "./selecting.ts";
import { shield } from "./shield.ts";
import { makeStage } from "./stage.tsx";
import { watchTouch } from "./touch.ts";
import { watchUpdates } from "./updates.ts";

/** Brings the card to life in this document; everything ends with `context.signal`. */
export function start(context: CardContext, document = globalThis.document): CardControls {
  setFirst(context.first);
  setMessages(context.browser.i18n);
  const request = <T extends RequestType>(type: T, data: RequestData<T>) =>
    send((message) => context.browser.runtime.sendMessage(message), type, data);
  const stage = makeStage(context, request, makeHost(document), document);
  const { session } = stage;
  const pointer = watchPointer(session, () => stage.tellFrames("pointer.follow"));
  stage.setPointer(pointer);
  const keyboard = makeKeyboard(stage, pointer, context, request);
  watchGuards(session);
  watchCopy(session);
  watchSelecting(session);
  const touch = watchTouch(session, pointer);
  watchPage(stage, pointer, context.shown);
  watchUpdates(session, context.browser);
  const act = actions(context, request, stage);
  shield(session, (event) => handleKey(session, event, act), act);
  for (const event of context.early ?? []) (event.pointerType === "touch" ? touch : pointer).replay(event);
  return {
    handle(message) {
      if (message.type === "go") keyboard.go(message);
      if (message.type === "open-card") keyboard.open(message);
      if (message.type === "other-card") session.dispatch({ type: "other-card" });
      if (message.type === "key-away" && message.typing) session.noteTyping();
      if (message.type === "key-away") session.dispatch({ type: message.typing ? "typing" : "escape" });
      if (message.type === "pointer-away") pointer.away(message.at);
    },
  };
}
