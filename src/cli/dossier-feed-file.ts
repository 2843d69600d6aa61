import { checkFeedFile } from "../dossier/feed.ts";
import { FEED_FORMAT, type Feed } from "../dossier/feed-schema.ts";
import { CommandError, EXIT } from "./dossier-command.ts";
import { readText, writeWhole } from "./dossier-files.ts";
import { failure, findingLine, locate } from "./dossier-report.ts";

/** Whether a file says of itself that it is a feed index. */
export function isFeedFile(path: string): boolean {
  try {
    const { format } = JSON.parse(readText(path)) as { format?: unknown };
    return typeof format === "string" && format.startsWith(FEED_FORMAT.slice(0, FEED_FORMAT.indexOf("/") + 1));
  } catch (error) {
    if (error instanceof CommandError) throw error;
    return false;
  }
}

/** Reads a feed index; throws CommandError with every fault of it. */
export function readFeedFile(path: string): Feed {
  const text = readText(path);
  const findings = [];
  try {
    const { feed, faults } = checkFeedFile(text);
    if (feed) return feed;
    findings.push(...locate(path, text, faults));
  } catch (error) {
    findings.push(failure(path, error));
  }
  throw new CommandError(findings.map(findingLine).join("\n"), EXIT.refused);
}

/** Indented: people read an index, and its signature holds whatever the spaces. */
export function writeFeedFile(path: string, feed: Feed): void {
  writeWhole(path, `${JSON.stringify(feed, null, 2)}\n`);
}
