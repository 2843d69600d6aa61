/**
 * Upper bounds that a dossier must keep (design: hostile data is bounded before it is read).
 * They leave room for ten times the largest story we know of: 10,000 people, 50,000 statements.
 */
export const LIMITS = {
  /** Bytes of one dossier file. */
  bytes: 64 * 1024 * 1024,
  /** Bytes of a feed index. */
  feedBytes: 4 * 1024 * 1024,
  /** Nested objects and lists in any JSON we read. */
  depth: 32,
  /**
   * Bytes of a file that goes between the options page and the background, in one message: Chromium allows 64 MiB of JSON,
   * in which every quote and line end of a text takes two bytes.
   */
  messageText: 30 * 1024 * 1024,
  /** Bytes of all dossiers that a feed lists: what it may come to hold without the reader being asked again. */
  feedTotal: 512 * 1024 * 1024,
  /** Longest time between two checks of a feed, a year. */
  intervalMinutes: 366 * 24 * 60,
  feedDossiers: 1_000,
  feedKeys: 50,
  feedSignatures: 20,
  people: 100_000,
  statements: 200_000,
  events: 100_000,
  sources: 100_000,
  aliasesPerPerson: 200,
  linksPerRecord: 200,
  /** UTF-16 code units. */
  idLength: 120,
  nameLength: 200,
  lineLength: 500,
  textLength: 20_000,
  urlLength: 2_048,
} as const;

/** A number of bytes as people are told it. */
export const mebibytes = (bytes: number): string => String(bytes / (1024 * 1024));
