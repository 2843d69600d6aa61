/** "Not this person here": person keys (`dossier/person`) by scope; a scope is a host, or a host and path. */
export type Vetoes = Record<string, string[]>;

export interface VetoChange {
  person: string;
  scope: "page" | "site";
  host: string;
  path: string;
}

const scopeOf = ({ scope, host, path }: VetoChange) => (scope === "site" ? host : host + path);

/** The vetoes with one more; a second time changes nothing. */
export function withVeto(vetoes: Vetoes, change: VetoChange): Vetoes {
  const scope = scopeOf(change);
  const held = vetoes[scope] ?? [];
  return held.includes(change.person) ? vetoes : { ...vetoes, [scope]: [...held, change.person] };
}

/** The vetoes with one less; a scope without any goes. */
export function withoutVeto(vetoes: Vetoes, change: VetoChange): Vetoes {
  const scope = scopeOf(change);
  const { [scope]: held = [], ...others } = vetoes;
  const left = held.filter((person) => person !== change.person);
  return left.length ? { ...others, [scope]: left } : others;
}
