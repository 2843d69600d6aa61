import { isToPage, type PageSummary, SUMMARY_PORT, type ToPage } from "../shared/page-messages.ts";
import { NAMES_KEY, PAGE_KEYS, type PageState } from "../shared/page-state.ts";
import { isSiteOn } from "../shared/settings.ts";
import { isVetoed, isVetoes, type Vetoes } from "../shared/vetoes.ts";
import type { AnnotateModule, Annotation } from "./annotation.ts";
import type { PageBrowser, PagePort } from "./browser-api.ts";
import { isHidden } from "./dom.ts";
import { listenElsewhere } from "./elsewhere.ts";
import { first } from "./first.ts";
import { framePath, onward } from "./frame-path.ts";
import { currentPlace } from "./place.ts";
import { Sentry } from "./sentry.ts";
import { shownMentions } from "./shown.ts";
import { createSpotter, type Spotter } from "./spotter.ts";
import { countPeople } from "./summary.ts";
import { SummaryServer } from "./summary-server.ts";
import { watch } from "./watch.ts";

/** Milliseconds that hidden tabs work after a change of settings or dossiers, and after the popup has asked. */
const ATTENTION = 5_000;

/** Everything that runs while this page is on: first a sentry, from the first name on an annotation. */
interface Session {
  sentry: Sentry;
  annotation?: Annotation;
  /** Somebody is named, or a command has come: the code for marks is on its way. */
  loading?: Promise<void>;
  /** Fetches that code, once. */
  load(): Promise<void>;
  end: AbortController;
  version: number;
}

/** One content script in one document: follows the published state and the popup, and keeps one session while it is on. */
export class Page {
  readonly #browser: PageBrowser;
  readonly #frame = Math.random().toString(36).slice(2);
  /** The frame in which a card is. */
  #cardFrame = "";
  readonly #elsewhere = listenElsewhere({
    pointer: (at) => this.#send({ type: "pointer.here", data: { id: this.#cardFrame, at } }),
    key: (typing) => this.#send({ type: "key.here", data: { id: this.#cardFrame, typing } }),
  });
  readonly #summaries = new SummaryServer(() => this.#summary());
  #state: PageState | undefined;
  #session: Session | undefined;
  /** Something of ours went wrong: nothing is marked until the page is read anew. */
  #hasFailed = false;
  #place = currentPlace();
  /** Those of private windows, which are nowhere published. */
  #privateVetoes: Vetoes = {};
  /** Time (ms) until which a hidden page works like a visible one. */
  #attentiveUntil = 0;

  constructor(browser: PageBrowser) {
    this.#browser = browser;
  }

  async start(): Promise<void> {
    const { runtime, storage } = this.#browser;
    storage.onChanged.addListener(this.#onChanged);
    runtime.onConnect.addListener(this.#onConnect);
    runtime.onMessage.addListener(this.#onMessage);
    // Back from the back/forward cache: what was published meanwhile, nobody has told this page.
    addEventListener("pageshow", ({ isTrusted, persisted }) => isTrusted && persisted && this.#readAnew());
    new MutationObserver(this.#onRoot).observe(document, { childList: true });
    await this.#readAnew();
  }

  /** A document that is opened and written anew has lost all listeners: everything begins anew. */
  readonly #onRoot = (records: readonly MutationRecord[]): void => {
    if (!records.some(({ removedNodes }) => removedNodes.length > 0)) return;
    this.#stop();
    first().renew();
    void this.#readAnew();
  };

  #readAnew(): Promise<void> {
    return this.#read().catch(this.#fail);
  }

  readonly #fail = (): void => {
    this.#stop();
    this.#hasFailed = true;
    this.#summaries.changed();
  };

  /** Reads what is published and follows it. */
  async #read(): Promise<void> {
    const { page, lexicon } = await this.#browser.storage.local.get([...PAGE_KEYS]);
    this.#state = lexicon ? page : undefined;
    this.#hasFailed = false;
    const state = this.#state?.enabled && isSiteOn(this.#state, this.#place.host) ? this.#state : undefined;
    if (state?.lexiconVersion !== this.#session?.version) this.#stop();
    if (state && this.#session) this.#session.annotation?.follow();
    else if (state) this.#begin(state, lexicon!);
    this.#summaries.changed();
  }

  #begin(state: PageState, lexicon: string): void {
    const spotter = createSpotter(lexicon);
    const end = new AbortController();
    const fail = () => {
      if (!end.signal.aborted) this.#fail();
    };
    const annotate = async () => {
      const [module, names] = await Promise.all([
        import(this.#browser.runtime.getURL("annotate.js")) as Promise<AnnotateModule>,
        this.#readNames(spotter, state.lexiconVersion),
        this.#askPrivate(),
      ]);
      // Undefined: a newer lexicon is being published, and this session about to end.
      if (end.signal.aborted || names === undefined) return;
      session.annotation = module.annotate({
        browser: this.#browser,
        frame: this.#frame,
        first: first(),
        spotter,
        names,
        version: state.lexiconVersion,
        takeOver: () => sentry.handOver(),
        state: () => this.#state ?? state,
        isVetoed: (key) =>
          isVetoed(this.#state?.vetoes ?? {}, this.#place, key) || isVetoed(this.#privateVetoes, this.#place, key),
        isAway: this.#isAway,
        passOn: this.#passOn,
        shown: shownMentions,
        onChange: () => this.#summaries.changed(),
        signal: end.signal,
      });
    };
    const sentry = new Sentry(spotter, this.#isAway, () => void session.load());
    const session: Session = {
      sentry,
      end,
      version: state.lexiconVersion,
      load() {
        session.loading ??= annotate().catch(fail);
        return session.loading;
      },
    };
    this.#session = session;
    const current = () => session.annotation ?? sentry;
    watch(
      {
        look: () => {
          // Absent: the extension has gone from under this page.
          if (!this.#browser.runtime.id) this.#stop();
          else {
            this.#navigated();
            session.annotation?.check();
          }
        },
        sweep: () => current().sweep(),
        appear: () => current().wake(),
        navigate: () => this.#navigated(),
      },
      this.#isAway,
      end.signal,
    );
    sentry.start();
  }

  /** No frame has a name to go to: the card's code says so, here. */
  async #sayNone(message: ToPage): Promise<void> {
    if (message.type !== "go" && message.type !== "open-card") return;
    const session = this.#session;
    await session?.load();
    session?.annotation?.handle(message);
  }

  /** Sends what needs no answer; the extension may have gone from under this page. */
  async #send(message: unknown): Promise<void> {
    try {
      await this.#browser.runtime.sendMessage(message);
    } catch {
      // Nobody is there to hear it.
    }
  }

  /** Lets the next frame do it; false where there is none. `none`: this one has no name to go to. */
  readonly #passOn = (message: ToPage, none: boolean): boolean => {
    const data = onward(message, this.#frame, none);
    if (data) void this.#send({ type: "go.on", data });
    return data !== undefined;
  };

  /** The part of the lexicon that only pages with names need; undefined: another version is there by now. */
  async #readNames({ index }: Spotter, version: number): Promise<string | undefined> {
    if (!index) return "";
    const { names } = await this.#browser.storage.local.get([NAMES_KEY]);
    return names?.version === version ? names.data : undefined;
  }

  /** Asks for the vetoes of private windows, in one of them. */
  async #askPrivate(): Promise<void> {
    const { extension, runtime } = this.#browser;
    if (!extension?.inIncognitoContext) return;
    const answer = await runtime.sendMessage({ type: "vetoes.private", data: {} }).catch(() => undefined);
    const { value } = (answer ?? {}) as { value?: unknown };
    if (isVetoes(value)) this.#privateVetoes = value;
  }

  #takePrivate(vetoes: Vetoes): void {
    this.#privateVetoes = vetoes;
    this.#session?.annotation?.follow();
  }

  /**
   * A tab in the background waits until it is shown; but when the reader has just changed something, all open tabs
   * follow at once.
   */
  readonly #isAway = (): boolean => isHidden(document) && performance.now() > this.#attentiveUntil;

  #attend(): void {
    this.#attentiveUntil = performance.now() + ATTENTION;
    const { annotation, sentry } = this.#session ?? {};
    (annotation ?? sentry)?.wake();
  }

  #stop(): void {
    this.#session?.end.abort();
    this.#session?.sentry.stop();
    this.#session = undefined;
  }

  /** A client-side navigation: other vetoes may hold here. */
  #navigated(): void {
    const place = currentPlace();
    if (place.path === this.#place.path && place.host === this.#place.host) return;
    this.#place = place;
    this.#session?.annotation?.follow();
  }

  #summary(): PageSummary {
    const { annotation } = this.#session ?? {};
    const summary = { frame: this.#frame, path: framePath(), top: window === top, host: this.#place.host };
    return { ...summary, state: this.#summaryState(), ...countPeople(annotation?.mentions() ?? []) };
  }

  #summaryState(): PageSummary["state"] {
    if (this.#hasFailed) return "failed";
    if (!this.#state) return "no-lexicon";
    if (!this.#state.enabled) return "off";
    if (!this.#session) return "site-off";
    const { annotation, sentry, loading } = this.#session;
    if (annotation?.isPartial) return "partial";
    return (annotation ? annotation.isReading : loading || sentry.isReading) ? "reading" : "on";
  }

  readonly #onChanged = (changes: Record<string, unknown>, area: string): void => {
    if (area !== "local" || !PAGE_KEYS.some((key) => key in changes)) return;
    this.#attend();
    void this.#readAnew();
  };

  readonly #onConnect = (port: PagePort): void => {
    if (port.name !== SUMMARY_PORT) return;
    this.#attend();
    this.#summaries.connect(port);
  };

  readonly #onMessage = (message: unknown): void => {
    if (!isToPage(message)) return;
    if (message.type === "private-vetoes") this.#takePrivate(message.vetoes);
    else if (isMeant(message, this.#frame)) {
      const { annotation } = this.#session ?? {};
      if (message.type === "other-card" || message.type === "follow-pointer") {
        this.#cardFrame = message.id;
        this.#elsewhere.keys();
        if (message.type === "follow-pointer") this.#elsewhere.pointer();
      }
      if (annotation) annotation.handle(message);
      else if (!this.#passOn(message, true)) void this.#sayNone(message);
    }
  };
}

/** A message to a tab reaches all its frames: the one that it names takes it, else the one that has the focus. */
function isMeant(message: ToPage, frame: string): boolean {
  if (message.type === "other-card" || message.type === "follow-pointer") return message.id !== frame;
  if ("id" in message) return message.id === frame;
  if (message.type === "go" && message.frame) return message.frame === frame;
  const inner = document.activeElement?.localName;
  return document.hasFocus() ? inner !== "iframe" && inner !== "frame" : window === top;
}
