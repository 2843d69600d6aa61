import { type Cast, compileLexicon } from "../detect/index.ts";
import type { PageState, PublishedState } from "../shared/page-state.ts";
import type { Settings } from "../shared/settings.ts";

/** What publishing needs of the world; all of it is injected. */
export interface PublisherPorts {
  casts(): Promise<readonly Cast[]>;
  settings(): Promise<Settings>;
  vetoes(): Promise<Record<string, string[]>>;
  read(): Promise<PublishedState>;
  write(state: PublishedState): Promise<void>;
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
        const lexicon = compileLexicon(await ports.casts());
        const held = await ports.read();
        if (held.lexicon === lexicon && held.page) return;
        await ports.write({ lexicon, page: await state((held.page?.lexiconVersion ?? 0) + 1) });
      }),
  };
}
