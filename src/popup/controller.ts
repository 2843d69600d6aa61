import { errorInfo } from "../dossier/errors.ts";
import { send } from "../shared/send.ts";
import type { Settings } from "../shared/settings.ts";
import { withSite } from "../shared/settings-store.ts";
import type { Store } from "../shared/ui/store.ts";
import type { PageState, PopupEvent, PopupState, Tab } from "./model.ts";
import type { PopupPorts } from "./ports.ts";
import { frameAt } from "./summary.ts";
import { type ClosedReason, closedReason, refusedReason } from "./tab-kind.ts";

export interface PopupActions {
  setEnabled(on: boolean): void;
  setSite(host: string, on: boolean): void;
  go(step: 1 | -1, person?: string): void;
  annotateNow(): void;
  openViewer(): void;
  openOptions(): void;
}

/** Everything the popup does beside showing its state. */
export function createController(store: Store<PopupState, PopupEvent>, ports: PopupPorts) {
  const { dispatch } = store;
  const fail = (error: unknown) => dispatch({ type: "failure", error: errorInfo(error) });
  let connection: { close(): void } | undefined;

  function connect(tab: Tab): void {
    connection?.close();
    dispatch({ type: "connecting" });
    const current = ports.connect(
      tab.id,
      (summary) => dispatch({ type: "summary", summary }),
      () => {
        if (connection === current) void explain(tab).catch(fail);
      },
    );
    connection = current;
  }

  /** Nothing in the page answers: find out why. */
  async function explain(tab: Tab): Promise<void> {
    if (store.state().tab?.loading) return dispatch({ type: "page", page: { type: "loading" } });
    const reason = tab.url ? closedReason(tab.url, await ports.fileAccess()) : undefined;
    if (reason) return dispatch({ type: "page", page: { type: "closed", reason } });
    try {
      const pdf = (await ports.contentType(tab.id)) === "application/pdf";
      dispatch({ type: "page", page: pdf ? { type: "closed", reason: "pdf" } : { type: "missing" } });
    } catch (error) {
      const told = refusedReason(error instanceof Error ? error.message : String(error));
      dispatch({ type: "page", page: await refused(tab, told) });
    }
  }

  async function refused({ url, pdf }: Tab, told: ClosedReason | undefined): Promise<PageState> {
    if (told) return { type: "closed", reason: told };
    if (url) return { type: "closed", reason: pdf ? "pdf" : "restricted" };
    return (await ports.seesAddresses()) ? { type: "closed", reason: "hidden" } : { type: "unknown" };
  }

  async function look(): Promise<void> {
    const before = store.state().tab?.id;
    const tab = await ports.findTab();
    dispatch({ type: "tab", tab });
    if (!tab) return;
    connect(tab);
    if (tab.id === before) return;
    ports.onLoad(tab.id, (loading) => {
      if (store.state().tab?.id !== tab.id) return;
      dispatch({ type: "tab", tab: { ...tab, loading } });
      if (!loading) void look().catch(fail);
    });
  }

  async function save(patch: Partial<Settings>): Promise<void> {
    const { settings } = store.state();
    if (settings) dispatch({ type: "settings", settings: { ...settings, ...patch } });
    try {
      await ports.settings.save(patch);
    } catch (error) {
      if (settings) dispatch({ type: "settings", settings });
      fail(error);
    }
  }

  const actions: PopupActions = {
    setEnabled: (enabled) => void save({ enabled }),
    setSite(host, on) {
      const { settings } = store.state();
      if (settings) void save(withSite(settings, host, on));
    },
    go(step, person) {
      dispatch({ type: "step", step, person });
      const { tab, frames, walk } = store.state();
      const frame = frameAt(frames, walk.position, person);
      if (!tab || !frame) return;
      void ports.toPage(tab.id, { type: "go", step, frame, ...(person ? { person } : {}) }).catch(fail);
    },
    annotateNow() {
      const { tab } = store.state();
      if (!tab) return;
      dispatch({ type: "page", page: { type: "starting" } });
      void ports.inject(tab.id).then(
        () => connect(tab),
        () => dispatch({ type: "page", page: { type: "closed", reason: "restricted" } }),
      );
    },
    openViewer: ports.openViewer,
    openOptions: ports.openOptions,
  };

  async function start(): Promise<void> {
    ports.settings.subscribe((settings) => dispatch({ type: "settings", settings }));
    const library = Promise.all([
      send(ports.transport, "dossiers.list", {}),
      send(ports.transport, "storage.info", {}),
    ]).then(([dossiers, storage]) => dispatch({ type: "library", dossiers, storage }), fail);
    dispatch({ type: "settings", settings: await ports.settings.load() });
    await Promise.all([look().catch(fail), library]);
  }

  return { actions, start, look };
}
