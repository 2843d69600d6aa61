/** "Not this person here": person keys (see `vetoKey`) by scope; a scope is a host, or a host and path. */
export type Vetoes = Record<string, string[]>;

/**
 * What a person is vetoed by: the dossier's own id and the person's, `dossier/person`. An installed dossier's id may be
 * that of its feed before it (`https://…#dossier`); a veto outlives it when a feed takes over the bundled copy.
 */
export const vetoKey = (person: string): string => person.slice(person.lastIndexOf("#") + 1);

export const isVetoes = (value: unknown): value is Vetoes =>
  typeof value === "object" && value !== null && Object.values(value).every(Array.isArray);

/** Whether this person (`dossier/person`) is not to be marked at this place. */
export function isVetoed(vetoes: Vetoes, { host, path }: { host: string; path: string }, person: string): boolean {
  // Hosts are chosen by others: `constructor` must not find what every object has.
  return [host, host + path].some((scope) => Object.hasOwn(vetoes, scope) && vetoes[scope]!.includes(vetoKey(person)));
}
