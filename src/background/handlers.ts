import type { FoundNames } from "../shared/found-names.ts";
import type { PageSummary, ToPage } from "../shared/page-messages.ts";
import type { Vetoes } from "../shared/vetoes.ts";
import type { Library } from "../sync/library.ts";
import { around } from "./around.ts";
import { exportText } from "./export-text.ts";
import { goOn } from "./go-on.ts";
import type { Handlers } from "./router.ts";
import { type Veto, withoutVeto, withVeto } from "./vetoes.ts";

/** What handlers do beyond the library. */
export interface HandlerPorts {
  openViewer(hash: string): Promise<void>;
  openOptions(): Promise<void>;
  /** Those of private windows are kept apart, and forgotten with the browser's session. */
  changeVetoes(isPrivate: boolean, apply: (held: readonly Veto[]) => readonly Veto[]): Promise<unknown>;
  privateVetoes(): Promise<Vetoes>;
  findNames(version: number, texts: readonly string[], words: readonly string[]): Promise<FoundNames | null>;
  /** What the frames of a tab have, as far as they say it soon. */
  framesOf(tab: number): Promise<PageSummary[]>;
  /** To all frames of a tab; fails quietly where no content script is. */
  toTab(tab: number, message: ToPage): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
}

const nothing = () => null;

/** One line a request. */
export function createHandlers(library: Library, ports: HandlerPorts): Handlers {
  const { dossiers, feeds } = library;
  const toTab = (tab: number | undefined, message: ToPage) =>
    tab === undefined ? null : ports.toTab(tab, message).then(nothing);
  return {
    "card.get": ({ refs }) => library.cards(refs),
    "card.seen": ({ ref }, { isPrivate }) => (isPrivate ? null : library.markSeen(ref).then(nothing)),
    "card.shown": ({ id }, { tab }) => toTab(tab, { type: "other-card", id }),
    "card.close": ({ id }, { tab }) => toTab(tab, { type: "close-card", id }),
    "pointer.follow": ({ id }, { tab }) => toTab(tab, { type: "follow-pointer", id }),
    "pointer.here": ({ id, at }, { tab }) => toTab(tab, { type: "pointer-away", id, at }),
    "mentions.around": async (data, { tab }) => (tab === undefined ? null : around(await ports.framesOf(tab), data)),
    "go.on": (data, { tab }) => (tab === undefined ? null : goOn(data, tab, ports).then(nothing)),
    "veto.add": (change, { isPrivate }) =>
      ports.changeVetoes(isPrivate, (held) => withVeto(held, change, ports.now())).then(nothing),
    "veto.remove": (change, { isPrivate }) =>
      ports.changeVetoes(isPrivate, (held) => withoutVeto(held, change)).then(nothing),
    "vetoes.private": (_none, { isPrivate }) => (isPrivate ? ports.privateVetoes() : {}),
    "names.find": ({ version, texts, words }) => ports.findNames(version, texts, words),
    "viewer.open": ({ hash }) => ports.openViewer(hash).then(nothing),
    "options.open": () => ports.openOptions().then(nothing),
    "dossiers.list": () => dossiers.list(),
    "dossier.enable": ({ id, on }) => dossiers.enable(id, on).then(nothing),
    "dossier.import": ({ text }) => dossiers.import(text),
    "dossier.export": async ({ id }) => exportText(await library.whole(id)),
    "dossier.remove": ({ id }) => dossiers.remove(id).then(nothing),
    "dossier.restore": ({ id }) => dossiers.restore(id).then(nothing),
    "feeds.list": () => feeds.list(),
    "feeds.checkAll": () => feeds.checkAll().then(nothing),
    "feed.preview": ({ url }) => feeds.preview(url),
    "feed.add": ({ url, fingerprint }) => feeds.add(url, { fingerprint }),
    "feed.check": ({ url }) => feeds.check(url).then(nothing),
    "feed.cancel": ({ url }) => feeds.cancel(url).then(nothing),
    "feed.rollBack": ({ url }) => feeds.rollBack(url).then(nothing),
    "feed.takeAgain": ({ url }) => feeds.takeAgain(url).then(nothing),
    "feed.remove": ({ url }) => feeds.remove(url).then(nothing),
    "feed.restore": ({ url }) => feeds.restore(url).then(nothing),
    "feed.setInterval": ({ url, minutes }) => feeds.setInterval(url, minutes).then(nothing),
    "feed.history": ({ url }) => feeds.history(url),
    "storage.info": () => library.storageInfo(),
    "storage.free": () => library.freeRoom().then(nothing),
  };
}
