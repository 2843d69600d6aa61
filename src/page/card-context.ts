import type { MessageSource } from "../shared/i18n.ts";
import type { RequestData, RequestType, Responses } from "../shared/messages.ts";
import type { PageState } from "../shared/page-state.ts";
import type { MentionIndex } from "./mention-index.ts";

/**
 * What the content script hands to the lazily imported `card.js`: everything the card knows of page and browser. Made
 * once a frame; `start(context)` answers with a `CardHandle`.
 */
export interface CardContext {
  document: Document;
  index: MentionIndex;
  /** Read anew at each use: settings may change while the page is open. */
  settings(): Pick<PageState, "openDelay" | "theme">;
  /** Asks the background; rejects with a `DramatisError`. */
  request<T extends RequestType>(type: T, data: RequestData<T>): Promise<Responses[T]>;
  messages: MessageSource;
  /** What "not this person here" is kept under: the host and the path of the page that the reader sees. */
  place(): { host: string; path: string };
  /** Where the pointer was (client coordinates) when the code was asked for: it may rest on a name already. */
  pointer?: { x: number; y: number };
}

/** What `card.js` exports. */
export interface CardModule {
  start(context: CardContext): CardHandle;
}

/** What the content script may ask of the card. */
export interface CardHandle {
  /** Goes to the next or previous mention (of one person: key `dossier/person`), rings it and says where it is. */
  go(step: 1 | -1, person?: string): void;
  /** Opens the card of the current mention and puts the focus into it; takes focus into a card that is already open. */
  openCard(): void;
  close(): void;
  /** Removes every listener and the host. */
  destroy(): void;
}
