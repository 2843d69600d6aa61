/** The layer rule of docs/architecture.md: imports run downwards only. */
const MAY_IMPORT = {
  dossier: [],
  detect: ["dossier"],
  store: ["dossier"],
  sync: ["dossier", "store"],
  shared: ["dossier"],
  background: ["dossier", "detect", "store", "sync", "shared"],
  page: ["dossier", "detect", "shared"],
  card: ["dossier", "shared", "detect", "page"],
  popup: ["dossier", "shared"],
  options: ["dossier", "shared"],
  viewer: ["dossier", "store", "shared"],
  cli: ["dossier", "detect"],
};

module.exports = {
  forbidden: [
    {
      name: "no-circular",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    ...Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
      name: `layer-${folder}`,
      comment: `src/${folder} may import from: ${allowed.join(", ") || "nothing"} (docs/architecture.md)`,
      severity: "error",
      from: { path: `^src/${folder}/` },
      to: { path: "^src/", pathNot: [folder, ...allowed].map((name) => `^src/${name}/`) },
    })),
    {
      name: "card-takes-only-types-of-the-page",
      comment: "The content script hands the card what it needs at run time; its code must not get into card.js twice.",
      severity: "error",
      from: { path: "^src/card/" },
      to: { path: "^src/(page|detect)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "logic-imports-no-browser",
      comment: "Only entry and adapter files touch the browser; logic gets it passed in.",
      severity: "error",
      from: { path: "^src/", pathNot: ["/entry\\.tsx?$", "/browser\\.tsx?$"] },
      to: { path: "webextension-polyfill", dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    parser: "swc",
    tsPreCompilationDeps: "specify",
  },
};
