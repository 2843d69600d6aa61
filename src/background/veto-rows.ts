import type { CardView, PersonRef } from "../dossier/views.ts";
import type { VetoRow } from "../shared/library-port.ts";
import type { Veto } from "./vetoes.ts";

/**
 * Vetoes as the options page lists them, the latest first; those without a time by place. Names are looked up once;
 * `forget` when dossiers have changed.
 */
export function createVetoRows(cards: (refs: readonly PersonRef[]) => Promise<CardView[]>) {
  const names = new Map<string, Promise<string | undefined>>();

  async function lookUp(person: string): Promise<string | undefined> {
    const slash = person.indexOf("/");
    const own = person.slice(slash + 1);
    const [card] = await cards([{ dossier: person.slice(0, slash), person: own }]).catch(() => []);
    return card?.name;
  }

  async function row(veto: Veto): Promise<VetoRow> {
    const name = names.get(veto.person) ?? lookUp(veto.person);
    names.set(veto.person, name);
    // Of a dossier that is not in use now: as the person was called then; else the short name is better than nothing.
    return { ...veto, name: (await name) ?? veto.name ?? veto.person.slice(veto.person.indexOf("/") + 1) };
  }

  return {
    forget: () => names.clear(),
    list: async (vetoes: readonly Veto[]): Promise<VetoRow[]> => {
      const rows = await Promise.all(vetoes.map(row));
      const place = ({ host, path }: VetoRow) => host + path;
      return rows.sort((a, b) => (b.at ?? 0) - (a.at ?? 0) || (place(a) < place(b) ? -1 : 1));
    },
  };
}
