import type { ErrorInfo } from "../dossier/errors.ts";
import type { CardView, PersonRef } from "../dossier/views.ts";

/** A mention as the machine sees it: compared by identity, asked for by its refs. `PageMention` is one. */
export interface Target {
  readonly person: { readonly refs: readonly PersonRef[]; readonly name: string };
}

export type Via = "pointer" | "keyboard" | "touch";

export type Content =
  | { type: "loading" }
  | { type: "ready"; views: readonly CardView[] }
  | { type: "failed"; error: ErrorInfo };

/** One person in the card. Following a link to another person adds one, "back" takes it off. */
export interface Leaf {
  /** Under which its content was last asked for. */
  token: number;
  /** The first of its tokens: an update asks anew, and it stays the same in the reader's hands. */
  id: number;
  refs: readonly PersonRef[];
  name: string;
  content: Content;
}

export interface Card {
  target: Target;
  via: Via;
  /** Never empty; the last is shown. */
  leaves: readonly Leaf[];
  /** Text inside is selected: the card stays though the pointer leaves. */
  held: boolean;
}

/** What the reader sees. */
export type Shown =
  | { type: "none" }
  | { type: "open"; card: Card }
  /** The pointer has left; the close timer runs. */
  | { type: "leaving"; card: Card }
  | { type: "pinned"; card: Card };

/** What is about to be seen. */
export type Dwell =
  | { type: "none" }
  /** The pointer is on a name, the open timer runs. `content` is there once the data was asked for. */
  | { type: "dwelling"; token: number; target: Target; content?: Content }
  /** It is time to show, but the data is not there. */
  | { type: "opening"; token: number; target: Target; via: Via };

export interface State {
  shown: Shown;
  dwell: Dwell;
  /** Grows with each request; an answer under any other token is late and dropped. */
  lastToken: number;
  /** The mention that was clicked, or whose card was sent away: it opens nothing until the pointer has left it. */
  muted?: Target;
  /** Where the pointer was when it last moved; absent: it has not moved yet. */
  over?: Over;
}

export type TimerName = "ask" | "open" | "loading" | "close" | "seen";

/** Where the pointer is, worked out by hit test and geometry. */
export type Over<T extends Target = Target> =
  | { type: "mention"; target: T }
  | { type: "card" }
  /** On the way between name and card; `target`: another name that lies there. */
  | { type: "corridor"; target?: T }
  | { type: "page" };

export type Event =
  /** `fast`: passing through. `blocked`: a button is down, text is being dragged, or the reader has just typed. */
  /** `age`: milliseconds since it happened, as it is looked at once a frame; they count as rest. */
  | { type: "move"; over: Over; fast: boolean; blocked: boolean; age?: number }
  /** The pointer has been off the name that opens nothing, be it for less than a frame. */
  | { type: "off-muted" }
  | { type: "timer"; name: TimerName }
  | { type: "answer"; token: number; views: readonly CardView[] }
  | { type: "failure"; token: number; error: ErrorInfo }
  /** A button or finger went down; `over` tells where. */
  | { type: "press"; over: Over }
  | { type: "typing" }
  | { type: "dragging" }
  | { type: "selecting" }
  | { type: "escape" }
  | { type: "close" }
  | { type: "pin" }
  /** The reader goes into the open card by key. */
  | { type: "take" }
  | { type: "hold"; on: boolean }
  | { type: "open"; target: Target; via: "keyboard" | "touch" }
  | { type: "visit"; refs: readonly PersonRef[]; name: string }
  | { type: "back" }
  /** The reader has turned to what another dossier says of the person. */
  | { type: "turned" }
  | { type: "retry" }
  /** A dossier was updated: what is shown or about to be may no longer be so. */
  | { type: "renew" }
  /** The focus has left the card for the page. */
  | { type: "focus-left" }
  | { type: "scrolled-away" }
  | { type: "blur" }
  | { type: "navigated" }
  /** A card was opened in another frame. */
  | { type: "other-card" }
  | { type: "removed"; targets: ReadonlySet<Target> }
  /** The page was marked again and this is the same name. */
  | { type: "replaced"; from: Target; to: Target };

export type Effect =
  | { type: "start"; timer: TimerName; ms: number }
  | { type: "stop"; timer: TimerName }
  | { type: "request"; token: number; refs: readonly PersonRef[] }
  /** A card appears, or appears for another mention: place it and draw it. */
  | { type: "show"; focus: boolean }
  | { type: "focus" }
  /** The card that is shown has changed inside. */
  | { type: "draw" }
  | { type: "hide" }
  /** What is shown counts as looked at. */
  | { type: "seen" };

export interface Config {
  /** Milliseconds from rest to card. */
  openDelay: number;
}

export type Step = [State, Effect[]];

export const IDLE: State = { shown: { type: "none" }, dwell: { type: "none" }, lastToken: 0 };
