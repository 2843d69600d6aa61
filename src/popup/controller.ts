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
  /** With a hash: at that place. */
  openViewer(hash?: string): void;
  openOptions(): void;
}

/**
 * Milliseconds between two rounds in which all frames of the page are asked anew. A frame tells by itself what changes in
 * its text; this finds frames that have come or gone, and text that was shown or hidden.
 */
const ROUND = 2_000;
/** Milliseconds in which a frame that is there answers. */
const ANSWER = 400;

/** Everything the popup does beside showing its state. */
export function createController(store: Store<PopupState, PopupEvent>, ports: PopupPorts) {
  const { dispatch } = store;
  const fail = (error: unknown) => dispatch({ type: "failure", error: errorInfo(error) });
  let connection: { close(): void } | undefined;

  function connect(tab: Tab): void {
    connection?.close();
    dispatch({ type: "connecting" });
    open(tab);
  }

  function open(tab: Tab): void {
    let hasAnswered = false;
    const current = ports.connect(
      tab.id,
      (summary) => {
        hasAnswered = true;
        if (store.state().tab?.id === tab.id) dispatch({ type: "summary", summary });
      },
      () => {
        if (connection !== current) return;
        // Firefox ends the whole connection when one of the frames goes: the others may still be there.
        if (hasAnswered) renew(tab);
        else explain(tab).catch(failPage);
      },
    );
    connection = current;
  }

  function askAgain(): void {
    const { tab, page, stale, heard } = store.state();
    if (tab && page.type === "live" && !stale && !heard) renew(tab);
    if (page.type === "loading") lookOnceLoaded().catch(failPage);
  }

  /** The event that tells the end of loading may have come before anybody listened. */
  async function lookOnceLoaded(): Promise<void> {
    const tab = await ports.findTab();
    if (!tab?.loading && store.state().page.type === "loading") await look();
  }

  /** Asks all frames of the page anew; the old connection stays until the new one has been answered. */
  function renew(tab: Tab): void {
    const before = connection;
    dispatch({ type: "asking" });
    open(tab);
    const current = connection;
    ports.wait(ANSWER, () => {
      before?.close();
      if (connection === current) dispatch({ type: "asked" });
    });
  }

  /** What went wrong is said, and that nothing is known of the page. */
  function failPage(error: unknown): void {
    dispatch({ type: "page", page: { type: "failed" } });
    fail(error);
  }

  /** Nothing in the page answers, or it let no script in (`refusal`): find out why. */
  async function explain(tab: Tab, refusal?: ClosedReason): Promise<void> {
    if (store.state().tab?.loading) return dispatch({ type: "page", page: { type: "loading" } });
    const reason = tab.url ? closedReason(tab.url, await ports.fileAccess()) : undefined;
    if (reason) return dispatch({ type: "page", page: { type: "closed", reason } });
    try {
      const pdf = (await ports.contentType(tab.id)) === "application/pdf";
      const closed = pdf ? "pdf" : refusal;
      dispatch({ type: "page", page: closed ? { type: "closed", reason: closed } : { type: "missing" } });
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
      if (!loading) look().catch(failPage);
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
      ports.toPage(tab.id, { type: "go", step, frame, ...(person ? { person } : {}) }).catch(fail);
    },
    annotateNow() {
      const { tab } = store.state();
      if (!tab) return;
      dispatch({ type: "page", page: { type: "starting" } });
      ports
        .inject(tab.id)
        .then(
          () => connect(tab),
          () => explain(tab, "restricted"),
        )
        .catch(failPage);
    },
    openViewer: ports.openViewer,
    openOptions: ports.openOptions,
  };

  async function start(): Promise<void> {
    ports.settings.subscribe((settings) => dispatch({ type: "settings", settings }));
    ports.every(ROUND, askAgain);
    const library = Promise.all([
      send(ports.transport, "dossiers.list", {}),
      send(ports.transport, "storage.info", {}),
    ]).then(([dossiers, storage]) => dispatch({ type: "library", dossiers, storage }));
    const settings = ports.settings.load().then((loaded) => dispatch({ type: "settings", settings: loaded }));
    await Promise.all([settings.catch(fail), look().catch(failPage), library.catch(fail)]);
  }

  return { actions, start, look: () => look().catch(failPage) };
}
