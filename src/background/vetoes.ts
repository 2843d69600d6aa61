import { type Vetoes, vetoKey } from "../shared/vetoes.ts";

export interface VetoChange {
  person: string;
  scope: "page" | "site";
  host: string;
  path: string;
}

const scopeOf = ({ scope, host, path }: VetoChange) => (scope === "site" ? host : host + path);
const heldAt = (vetoes: Vetoes, scope: string): readonly string[] =>
  Object.hasOwn(vetoes, scope) ? (vetoes[scope] ?? []) : [];

/** The vetoes with one more; a second time changes nothing. */
export function withVeto(vetoes: Vetoes, change: VetoChange): Vetoes {
  const scope = scopeOf(change);
  const held = heldAt(vetoes, scope);
  const person = vetoKey(change.person);
  return held.includes(person) ? vetoes : { ...vetoes, [scope]: [...held, person] };
}

/** The vetoes with one less; a scope without any goes. */
export function withoutVeto(vetoes: Vetoes, change: VetoChange): Vetoes {
  const scope = scopeOf(change);
  const left = heldAt(vetoes, scope).filter((person) => person !== vetoKey(change.person));
  const others = Object.entries(vetoes).filter(([other]) => other !== scope);
  return Object.fromEntries(left.length ? [...others, [scope, left]] : others);
}

/** Every veto as a change that takes it back, by place, then by person. */
export function listVetoes(vetoes: Vetoes): VetoChange[] {
  return Object.keys(vetoes)
    .sort()
    .flatMap((key) => {
      const slash = key.indexOf("/");
      const place =
        slash < 0
          ? ({ scope: "site", host: key, path: "/" } as const)
          : ({ scope: "page", host: key.slice(0, slash), path: key.slice(slash) } as const);
      return [...heldAt(vetoes, key)].sort().map((person) => ({ person, ...place }));
    });
}

/** Vetoes out of whatever lies in storage; earlier versions named people by the id of the installed dossier. */
export function cleanVetoes(raw: unknown): Vetoes {
  if (typeof raw !== "object" || raw === null) return {};
  const entries = Object.entries(raw).map(([scope, people]): [string, string[]] => [
    scope,
    Array.isArray(people)
      ? [...new Set(people.filter((person) => typeof person === "string").map((person) => vetoKey(person)))]
      : [],
  ]);
  return Object.fromEntries(entries.filter(([, people]) => people.length > 0));
}
