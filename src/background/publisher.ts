import { compileSlowly } from "../detect/compile.ts";
import { fileLexicon } from "../detect/filed.ts";
import { type Cast, splitLexicon } from "../detect/index.ts";
import type { PageState, PublishedNames, PublishedState } from "../shared/page-state.ts";
import type { Settings } from "../shared/settings.ts";
import type { NameStore } from "./name-store.ts";

/** A lexicon of more characters is too much for each page: it gets a filter, and asks the background. */
const MOST_FOR_PAGES = 190_000;
/** People of whom no lexicon is that small. */
const MANY_PEOPLE = 2_000;

/** What publishing needs of the world; all of it is injected. */
export interface PublisherPorts {
  casts(): Promise<readonly Cast[]>;
  settings(): Promise<Settings>;
  vetoes(): Promise<Record<string, string[]>>;
  read(): Promise<PublishedState & { names?: PublishedNames }>;
  write(state: PublishedState & { names?: PublishedNames }): Promise<void>;
  store: Pick<NameStore, "write" | "keepOnly">;
  /** Lets other work of the background go first. */
  pause(): Promise<void>;
}

export interface Publisher {
  /** Settings or vetoes changed. */
  publishState(): Promise<void>;
  /** The cast changed: dossiers installed, updated, removed, switched on or off. */
  publishLexicon(): Promise<void>;
}

/** Writes what pages read at start (`shared/page-state.ts`). Writes follow one another, so the last one wins. */
export function createPublisher(ports: PublisherPorts): Publisher {
  let queue: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => {
    queue = queue.then(work, work);
    return queue;
  };

  async function state(lexiconVersion: number): Promise<PageState> {
    const { enabled, siteMode, offSites, onSites, markStyle, openDelay, theme } = await ports.settings();
    return {
      enabled,
      siteMode,
      offSites,
      onSites,
      markStyle,
      openDelay,
      theme,
      lexiconVersion,
      vetoes: await ports.vetoes(),
    };
  }

  return {
    publishState: () =>
      inTurn(async () => {
        const { page } = await ports.read();
        await ports.write({ page: await state(page?.lexiconVersion ?? 0) });
      }),
    publishLexicon: () =>
      inTurn(async () => {
        const built = await compileSlowly(await ports.casts(), ports.pause);
        const held = await ports.read();
        const version = (held.page?.lexiconVersion ?? 0) + 1;
        const whole = built.size > MANY_PEOPLE ? undefined : built.text();
        if (whole !== undefined && whole.length <= MOST_FOR_PAGES) {
          const { index, names } = splitLexicon(whole);
          if (held.page && held.lexicon === index && held.names?.data === names) return;
          await ports.write({ lexicon: index, names: { version, data: names }, page: await state(version) });
          return;
        }
        const filed = fileLexicon(built.compiled());
        // Open pages go on with the version they have until the new one is whole and published.
        await ports.store.write(version, filed);
        await ports.write({ lexicon: filed.filter, names: { version, data: "" }, page: await state(version) });
        await ports.store.keepOnly(version);
      }),
  };
}
