import { checkFeedFile } from "../dossier/feed.ts";
import { FEED_FORMAT, type Feed } from "../dossier/feed-schema.ts";
import { DOSSIER_FORMAT } from "../dossier/schema.ts";
import { CommandError, EXIT, UsageError } from "./dossier-command.ts";
import { readText, writeWhole } from "./dossier-files.ts";
import { failure, findingLine, locate } from "./dossier-report.ts";

/** Whether a file says of itself that it is a feed index. */
export function isFeedFile(path: string): boolean {
  return isOfKind(FEED_FORMAT, readText(path));
}

/** Whether a text says of itself that it is of a format, in whatever version. */
export function isOfKind(format: string, text: string): boolean {
  try {
    const value = JSON.parse(text) as { format?: unknown } | null;
    return String(value?.format).startsWith(format.slice(0, format.indexOf("/") + 1));
  } catch {
    return false;
  }
}

/** Reads a feed index; throws CommandError with every fault of it. */
export function readFeedFile(path: string): Feed {
  const text = readText(path);
  if (isOfKind(DOSSIER_FORMAT, text)) {
    throw new UsageError(`${path}: is a dossier, and the index is wanted; name the file of the index first`);
  }
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
