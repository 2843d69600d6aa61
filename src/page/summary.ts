import type { PageSummary } from "../shared/page-messages.ts";
import type { PagePort } from "./browser-api.ts";
import type { PageMention } from "./mention-index.ts";

/** How often each person is named, in the order in which they are first named. */
export function countPeople(mentions: readonly PageMention[]): PageSummary["people"] {
  const people = new Map<string, PageSummary["people"][number]>();
  for (const { key, person } of mentions) {
    const entry = people.get(key);
    if (entry) entry.count++;
    else people.set(key, { key, name: person.name, count: 1 });
  }
  return [...people.values()];
}

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
      const summary = this.#take();
      for (const port of this.#ports) port.postMessage(summary);
    });
  }
}
