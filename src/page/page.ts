import { type PageSummary, SUMMARY_PORT, type ToPage } from "../shared/page-messages.ts";
import { PAGE_KEYS, type PageState } from "../shared/page-state.ts";
import { isSiteOn } from "../shared/settings.ts";
import { Annotator } from "./annotator.ts";
import type { PageBrowser, PagePort } from "./browser-api.ts";
import { CardLoader } from "./card-loader.ts";
import { createFinder } from "./finder.ts";
import { currentPlace } from "./place.ts";
import { countPeople, SummaryServer } from "./summary.ts";
import { watch } from "./watch.ts";

/** Everything that runs while this page is annotated. */
interface Session {
  annotator: Annotator;
  card: CardLoader;
  end: AbortController;
  version: number;
}

/** One content script in one document: follows the published state and the popup, and keeps one session while it is on. */
export class Page {
  readonly #browser: PageBrowser;
  readonly #frame = crypto.randomUUID();
  readonly #summaries = new SummaryServer(() => this.#summary());
  #state: PageState | undefined;
  #hasLexicon = false;
  #session: Session | undefined;
  #place = currentPlace();

  constructor(browser: PageBrowser) {
    this.#browser = browser;
  }

  async start(): Promise<void> {
    const { runtime, storage } = this.#browser;
    storage.onChanged.addListener(this.#onChanged);
    runtime.onConnect.addListener(this.#onConnect);
    runtime.onMessage.addListener(this.#onMessage);
    await this.#read();
  }

  /** Reads what is published and follows it. */
  async #read(): Promise<void> {
    const { page, lexicon } = await this.#browser.storage.local.get([...PAGE_KEYS]);
    this.#state = page;
    this.#hasLexicon = Boolean(lexicon);
    const state = page && lexicon && page.enabled && isSiteOn(page, this.#place.host) ? page : undefined;
    if (!state || state.lexiconVersion !== this.#session?.version) this.#stop();
    if (state && this.#session) this.#session.annotator.follow(state.markStyle);
    else if (state) this.#begin(state, lexicon!);
    this.#summaries.changed();
  }

  #begin(state: PageState, lexicon: string): void {
    const end = new AbortController();
    const annotator = new Annotator({
      finder: createFinder(lexicon),
      style: state.markStyle,
      isVetoed: (key) => this.#isVetoed(key),
      onChange: () => this.#summaries.changed(),
    });
    const card = new CardLoader(this.#browser, annotator.marks, () => this.#state ?? state, end.signal);
    this.#session = { annotator, card, end, version: state.lexiconVersion };
    annotator.start();
    watch(
      {
        look: () => {
          if (!this.#browser.runtime.id) this.#shutDown();
          else this.#navigated();
          annotator.check();
        },
        sweep: () => annotator.sweep(),
        appear: (isRestored) => {
          annotator.wake();
          if (isRestored) this.#read().catch(() => this.#shutDown());
        },
        navigate: () => this.#navigated(),
      },
      end.signal,
    );
  }

  #stop(): void {
    this.#session?.end.abort();
    this.#session?.annotator.stop();
    this.#session = undefined;
  }

  /** The extension has gone from under this page. */
  #shutDown(): void {
    this.#stop();
    this.#state = undefined;
  }

  /** A client-side navigation: other vetoes may hold here. */
  #navigated(): void {
    const place = currentPlace();
    if (place.path === this.#place.path && place.host === this.#place.host) return;
    this.#place = place;
    this.#session?.annotator.follow();
  }

  #isVetoed(key: string): boolean {
    const { host, path } = this.#place;
    const vetoes = this.#state?.vetoes ?? {};
    return Boolean(vetoes[host]?.includes(key) || vetoes[host + path]?.includes(key));
  }

  #summary(): PageSummary {
    const { annotator } = this.#session ?? {};
    const state = this.#state;
    return {
      frame: this.#frame,
      top: window === top,
      host: this.#place.host,
      state:
        !state || !this.#hasLexicon
          ? "no-lexicon"
          : !state.enabled
            ? "off"
            : !annotator
              ? "site-off"
              : annotator.isPartial
                ? "partial"
                : "on",
      people: annotator ? countPeople(annotator.marks.list()) : [],
    };
  }

  readonly #onChanged = (changes: Record<string, unknown>, area: string): void => {
    if (area === "local" && PAGE_KEYS.some((key) => key in changes)) this.#read().catch(() => this.#shutDown());
  };

  readonly #onConnect = (port: PagePort): void => {
    if (port.name === SUMMARY_PORT) this.#summaries.connect(port);
  };

  readonly #onMessage = (message: ToPage): void => {
    const { card } = this.#session ?? {};
    if (!card || !isMeant(message, this.#frame)) return;
    card
      .load()
      .then((controls) => controls.handle(message))
      .catch(() => {});
  };
}

/** A message to a tab reaches all its frames: the one that it names takes it, else the one that has the focus. */
function isMeant(message: ToPage, frame: string): boolean {
  if (message.type === "toggle-veto") return false;
  if (message.type === "go" && message.frame) return message.frame === frame;
  const inner = document.activeElement?.localName;
  return document.hasFocus() ? inner !== "iframe" && inner !== "frame" : window === top;
}
