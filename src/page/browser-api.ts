import type { MessageSource } from "../shared/i18n.ts";
import type { PublishedNames, PublishedState } from "../shared/page-state.ts";

/** A port of `runtime.onConnect`, as far as pages use it. */
export interface PagePort {
  name: string;
  postMessage(message: unknown): void;
  onDisconnect: { addListener(listener: () => void): void };
}

interface Event<Listener> {
  addListener(listener: Listener): void;
  removeListener(listener: Listener): void;
}

/** What a content script uses of `browser` (Firefox, newer Chromium) or of `chrome` (promises since Manifest V3). */
export interface PageBrowser {
  runtime: {
    /** Absent once the extension has been reloaded or removed while the page stayed open. */
    id?: string;
    getURL(path: string): string;
    sendMessage(message: unknown): Promise<unknown>;
    onMessage: Event<(message: unknown) => void>;
    onConnect: Event<(port: PagePort) => void>;
  };
  storage: {
    local: { get(keys: string[]): Promise<PublishedState & { names?: PublishedNames }> };
    onChanged: Event<(changes: Record<string, unknown>, area: string) => void>;
  };
  /** Whether this is a tab of a private window. */
  extension?: { inIncognitoContext?: boolean };
  i18n: MessageSource;
}
