import { errorInfo } from "../dossier/errors.ts";
import type { RequestData, RequestType } from "../shared/messages.ts";
import { send } from "../shared/send.ts";
import type { Settings } from "../shared/settings.ts";
import type { Store } from "../shared/ui/store.ts";
import { type AddFeedActions, createAddFeed } from "./add-feed-controller.ts";
import { importFiles } from "./import-files.ts";
import type { OptionsEvent, OptionsState, Place, Subject } from "./model.ts";
import type { OptionsPorts } from "./ports.ts";

/** Requests that answer nothing worth keeping: what they change comes back through the library port. */
type Order = Exclude<RequestType, "feed.history" | "feed.preview" | "feed.add" | "dossier.import" | "dossier.export">;

export interface OptionsActions {
  feed: AddFeedActions;
  /** Sends an order; its failure is shown at `place`. */
  order<T extends Order>(place: Place, type: T, data: RequestData<T>): void;
  save(patch: Partial<Settings>): void;
  importFiles(files: readonly File[]): void;
  exportDossier(id: string, name: string): void;
  loadHistory(url: string): void;
  ask(subject: Subject): void;
  keep(): void;
  remove(): void;
  undo(id: string): void;
  letGo(id: string): void;
  persist(): void;
  openShortcuts(): void;
}

/** How often relative times are brought up to date, milliseconds. */
const TICK = 15_000;

/** Everything the options page does beside showing its state. */
export function createController(store: Store<OptionsState, OptionsEvent>, ports: OptionsPorts) {
  const { dispatch } = store;
  let imports = 0;

  async function attempt(place: Place, work: Promise<unknown>): Promise<boolean> {
    dispatch({ type: "tried", place });
    try {
      await work;
      return true;
    } catch (error) {
      dispatch({ type: "failed", place, error: errorInfo(error) });
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
      type === "feed"
        ? send(ports.transport, "feed.remove", { url: id })
        : send(ports.transport, "dossier.remove", { id });
    if (await attempt(`${type}:${id}`, work)) dispatch({ type: "removed", subject });
  }

  async function undo({ type, id }: Subject): Promise<void> {
    const work =
      type === "feed"
        ? send(ports.transport, "feed.restore", { url: id })
        : send(ports.transport, "dossier.restore", { id });
    if (await attempt("feeds", work)) dispatch({ type: "let-go", id });
  }

  async function loadHistory(url: string): Promise<void> {
    if (!store.state().histories[url]) dispatch({ type: "history", url, history: { type: "loading" } });
    try {
      const entries = await send(ports.transport, "feed.history", { url });
      dispatch({ type: "history", url, history: { type: "ready", entries } });
    } catch (error) {
      dispatch({ type: "history", url, history: { type: "failed", error: errorInfo(error) } });
    }
  }

  /** Only a page can ask for it, no worker; what came of it is the same for all of the extension. */
  async function persist(): Promise<void> {
    await ports.persist();
    dispatch({ type: "storage", storage: await send(ports.transport, "storage.info", {}) });
  }

  /** An open history follows each check of its feed. */
  function refreshHistories(checkedBefore: ReadonlyMap<string, string | undefined>): void {
    const { histories, library } = store.state();
    for (const { url, checked } of library?.feeds ?? [])
      if (histories[url] && checked !== checkedBefore.get(url)) void loadHistory(url);
  }

  const actions: OptionsActions = {
    feed: createAddFeed(store, ports),
    order: (place, type, data) => void attempt(place, send(ports.transport, type, data)),
    save: (patch) => void save(patch),
    importFiles(files) {
      imports += files.length;
      const first = imports - files.length;
      void importFiles(files, ports.transport, first, (line) => dispatch({ type: "import", line }));
    },
    exportDossier(id, name) {
      const work = send(ports.transport, "dossier.export", { id }).then((text) => ports.saveFile(name, text));
      void attempt(`dossier:${id}`, work);
    },
    loadHistory: (url) => void loadHistory(url),
    ask: (subject) => dispatch({ type: "ask", subject }),
    keep: () => dispatch({ type: "keep" }),
    remove() {
      const { asking } = store.state();
      if (asking) void remove(asking);
    },
    undo(id) {
      const subject = store.state().removed.find((one) => one.id === id);
      if (subject) void undo(subject);
    },
    letGo: (id) => dispatch({ type: "let-go", id }),
    persist() {
      void attempt("storage", persist());
    },
    openShortcuts: () => void attempt("settings", ports.openShortcuts()),
  };

  async function start(): Promise<void> {
    ports.settings.subscribe((settings) => dispatch({ type: "settings", settings }));
    ports.follow((library) => {
      const before = new Map(store.state().library?.feeds.map(({ url, checked }) => [url, checked]));
      dispatch({ type: "library", library });
      refreshHistories(before);
    });
    ports.every(TICK, () => dispatch({ type: "tick", now: ports.now() }));
    dispatch({ type: "settings", settings: await ports.settings.load() });
    dispatch({ type: "commands", commands: await ports.commands() });
  }

  return { actions, start };
}
