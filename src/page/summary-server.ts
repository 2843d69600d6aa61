import type { PageSummary } from "../shared/page-messages.ts";
import type { PagePort } from "./browser-api.ts";

/** Posts the summary of this frame to every connected popup, on connect and whenever `changed` is called. */
export class SummaryServer {
  readonly #ports = new Set<PagePort>();
  readonly #take: () => PageSummary;
  #isDue = false;

  constructor(take: () => PageSummary) {
    this.#take = take;
  }

  connect(port: PagePort): void {
    this.#ports.add(port);
    port.onDisconnect.addListener(() => this.#ports.delete(port));
    this.changed();
  }

  /** Many changes in one task are one message. */
  changed(): void {
    if (this.#isDue || this.#ports.size === 0) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      let summary: PageSummary;
      try {
        summary = this.#take();
      } catch {
        // Nothing of ours may reach the page's console; the popup asks again.
        return;
      }
      for (const port of this.#ports) {
        try {
          port.postMessage(summary);
        } catch {
          // Its popup has gone and nobody told us; the others still wait for theirs.
          this.#ports.delete(port);
        }
      }
    });
  }
}
