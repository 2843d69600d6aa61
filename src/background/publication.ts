import { isFilter } from "../detect/filter.ts";
import type { DossierRow } from "../shared/rows.ts";
import type { NameStore } from "./name-store.ts";
import { createPublisher, type Publisher, type PublisherPorts } from "./publisher.ts";

export interface PublicationPorts extends Omit<PublisherPorts, "source"> {
  dossiers(): Promise<readonly DossierRow[]>;
  /** Another version of the extension may compile the same people in another way. */
  appVersion: string;
  store: NameStore;
}

export interface Publication extends Publisher {
  /** At the start of the background, with a card waiting perhaps: compiles nothing that holds already. */
  ensure(): Promise<void>;
}

/** What pages are given, and whether it is still true. */
export function createPublication(ports: PublicationPorts): Publication {
  async function source(): Promise<string> {
    const rows = (await ports.dossiers()).filter(({ enabled }) => enabled);
    const lines = rows.map(({ id, version, updated, bytes }) => `${id} ${version} ${updated} ${bytes}`);
    return [ports.appVersion, ...lines].join("\n");
  }

  async function isCurrent(): Promise<boolean> {
    const { page, lexicon, publishedFor } = await ports.read();
    if (!page || !lexicon || publishedFor !== (await source())) return false;
    // The browser may have thrown a database away.
    return !isFilter(lexicon) || (await ports.store.head(page.lexiconVersion)) !== undefined;
  }

  const publisher = createPublisher({ ...ports, source });
  return {
    ...publisher,
    async ensure() {
      if (await isCurrent()) return;
      await publisher.publishLexicon();
      await publisher.publishState();
    },
  };
}
