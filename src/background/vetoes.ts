import { type Vetoes, vetoKey } from "../shared/vetoes.ts";

/** Which veto is meant: of this person (`dossier/person`), on this page or all of this site. */
export interface VetoChange {
  person: string;
  scope: "page" | "site";
  host: string;
  path: string;
}

/** One veto as it is kept; `person` is a `vetoKey`. */
export interface Veto extends VetoChange {
  /** The person's name as it was then; absent for those of earlier versions. */
  name?: string | undefined;
  /** When the reader said it, milliseconds since 1970; absent for those of earlier versions, which kept no time. */
  at?: number;
}

const scopeOf = ({ scope, host, path }: VetoChange) => (scope === "site" ? host : host + path);
const isSame = (a: VetoChange, b: VetoChange) =>
  vetoKey(a.person) === vetoKey(b.person) && a.scope === b.scope && scopeOf(a) === scopeOf(b);

/** The vetoes with one more; a second time changes nothing. */
export function withVeto(held: readonly Veto[], change: Omit<Veto, "at">, at: number): readonly Veto[] {
  if (held.some((veto) => isSame(veto, change))) return held;
  const { scope, host, name } = change;
  const path = scope === "site" ? "/" : change.path;
  return [...held, { person: vetoKey(change.person), ...(name && { name }), scope, host, path, at }];
}

/** The vetoes with one less. */
export function withoutVeto(held: readonly Veto[], change: VetoChange): readonly Veto[] {
  return held.filter((veto) => !isSame(veto, change));
}

/** What pages go by. */
export function vetoesByPlace(held: readonly Veto[]): Vetoes {
  const places = new Map<string, string[]>();
  for (const veto of held) places.set(scopeOf(veto), [...(places.get(scopeOf(veto)) ?? []), veto.person]);
  return Object.fromEntries(places);
}

/** Vetoes out of whatever lies in storage: what is none is left out. */
export function cleanVetoes(raw: unknown): Veto[] {
  const vetoes = Array.isArray(raw) ? raw.flatMap(cleanVeto) : earlierVetoes(raw);
  return vetoes.filter((veto, at) => vetoes.findIndex((one) => isSame(one, veto)) === at);
}

function cleanVeto(raw: unknown): Veto[] {
  if (typeof raw !== "object" || raw === null) return [];
  const { person, name, scope, host, path, at } = raw as Record<string, unknown>;
  if (typeof person !== "string" || typeof host !== "string" || typeof path !== "string") return [];
  if (scope !== "page" && scope !== "site") return [];
  const kept = { ...(typeof name === "string" && { name }), ...(typeof at === "number" && { at }) };
  return [{ person: vetoKey(person), scope, host, path, ...kept }];
}

/** Earlier versions kept people by place, and named them by the id of the installed dossier. */
function earlierVetoes(raw: unknown): Veto[] {
  if (typeof raw !== "object" || raw === null) return [];
  return Object.entries(raw).flatMap(([key, people]) => {
    const slash = key.indexOf("/");
    const place =
      slash < 0
        ? ({ scope: "site", host: key, path: "/" } as const)
        : ({ scope: "page", host: key.slice(0, slash), path: key.slice(slash) } as const);
    return Array.isArray(people) ? people.flatMap((person) => cleanVeto({ person, ...place })) : [];
  });
}
