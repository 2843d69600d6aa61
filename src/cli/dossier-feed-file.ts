import { FaultList } from "../dossier/faults.ts";
import { checkFeedFile } from "../dossier/feed.ts";
import { FEED_FORMAT, type Feed, feedSchema } from "../dossier/feed-schema.ts";
import { DOSSIER_FORMAT } from "../dossier/schema.ts";
import { unknownKeys } from "../dossier/unknown-keys.ts";
import { CommandError, EXIT, UsageError } from "./dossier-command.ts";
import { readText, writeWhole } from "./dossier-files.ts";
import { type Finding, failure, findingLine, locate } from "./dossier-report.ts";

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
  const { feed, findings } = examineFeed(path, text);
  if (feed) return feed;
  throw new CommandError(findings.map(findingLine).join("\n"), EXIT.refused);
}

export interface ExaminedFeed {
  /** There when it is valid. */
  feed?: Feed;
  findings: Finding[];
  /** Number of all faults, also of those beyond what is kept. */
  count: number;
}

/** All that can be said of one index without its dossiers. */
export function examineFeed(path: string, text = readText(path)): ExaminedFeed {
  try {
    const { feed, faults } = checkFeedFile(text);
    return { ...(feed && { feed }), findings: locate(path, text, faults), count: faults.count };
  } catch (error) {
    return { findings: [failure(path, error)], count: 1 };
  }
}

/** What is valid in an index and yet a slip: keys that the format does not know, and such that stand twice. */
export function adviseOnFeed(path: string): Finding[] {
  const text = readText(path);
  const unknown = new FaultList();
  unknownKeys(feedSchema, JSON.parse(text), unknown);
  return locate(path, text, new FaultList(), unknown);
}

/** Indented: people read an index, and its signature holds whatever the spaces. */
export function writeFeedFile(path: string, feed: Feed): void {
  writeWhole(path, `${JSON.stringify(feed, null, 2)}\n`);
}
