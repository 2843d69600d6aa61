/** The rows stand in the lowest layer, since the store and the sync engine make them. */
export type * from "../dossier/rows.ts";
