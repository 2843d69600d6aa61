import type { LibrarySnapshot, VetoRow } from "../../../src/shared/library-port.ts";
import type { DossierRow, FeedPreview, FeedRow, HistoryEntry, StorageInfo } from "../../../src/shared/rows.ts";

/** The present in every fixture. */
export const NOW = Date.parse("2026-11-24T10:00:00Z");

export const STORAGE: StorageInfo = { mode: "database", usage: 3_400_000, quota: 2_100_000_000, persisted: false };

export const BUNDLED: DossierRow = {
  id: "harbour-inquiry",
  title: "The harbour inquiry",
  summary: "Who knew what of the new harbour's cost, and what they told the council between March and November.",
  publisher: "Example Press",
  license: "CC BY 4.0",
  version: 3,
  asOf: "2026-11-02",
  updated: "2026-11-20T08:00:00Z",
  counts: { people: 16, statements: 27, events: 12, sources: 8 },
  bytes: 48_200,
  origin: { type: "bundled" },
  enabled: true,
  changes: [
    { version: 2, date: "2026-10-01", text: "Adds the treasurer's letter of 28 September." },
    { version: 3, date: "2026-11-20", text: "Adds the second hearing; withdraws a quote that was misattributed." },
  ],
};

export const IMPORTED: DossierRow = {
  ...BUNDLED,
  id: "school-roof",
  title: "The school roof: a story with a very long title that has to run over more than one line to be told apart",
  version: 1,
  counts: { people: 1, statements: 1, events: 0, sources: 1 },
  origin: { type: "imported" },
  enabled: false,
  changes: [],
};

const ofFeed: DossierRow = {
  ...BUNDLED,
  id: "https://feeds.example.org/news.json#river-treaty",
  title: "The river treaty",
  version: 41,
  bytes: 1_240_000,
  origin: { type: "feed", feed: "https://feeds.example.org/news.json", feedTitle: "Example News: running stories" },
};

export const FEED: FeedRow = {
  url: "https://feeds.example.org/news.json",
  title: "Example News: running stories",
  publisher: "Example News",
  fingerprint: "7f3a 19c2 e05d 88b1",
  phase: { type: "idle" },
  published: "2026-11-23T17:00:00Z",
  checked: "2026-11-24T09:47:00Z",
  next: "2026-11-25T09:31:00Z",
  result: { type: "updated", dossiers: [{ id: "river-treaty", title: "The river treaty", from: 40, to: 41 }] },
  canRollBack: true,
  dossiers: [ofFeed],
};

export const FAILED: FeedRow = {
  ...FEED,
  url: "http://localhost:8080/feed.json",
  title: "Village gazette",
  publisher: "The village",
  phase: { type: "idle" },
  next: "2026-11-24T10:41:00Z",
  result: { type: "failed", error: { code: "http-status", details: ["localhost:8080", "500"] } },
  canRollBack: false,
  interval: 60,
  dossiers: [{ ...ofFeed, id: "http://localhost:8080/feed.json#bridge", title: "The bridge", version: 2, heldBack: 3 }],
};
delete FAILED.fingerprint;

export const DOWNLOADING: FeedRow = {
  ...FEED,
  url: "https://big.example.org/feed.json",
  title: "A very large feed",
  phase: { type: "downloading", dossier: "archive", received: 6_300_000, total: 15_000_000 },
  dossiers: [{ ...ofFeed, id: "https://big.example.org/feed.json#archive", title: "The archive" }],
};

/** One dossier of it came, another did not. */
const PARTLY: FeedRow = {
  ...FEED,
  next: "2026-11-24T10:00:20Z",
  result: {
    type: "failed",
    error: { code: "bad-hash", details: [] },
    dossier: { id: "river-treaty", title: ofFeed.title },
    updated: [{ id: "dam", title: "The dam", from: 6, to: 7 }],
  },
  dossiers: [ofFeed, { ...ofFeed, id: `${FEED.url}#dam`, title: "The dam", version: 7, bytes: 96_000 }],
};

/** Added, and nothing of it has ever come. */
const NEVER_CAME: FeedRow = {
  ...FEED,
  url: "https://old.example.net/a/rather/long/path/to/the/feed/of/this/publisher/feed.json",
  title: "Old address",
  publisher: "Old Press",
  result: {
    type: "failed",
    error: {
      code: "not-found",
      details: ["https://old.example.net/a/rather/long/path/to/the/feed/of/this/publisher/feed.json"],
    },
  },
  next: "2026-11-24T10:04:00Z",
  canRollBack: false,
  dossiers: [],
};

const NEW_KEY: FeedRow = {
  ...FEED,
  fingerprint: "c41d 90ab 5e77 02f6",
  keyChange: {
    added: ["c41d 90ab 5e77 02f6"],
    dropped: ["7f3a 19c2 e05d 88b1"],
    first: false,
    at: "2026-11-24T09:47:00Z",
  },
};

const STRANGE_KEY: FeedRow = {
  ...FEED,
  url: "https://gazette.example/feed.json",
  title: "Village gazette",
  publisher: "The village",
  next: "2026-11-24T10:31:00Z",
  result: { type: "failed", error: { code: "unknown-key", details: ["11aa 22bb 33cc 44dd"] } },
  dossiers: [{ ...ofFeed, id: "https://gazette.example/feed.json#bridge", title: "The bridge", version: 2 }],
};

const NO_ROOM: FeedRow = {
  ...NEW_KEY,
  next: "2026-11-24T10:00:40Z",
  result: {
    type: "failed",
    error: { code: "quota", details: [] },
    dossier: { id: "river-treaty", title: ofFeed.title },
  },
};

export const HISTORY: HistoryEntry[] = [
  {
    at: "2026-11-24T09:47:00Z",
    result: FEED.result!,
    changes: [
      {
        dossier: "river-treaty",
        title: "The river treaty",
        from: 40,
        to: 41,
        added: [
          { type: "person", id: "ann-example", label: "Ann Example", people: [] },
          { type: "statement", id: "s9", label: "“The water is ours as much as theirs.”", people: ["ann-example"] },
        ],
        changed: [
          { type: "event", id: "e4", label: "Signing at the border bridge", people: ["ann-example", "bo-sample"] },
        ],
        withdrawn: [
          {
            type: "statement",
            id: "s2",
            label: "“We never met.”",
            people: ["bo-sample"],
            reason: "The paper that printed it has corrected the name of the speaker.",
          },
        ],
        omitted: 1_234,
      },
    ],
  },
  { at: "2026-11-20T09:47:00Z", result: { type: "failed", error: { code: "offline", details: [] } }, changes: [] },
];

export const PREVIEW: FeedPreview = {
  url: "https://new.example.org/feed.json",
  title: "New stories",
  publisher: "New Press",
  publisherUrl: "https://new.example.org/",
  summary: "Stories of the region that go on for years.",
  fingerprint: "0a1b 2c3d 4e5f 6071",
  expires: "2027-02-01",
  bytes: 310_000,
  dossiers: [
    {
      id: "tunnel",
      title: "The tunnel",
      summary: "Who decided where the tunnel goes, and who paid for it.",
      version: 7,
      bytes: 210_000,
      updated: "2026-11-01",
      held: [{ origin: { type: "imported" }, version: 6 }],
    },
    { id: "vote", title: "The recount", version: 1, bytes: 100_000, held: [] },
  ],
};

const VETOES: VetoRow[] = [
  {
    person: "harbour-inquiry/ann-example",
    name: "Ann Example",
    scope: "site",
    host: "shop.example",
    path: "/",
    at: NOW - 7_200_000,
  },
  { person: "harbour-inquiry/bo", name: "Bo Sample", scope: "page", host: "news.example.org", path: "/sport/7" },
];

export const LIBRARIES: Record<string, LibrarySnapshot> = {
  empty: {
    feeds: [],
    dossiers: [],
    storage: { mode: "database", persisted: true, usage: 0, quota: 1_000_000_000 },
    vetoes: [],
  },
  usual: { feeds: [FEED], dossiers: [BUNDLED, IMPORTED, ofFeed], storage: STORAGE, vetoes: VETOES },
  busy: { feeds: [DOWNLOADING, FEED, FAILED], dossiers: [BUNDLED, ofFeed], storage: STORAGE, vetoes: [] },
  failed: { feeds: [FAILED, PARTLY, NEVER_CAME], dossiers: [BUNDLED, ofFeed], storage: STORAGE, vetoes: [] },
  "changed-key": { feeds: [NEW_KEY, STRANGE_KEY], dossiers: [BUNDLED, ofFeed], storage: STORAGE, vetoes: [] },
  full: {
    feeds: [NO_ROOM],
    dossiers: [BUNDLED, ofFeed],
    storage: {
      mode: "database",
      reason: { code: "quota", details: [] },
      persisted: false,
      usage: 2_090_000_000,
      quota: 2_100_000_000,
    },
    vetoes: [],
  },
  memory: {
    feeds: [],
    dossiers: [BUNDLED],
    storage: { mode: "memory", reason: { code: "database-blocked", details: [] } },
    vetoes: [],
  },
};
