import type { MentionIndex, PageMention } from "../page/mention-index.ts";
import type { Anchor } from "./anchor.ts";
import type { Hit } from "./hit.ts";
import type { Host } from "./host.ts";
import type { Event, State } from "./machine-types.ts";

/** What the parts of the card share in one document. Made by `start`. */
export interface Session {
  readonly document: Document;
  readonly index: MentionIndex;
  readonly host: Host;
  /** Aborted when the card is to go for good: every listener hangs on it. */
  readonly signal: AbortSignal;
  /** Milliseconds on the clock of `Event.timeStamp`. */
  now(): number;
  state(): State;
  dispatch(event: Event): void;

  /** Where the name of the card that is shown is. */
  anchor(): Anchor | undefined;
  /** The line of a name under the pointer: its card will belong to it. */
  noteLine(hit: Hit): void;

  lastTyped(): number;
  noteTyping(): void;
  isDragging(): boolean;
  setDragging(on: boolean): void;
  /** Whether the last press was in the card. */
  pressedInside(): boolean;
  /** Whether text in the card is selected. */
  selectedInside(): boolean;

  clearRing(): void;
  /** While the card is drawn: what loses the focus then has been taken away, not left. */
  isDrawing(): boolean;
  /** Puts the focus back where it was before it came into the card. */
  returnFocus(): void;
}

/** A mention as the machine hands it back. */
export function mentionOf(target: unknown): PageMention {
  return target as PageMention;
}
