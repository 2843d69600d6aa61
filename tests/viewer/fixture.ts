import { readFileSync } from "node:fs";
import { parseDossier } from "../../src/dossier/validate.ts";
import { buildIndex } from "../../src/viewer/model/index.ts";
import { oddDossier } from "./harness/odd-dossier.ts";

export const bundled = parseDossier(readFileSync("assets/dossiers/sessions-kislyak.json", "utf8"));
export const story = buildIndex(bundled);
export const odd = buildIndex(parseDossier(JSON.stringify(oddDossier())));
