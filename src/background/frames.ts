import { isPageSummary, type PageSummary, SUMMARY_PORT } from "../shared/page-messages.ts";

/** Frames answer within a few milliseconds, and nobody knows how many there are: after so long without another (ms). */
const QUIET = 60;
/** And after so long in any case (ms). */
const LONGEST = 400;

/** A port of `tabs.connect`, as far as it is used here. */
interface Port {
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
  disconnect(): void;
}

/** What the frames of a tab have, as far as they say it soon. */
export function framesOf(connect: (info: { name: string }) => Port): Promise<PageSummary[]> {
  return new Promise((resolve) => {
    const port = connect({ name: SUMMARY_PORT });
    const found = new Map<string, PageSummary>();
    let quiet: ReturnType<typeof setTimeout> | undefined;
    const end = () => {
      clearTimeout(quiet);
      clearTimeout(longest);
      port.disconnect();
      resolve([...found.values()]);
    };
    const longest = setTimeout(end, LONGEST);
    port.onDisconnect.addListener(end);
    port.onMessage.addListener((message) => {
      if (!isPageSummary(message)) return;
      found.set(message.frame, message);
      clearTimeout(quiet);
      quiet = setTimeout(end, QUIET);
    });
  });
}
