import type { FoundNames } from "../shared/found-names.ts";
import type { ToPage } from "../shared/page-messages.ts";
import type { Library } from "../sync/library.ts";
import type { Handlers } from "./router.ts";
import type { VetoChange } from "./vetoes.ts";

/** What handlers do beyond the library. */
export interface HandlerPorts {
  openViewer(hash: string): Promise<void>;
  openOptions(): Promise<void>;
  addVeto(change: VetoChange): Promise<void>;
  removeVeto(change: VetoChange): Promise<void>;
  findNames(version: number, texts: readonly string[], words: readonly string[]): Promise<FoundNames | null>;
  /** To all frames of the tab that the reader is at. */
  toActiveTab(message: ToPage): Promise<void>;
}

const nothing = () => null;

/** One line a request. */
export function createHandlers(library: Library, ports: HandlerPorts): Handlers {
  const { dossiers, feeds } = library;
  return {
    "card.get": ({ refs }) => library.cards(refs),
    "card.seen": ({ ref }) => library.markSeen(ref).then(nothing),
    "card.shown": ({ id }) => ports.toActiveTab({ type: "other-card", id }).then(nothing),
    "veto.add": (change) => ports.addVeto(change).then(nothing),
    "veto.remove": (change) => ports.removeVeto(change).then(nothing),
    "names.find": ({ version, texts, words }) => ports.findNames(version, texts, words),
    "viewer.open": ({ hash }) => ports.openViewer(hash).then(nothing),
    "options.open": () => ports.openOptions().then(nothing),
    "dossiers.list": () => dossiers.list(),
    "dossier.enable": ({ id, on }) => dossiers.enable(id, on).then(nothing),
    "dossier.import": ({ text }) => dossiers.import(text),
    "dossier.export": async ({ id }) => `${JSON.stringify(await library.whole(id), null, 2)}\n`,
    "dossier.remove": ({ id }) => dossiers.remove(id).then(nothing),
    "dossier.restore": ({ id }) => dossiers.restore(id).then(nothing),
    "feeds.list": () => feeds.list(),
    "feeds.checkAll": () => feeds.checkAll().then(nothing),
    "feed.preview": ({ url }) => feeds.preview(url),
    "feed.add": ({ url }) => feeds.add(url),
    "feed.check": ({ url }) => feeds.check(url).then(nothing),
    "feed.cancel": ({ url }) => feeds.cancel(url).then(nothing),
    "feed.rollBack": ({ url }) => feeds.rollBack(url).then(nothing),
    "feed.remove": ({ url }) => feeds.remove(url).then(nothing),
    "feed.restore": ({ url }) => feeds.restore(url).then(nothing),
    "feed.setInterval": ({ url, minutes }) => feeds.setInterval(url, minutes).then(nothing),
    "feed.history": ({ url }) => feeds.history(url),
    "storage.info": () => library.storageInfo(),
  };
}
