/** The viewer over plain objects: what the extension's page does, without an extension. Bundled by `serve.ts`. */

import { options } from "preact";
import bundled from "../../../assets/dossiers/sessions-kislyak.json";
import common from "../../../assets/locales/en/common.json";
import errors from "../../../assets/locales/en/ui.json";
import texts from "../../../assets/locales/en/viewer.json";
import { DramatisError } from "../../../src/dossier/errors.ts";
import { parseDossier } from "../../../src/dossier/validate.ts";
import { startViewer } from "../../../src/viewer/start.tsx";
import { bigDossier } from "./big-dossier.ts";
import { oddDossier } from "./odd-dossier.ts";

const table: Record<string, string> = { ...common, ...errors, ...texts };
const dossiers = {
  [bundled.id]: () => parseDossier(JSON.stringify(bundled)),
  odd: oddDossier,
  middling: () => bigDossier(100, 1_000, 200, 50),
  big: bigDossier,
};
const query = new URLSearchParams(location.search);

/** Counts in `made` the elements and components that are made for rendering: how much work that is, whatever the machine. */
const counted = Object.assign(globalThis, { made: 0 });
const { vnode } = options;
options.vnode = (made) => {
  counted.made += 1;
  vnode?.(made);
};

/** Counts the workers that live, in `data-workers`; with `?search=broken` there is none to be had. */
function startSearch(): Worker {
  const { dataset } = document.documentElement;
  const count = (by: number) => {
    dataset.workers = String(Number(dataset.workers ?? 0) + by);
  };
  const worker = new Worker(query.get("search") === "broken" ? "no-such-file.js" : "dossier-search.js", {
    type: "module",
  });
  const { terminate } = worker;
  worker.terminate = () => {
    terminate.call(worker);
    count(-1);
  };
  count(1);
  return worker;
}

startViewer(document, {
  startSearch,
  messages: {
    getMessage: (key, substitutions = []) =>
      (table[key] ?? "").replace(/\$(\d)/g, (_, number: string) => substitutions[Number(number) - 1] ?? ""),
  },
  source: {
    list: async () =>
      Object.keys(dossiers).map((id) => ({
        id,
        title:
          { big: "The harbour bridge", middling: "A part of the harbour bridge", odd: "Odd cases" }[id] ??
          bundled.title,
        version: 1,
      })),
    searchOthers: async (_, text) =>
      text === "speaks"
        ? [{ type: "person", dossier: "odd", dossierTitle: "Odd cases", id: "silent", label: "Ann Silent" }]
        : [],
    load: async (id) => {
      const make = dossiers[id as keyof typeof dossiers];
      if (!make) throw new DramatisError("not-found", [id]);
      return make();
    },
  },
});
if (query.get("dir")) document.documentElement.dir = query.get("dir")!;
if (query.get("theme")) document.documentElement.dataset.theme = query.get("theme")!;
