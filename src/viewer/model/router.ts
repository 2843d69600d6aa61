import { type Filter, NO_FILTER, type RecordKind, STATEMENT_KINDS } from "./filter.ts";
import { RECORD_TYPES } from "./search-documents.ts";

export const LIST_PAGES = ["cast", "statements", "timeline", "sources", "changes", "search", "print"] as const;
export const RECORD_PAGES = ["person", "statement", "event", "source"] as const;
export type ListPage = (typeof LIST_PAGES)[number];
export type RecordPage = (typeof RECORD_PAGES)[number];

export interface ListRoute {
  page: ListPage;
  filter: Filter;
  table: boolean;
  /** Chosen on the timeline: `<type>:<id>` of each record; absent: nothing. */
  chosen?: readonly string[];
  /** Of the cast; absent: as in the dossier. */
  order?: "name";
}

export type Route =
  | ListRoute
  | { page: RecordPage; id: string }
  /** An address that names no page of ours: shown as such, never guessed at. */
  | { page: "unknown"; path: string };

/** Where the viewer is: `#<dossier>/<page>[/<id>][?filter]`, each part percent-encoded. */
export interface Address {
  /** Absent: the first installed dossier. */
  dossier?: string | undefined;
  route: Route;
}

/** A mark may stand for thousands of records; an address that is passed on names no more of them than this. */
export const MOST_CHOSEN = 50;

const KINDS: readonly string[] = [...STATEMENT_KINDS, "event"];

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A stray "%" that somebody typed or cut: taken as it stands.
    return part;
  }
}

function parseFilter(query: URLSearchParams): Filter {
  const kind = query.get("kind");
  const type = RECORD_TYPES.find((one) => one === query.get("type"));
  return {
    query: query.get("q") ?? "",
    people: [...new Set(query.getAll("person"))].filter(Boolean),
    verbatimOnly: query.get("verbatim") === "1",
    ...(kind && KINDS.includes(kind) ? { kind: kind as RecordKind } : {}),
    ...(type ? { type } : {}),
    ...(query.get("source") ? { source: query.get("source")! } : {}),
  };
}

function parseRoute(parts: string[], query: URLSearchParams): Route {
  const [page = "cast", id, ...rest] = parts;
  const unknown: Route = { page: "unknown", path: parts.join("/") };
  if (rest.length) return unknown;
  if ((RECORD_PAGES as readonly string[]).includes(page)) return id ? { page: page as RecordPage, id } : unknown;
  if (id || !(LIST_PAGES as readonly string[]).includes(page)) return unknown;
  const chosen = [...new Set(query.getAll("at"))].filter(Boolean);
  return {
    page: page as ListPage,
    filter: parseFilter(query),
    table: query.get("view") === "table",
    ...(chosen.length ? { chosen } : {}),
    ...(query.get("order") === "name" ? { order: "name" as const } : {}),
  };
}

/** Reads `location.hash`. Never throws: what is not understood becomes the route "unknown". */
export function parseHash(hash: string): Address {
  const [path = "", ...queries] = hash.replace(/^#/, "").split("?");
  const [dossier = "", ...parts] = path.split("/").map(decode);
  while (parts.length && !parts.at(-1)) parts.pop();
  const route = parseRoute(parts, new URLSearchParams(queries.join("?")));
  return dossier ? { dossier, route } : { route };
}

function formatQuery({ filter, table, chosen = [], order }: ListRoute): string {
  const query = new URLSearchParams();
  if (filter.query) query.set("q", filter.query);
  for (const person of filter.people) query.append("person", person);
  if (filter.kind) query.set("kind", filter.kind);
  if (filter.source) query.set("source", filter.source);
  if (filter.verbatimOnly) query.set("verbatim", "1");
  if (filter.type) query.set("type", filter.type);
  if (table) query.set("view", "table");
  if (order) query.set("order", order);
  for (const key of chosen.slice(0, MOST_CHOSEN)) query.append("at", key);
  const text = query.toString();
  return text && `?${text}`;
}

/** The inverse of `parseHash`: an address that can be put into `href`. */
export function formatHash({ dossier = "", route }: Address): string {
  const start = `#${encodeURIComponent(dossier)}`;
  if (route.page === "unknown") return `${start}/${route.path.split("/").map(encodeURIComponent).join("/")}`;
  if ("id" in route) return `${start}/${route.page}/${encodeURIComponent(route.id)}`;
  const query = formatQuery(route);
  return route.page === "cast" && !query ? start : `${start}/${route.page}${query}`;
}

/** A list page with nothing narrowed. */
export function listRoute(
  page: ListPage,
  filter: Partial<Filter> = {},
  table = false,
  chosen: readonly string[] = [],
): ListRoute {
  return { page, filter: { ...NO_FILTER, ...filter }, table, ...(chosen.length ? { chosen } : {}) };
}
