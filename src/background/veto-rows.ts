import type { CardView, PersonRef } from "../dossier/views.ts";
import type { VetoRow } from "../shared/library-port.ts";
import type { Vetoes } from "../shared/vetoes.ts";
import { listVetoes } from "./vetoes.ts";

/** Vetoes as the options page lists them. Names are looked up once; `forget` when dossiers have changed. */
export function createVetoRows(cards: (refs: readonly PersonRef[]) => Promise<CardView[]>) {
  const names = new Map<string, Promise<string>>();

  async function lookUp(person: string): Promise<string> {
    const slash = person.indexOf("/");
    const own = person.slice(slash + 1);
    const [card] = await cards([{ dossier: person.slice(0, slash), person: own }]).catch(() => []);
    // Of a dossier that is not in use now: its short name is better than nothing.
    return card?.name ?? own;
  }

  return {
    forget: () => names.clear(),
    list: (vetoes: Vetoes): Promise<VetoRow[]> =>
      Promise.all(
        listVetoes(vetoes).map(async (change) => {
          const name = names.get(change.person) ?? lookUp(change.person);
          names.set(change.person, name);
          return { ...change, name: await name };
        }),
      ),
  };
}
