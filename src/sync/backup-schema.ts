import * as v from "valibot";
import { LIMITS } from "../dossier/limits.ts";
import type { BackupData, Subscription } from "./backup.ts";

/**
 * What the backup may hold. It lies where the reader, a profile tool or a fault of the disk can change it, and from there
 * it goes into the database: what is not of this shape is left out, one subscription at a time.
 */
const time = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15));
const url = v.pipe(v.string(), v.maxLength(LIMITS.urlLength), v.url());
const line = v.pipe(v.string(), v.maxLength(LIMITS.lineLength));
const wholeNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const trust = v.object({
  keys: v.array(v.object({ key: v.string(), use: v.picklist(["sign", "recovery"]) })),
  marks: v.array(
    v.object({
      key: v.string(),
      sequence: wholeNumber,
      digest: v.string(),
      versions: v.array(v.object({ id: v.string(), version: wholeNumber, sha256: v.string() })),
    }),
  ),
  former: v.exactOptional(v.array(v.string())),
  recovery: v.exactOptional(wholeNumber),
});

const fingerprints = v.array(line);
const keyChange = v.object({
  added: fingerprints,
  recovery: v.exactOptional(fingerprints),
  dropped: fingerprints,
  first: v.boolean(),
  at: time,
});

const subscription = v.object({
  url,
  title: line,
  publisher: line,
  fingerprint: v.exactOptional(v.string()),
  keyChange: v.exactOptional(keyChange),
  trust,
  interval: v.exactOptional(v.pipe(wholeNumber, v.maxValue(LIMITS.intervalMinutes))),
  added: time,
});

/** The readable part of a backup; empty where there is none. Never throws. */
export function readBackup(kept: unknown): BackupData {
  const { feeds, declined } = (typeof kept === "object" && kept !== null ? kept : {}) as Record<string, unknown>;
  return {
    feeds: listOf(feeds).filter((one): one is Subscription => v.is(subscription, one)),
    declined: listOf(declined).filter((id) => typeof id === "string"),
  };
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
