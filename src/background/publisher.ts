import { compileSlowly, type LexiconBuilder } from "../detect/compile.ts";
import { type FiledLexicon, fileSteps } from "../detect/filed.ts";
import { type Cast, splitLexicon } from "../detect/index.ts";
import { inSlices, type Steps } from "../dossier/slices.ts";
import { type PageState, type PublishedNames, type PublishedState, SOURCE_KEY } from "../shared/page-state.ts";
import { DEFAULT_SETTINGS, type Settings } from "../shared/settings.ts";
import { sha256 } from "../store/digest.ts";
import type { NameStore } from "./name-store.ts";

/** A lexicon of more characters is too much for each page: it gets a filter, and asks the background. */
const MOST_FOR_PAGES = 190_000;
/** People of whom no lexicon is that small. */
const MANY_PEOPLE = 2_000;
/** Characters of drawers that are digested at a time. */
const DIGEST_PART = 250_000;

/** What lies in `storage.local` of a publication; pages read the first three. */
export interface Published extends PublishedState {
  names?: PublishedNames;
  /** What the lexicon was compiled from, noted together with it: a worker killed before that is found out. */
  publishedFor?: string;
  /** Digest of what is filed, where pages have a filter. */
  filed?: string;
}
/** Keys of `storage.local` under which a publication lies. */
export const PUBLISHED_KEYS = ["page", "lexicon", "names", SOURCE_KEY, "filed"] as const;

/** What publishing needs of the world; all of it is injected. */
export interface PublisherPorts {
  casts(): Promise<readonly Cast[]>;
  /** What `casts` are made from, as one string. */
  source(): Promise<string>;
  settings(): Promise<Settings>;
  vetoes(): Promise<Record<string, string[]>>;
  read(): Promise<Published>;
  write(state: Published): Promise<void>;
  store: Pick<NameStore, "write" | "keepOnly" | "head">;
  /** Lets other work of the background go first. */
  pause(): Promise<void>;
  /** Compiling and filing a big lexicon takes longer than browsers let a silent background live. */
  busy(on: boolean): void;
}

export interface Publisher {
  /** Settings or vetoes changed. */
  publishState(): Promise<void>;
  /** The cast changed: dossiers installed, updated, removed, switched on or off. One that waits its turn is joined. */
  publishLexicon(): Promise<void>;
}

/** Writes what pages read at start (`shared/page-state.ts`). Writes follow one another, so the last one wins. */
export function createPublisher(ports: PublisherPorts): Publisher {
  let queue: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => {
    queue = queue.then(work, work);
    return queue;
  };
  /** A compilation that has not begun: it will see every change made before it does. */
  let waiting: Promise<void> | undefined;

  async function state(lexiconVersion: number, held: PageState | undefined): Promise<PageState> {
    // Settings that cannot be read just now stay as pages have them.
    const { enabled, siteMode, offSites, onSites, markStyle, openDelay, theme } = await ports
      .settings()
      .catch(() => held ?? DEFAULT_SETTINGS);
    const vetoes = await ports.vetoes();
    return { enabled, siteMode, offSites, onSites, markStyle, openDelay, theme, lexiconVersion, vetoes };
  }

  async function compile(): Promise<void> {
    // Taken first: what changes meanwhile is compiled again, now or at the next start.
    const publishedFor = await ports.source();
    const built = await compileSlowly(await ports.casts(), ports.pause);
    const held = await ports.read();
    const version = (held.page?.lexiconVersion ?? 0) + 1;
    const whole = built.size > MANY_PEOPLE ? undefined : built.text();
    if (whole !== undefined && whole.length <= MOST_FOR_PAGES) {
      const { index, names } = splitLexicon(whole);
      if (held.page && held.lexicon === index && held.names?.data === names) return ports.write({ publishedFor });
      const page = await state(version, held.page);
      return ports.write({ lexicon: index, names: { version, data: names }, page, publishedFor, filed: "" });
    }
    const lexicon = await inSlices(filing(built), ports.pause);
    const filed = await digestOf(lexicon, ports.pause);
    if (held.page && held.filed === filed && (await ports.store.head(held.page.lexiconVersion)))
      return ports.write({ publishedFor });
    // Open pages go on with the version they have until the new one is whole and published.
    await ports.store.write(version, lexicon);
    const page = await state(version, held.page);
    await ports.write({ lexicon: lexicon.filter, names: { version, data: "" }, page, publishedFor, filed });
    await ports.store.keepOnly(version);
  }

  return {
    publishState: () =>
      inTurn(async () => {
        const { page } = await ports.read();
        await ports.write({ page: await state(page?.lexiconVersion ?? 0, page) });
      }),
    publishLexicon() {
      waiting ??= inTurn(async () => {
        waiting = undefined;
        ports.busy(true);
        try {
          await compile();
        } finally {
          ports.busy(false);
        }
      });
      return waiting;
    },
  };
}

function* filing(built: LexiconBuilder): Steps<FiledLexicon> {
  return yield* fileSteps(yield* built.compiling());
}

/** SHA-256 over the parts of what is filed, each together with the digest before it. */
async function digestOf(lexicon: FiledLexicon, pause: () => Promise<void>): Promise<string> {
  const digest = (text: string) => sha256(new TextEncoder().encode(text));
  let last = await digest(JSON.stringify([lexicon.filter, lexicon.head]));
  let part = "";
  for (const drawer of lexicon.drawers()) {
    part += drawer;
    if (part.length < DIGEST_PART) continue;
    last = await digest(last + part);
    await pause();
    part = "";
  }
  return digest(last + part);
}
