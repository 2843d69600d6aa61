import { errorInfo } from "../dossier/errors.ts";
import type { VetoRow } from "../shared/library-port.ts";
import type { RequestData, RequestType } from "../shared/messages.ts";
import type { FeedRow } from "../shared/rows.ts";
import { send } from "../shared/send.ts";
import type { Settings } from "../shared/settings.ts";
import type { Store } from "../shared/ui/store.ts";
import { type AddFeedActions, createAddFeed } from "./add-feed-controller.ts";
import { importFiles, noFile } from "./import-files.ts";
import {
  type History,
  type ImportLine,
  isListed,
  type OptionsEvent,
  type OptionsState,
  type Place,
  type Removed,
  type Subject,
  vetoId,
} from "./model.ts";
import type { OptionsPorts } from "./ports.ts";
import { repeating } from "./repeat.ts";

/** Requests that answer nothing worth keeping: what they change comes back through the library port. */
type Order = Exclude<RequestType, "feed.history" | "feed.preview" | "feed.add" | "dossier.import" | "dossier.export">;

export interface OptionsActions {
  feed: AddFeedActions;
  /** Sends an order; its failure is shown at `place`. */
  order<T extends Order>(place: Place, type: T, data: RequestData<T>): void;
  /** Checks a feed now; asks first for the access to a host whose lack ended the last check. Only a click may ask. */
  check(feed: FeedRow): void;
  save(patch: Partial<Settings>): void;
  /** Imports what was chosen or dropped; the lines of the import before give way. */
  importFiles(files: readonly File[]): void;
  closeImports(): void;
  exportDossier(id: string, name: string): void;
  loadHistory(url: string): void;
  ask(subject: Subject): void;
  keep(): void;
  remove(): void;
  /** Takes back a "not this person here". */
  removeVeto(veto: VetoRow): void;
  undo(id: string): void;
  letGo(id: string): void;
  persist(): void;
  /** Lets go what could be put back or gone back to. */
  freeRoom(): void;
  openShortcuts(): void;
}

/** How often relative times are brought up to date, milliseconds. */
const TICK = 15_000;

/** Everything the options page does beside showing its state. */
export function createController(store: Store<OptionsState, OptionsEvent>, ports: OptionsPorts) {
  const { dispatch } = store;
  const transport = repeating(ports.transport, (ms) => new Promise((done) => void ports.wait(ms, done)));
  const undoing = new Set<string>();
  /** The last request for the history of each feed. */
  const newest = new Map<string, number>();
  let asked = 0;
  let imports = 0;

  /** `named`: the title, where the row may have gone by the time that it is needed. */
  async function attempt(place: Place, work: Promise<unknown>, named?: { title: string }): Promise<boolean> {
    dispatch({ type: "tried", place });
    try {
      await work;
      return true;
    } catch (error) {
      const info = errorInfo(error);
      const subject = subjectAt(place, store.state());
      // Of a thing that is listed here, only that it has gone; its address may well be right.
      if (info.code === "not-found" && subject) dispatch({ type: "gone", subject: { ...subject, ...named } });
      else dispatch({ type: "failed", place, error: info });
      return false;
    }
  }

  async function save(patch: Partial<Settings>): Promise<void> {
    const { settings } = store.state();
    if (!settings) return;
    dispatch({ type: "settings", settings: { ...settings, ...patch } });
    if (!(await attempt("settings", ports.settings.save(patch)))) dispatch({ type: "settings", settings });
  }

  async function remove(subject: Subject): Promise<void> {
    dispatch({ type: "keep" });
    const { type, id } = subject;
    const work =
      type === "feed" ? send(transport, "feed.remove", { url: id }) : send(transport, "dossier.remove", { id });
    if (await attempt(`${type}:${id}`, work, { title: subject.title })) dispatch({ type: "removed", subject });
  }

  async function removeVeto(veto: VetoRow): Promise<void> {
    const work = send(transport, "veto.remove", change(veto));
    if (await attempt("vetoes", work)) dispatch({ type: "removed", subject: { type: "veto", id: vetoId(veto), veto } });
  }

  async function undo(removed: Removed): Promise<void> {
    const place = removed.type === "veto" ? "vetoes" : (`${removed.type}s` as const);
    // The background takes what is here for put back: only what was here before tells that nothing came of it.
    const isHere = removed.type !== "veto" && isListed(store.state(), removed);
    if (!(await attempt(place, restore(removed)))) {
      if (TOO_LATE.has(store.state().failures[place]?.code ?? "")) dispatch({ type: "let-go", id: removed.id });
    } else if (isHere) dispatch({ type: "here", subject: removed });
    else dispatch({ type: "let-go", id: removed.id });
  }

  function restore(removed: Removed): Promise<null> {
    switch (removed.type) {
      case "feed":
        return send(transport, "feed.restore", { url: removed.id });
      case "dossier":
        return send(transport, "dossier.restore", { id: removed.id });
      case "veto":
        return send(transport, "veto.add", { ...change(removed.veto), name: removed.veto.name });
    }
  }

  async function loadHistory(url: string): Promise<void> {
    if (!store.state().histories[url]) dispatch({ type: "history", url, history: { type: "loading" } });
    const own = ++asked;
    newest.set(url, own);
    const history = await send(transport, "feed.history", { url }).then(
      (entries): History => ({ type: "ready", entries }),
      (error): History => ({ type: "failed", error: errorInfo(error) }),
    );
    // An older answer that comes late tells of the past; of a feed that was removed meanwhile nothing is kept.
    if (newest.get(url) === own && store.state().histories[url]) dispatch({ type: "history", url, history });
  }

  /** Only a page can ask for it, no worker; what came of it is the same for all of the extension. */
  async function persist(): Promise<void> {
    const agreed = await ports.persist();
    dispatch({ type: "storage", storage: await send(transport, "storage.info", {}) });
    if (!agreed) dispatch({ type: "storage-told", told: "not-persisted" });
  }

  async function freeRoom(): Promise<void> {
    if (await attempt("storage", send(transport, "storage.free", {})))
      dispatch({ type: "storage-told", told: "freed" });
  }

  /** An open history follows whatever happens to its feed. */
  function refreshHistories(before: ReadonlyMap<string, string>): void {
    const { histories, library } = store.state();
    for (const feed of library?.feeds ?? [])
      if (histories[feed.url] && happened(feed) !== before.get(feed.url)) void loadHistory(feed.url);
  }

  /** Whatever the reader answers the browser: the check then says what lacks. */
  async function check(url: string, access: Promise<boolean> | undefined): Promise<void> {
    await access?.catch(() => false);
    await send(transport, "feed.check", { url });
  }

  const actions: OptionsActions = {
    feed: createAddFeed(store, { ...ports, transport }),
    order: (place, type, data) => void attempt(place, send(transport, type, data)),
    check({ url, result }) {
      const error = result?.type === "failed" ? result.error : undefined;
      const origin = error?.code === "permission-needed" ? error.details[1] : undefined;
      void attempt(`feed:${url}`, check(url, origin ? ports.requestHost(origin) : undefined));
    },
    save: (patch) => void save(patch),
    importFiles(files) {
      const first = imports;
      imports += Math.max(1, files.length);
      const report = (line: ImportLine) => dispatch({ type: "import", line });
      dispatch({ type: "imports-read" });
      if (files.length) void importFiles(files, transport, first, report);
      else report(noFile(first));
    },
    closeImports: () => dispatch({ type: "imports-read" }),
    exportDossier(id, name) {
      const work = send(transport, "dossier.export", { id }).then((text) => ports.saveFile(name, text));
      void attempt(`dossier:${id}`, work);
    },
    loadHistory: (url) => void loadHistory(url),
    ask: (subject) => dispatch({ type: "ask", subject }),
    keep: () => dispatch({ type: "keep" }),
    remove() {
      const { asking } = store.state();
      if (asking) void remove(asking);
    },
    removeVeto: (veto) => void removeVeto(veto),
    undo(id) {
      const subject = store.state().removed.find((one) => one.id === id);
      if (!subject || undoing.has(id)) return;
      undoing.add(id);
      void undo(subject).finally(() => undoing.delete(id));
    },
    letGo: (id) => dispatch({ type: "let-go", id }),
    persist() {
      void attempt("storage", persist());
    },
    freeRoom: () => void freeRoom(),
    openShortcuts: () => void attempt("settings", ports.openShortcuts()),
  };

  async function start(): Promise<void> {
    ports.settings.subscribe((settings) => dispatch({ type: "settings", settings }));
    ports.follow((message) => {
      if (message.type === "failed") return dispatch({ type: "failed", place: "library", error: message.error });
      const { snapshot: library } = message;
      dispatch({ type: "tried", place: "library" });
      const before = new Map(store.state().library?.feeds.map((feed) => [feed.url, happened(feed)]));
      dispatch({ type: "library", library });
      refreshHistories(before);
    });
    ports.every(TICK, () => dispatch({ type: "tick", now: ports.now() }));
    const settings = ports.settings.load().then((loaded) => dispatch({ type: "settings", settings: loaded }));
    const commands = ports.commands().then((found) => dispatch({ type: "commands", commands: found }));
    await Promise.all([attempt("settings", settings), attempt("commands", commands)]);
  }

  return { actions, start };
}

/** What a late undo fails with: it never comes back by itself. */
const TOO_LATE: ReadonlySet<string> = new Set(["feed-deleted", "dossier-deleted", "dossier-delisted"]);

/** The feed or dossier whose row a place is; undefined: the place is none. */
function subjectAt(place: Place, { library }: OptionsState): Subject | undefined {
  const [, type, id = ""] = /^(feed|dossier):(.*)$/s.exec(place) ?? [];
  if (type === "feed") return { type, id, title: library?.feeds.find(({ url }) => url === id)?.title ?? id };
  if (type === "dossier") return { type, id, title: library?.dossiers.find((row) => row.id === id)?.title ?? id };
  return undefined;
}

/** The part of a row that says which veto is meant. */
const change = ({ person, scope, host, path }: VetoRow) => ({ person, scope, host, path });

/** What of a feed's row changes with its history: not each roll-back or new key is a check. */
const happened = ({ checked, result, keyChange }: FeedRow) => JSON.stringify([checked, result, keyChange]);
