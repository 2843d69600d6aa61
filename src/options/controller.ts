import type { VetoRow } from "../shared/library-port.ts";
import type { RequestData, RequestType } from "../shared/messages.ts";
import type { FeedRow } from "../shared/rows.ts";
import { send } from "../shared/send.ts";
import type { Settings } from "../shared/settings.ts";
import type { Store } from "../shared/ui/store.ts";
import { type AddFeedActions, createAddFeed } from "./add-feed-controller.ts";
import { createAttempt } from "./attempt.ts";
import { createHistories } from "./histories.ts";
import { importFiles, noFile } from "./import-files.ts";
import type { OptionsPorts } from "./ports.ts";
import { createRemovals } from "./removals.ts";
import { repeating } from "./repeat.ts";
import type { ImportLine, OptionsEvent, OptionsState, Place, Subject } from "./state.ts";

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
  const attempt = createAttempt(store);
  const removals = createRemovals(store, transport, attempt);
  const histories = createHistories(store, transport);
  let imports = 0;

  async function save(patch: Partial<Settings>): Promise<void> {
    const { settings } = store.state();
    if (!settings) return;
    dispatch({ type: "settings", settings: { ...settings, ...patch } });
    if (!(await attempt("settings", ports.settings.save(patch)))) dispatch({ type: "settings", settings });
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
    loadHistory: (url) => void histories.load(url),
    ask: (subject) => dispatch({ type: "ask", subject }),
    keep: () => dispatch({ type: "keep" }),
    remove() {
      const { asking } = store.state();
      if (asking) void removals.remove(asking);
    },
    removeVeto: (veto) => void removals.removeVeto(veto),
    undo: removals.undo,
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
      const before = histories.marks();
      dispatch({ type: "library", library });
      histories.refresh(before);
    });
    ports.every(TICK, () => dispatch({ type: "tick", now: ports.now() }));
    const settings = ports.settings.load().then((loaded) => dispatch({ type: "settings", settings: loaded }));
    const commands = ports.commands().then((found) => dispatch({ type: "commands", commands: found }));
    await Promise.all([attempt("settings", settings), attempt("commands", commands)]);
  }

  return { actions, start };
}
