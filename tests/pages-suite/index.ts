import { CALM } from "./calm.ts";
import type { PageCase } from "./case.ts";
import { CHANGES } from "./changes.ts";
import { DOCUMENTS } from "./documents.ts";
import { EDGES } from "./edges.ts";
import { EDITORS } from "./editors.ts";
import { FRAMES } from "./frames.ts";
import { NAVIGATION } from "./navigation.ts";
import { PLACES } from "./places.ts";
import { SHADOW } from "./shadow.ts";
import { TEXT } from "./text.ts";

/** All pages of the suite. */
export const CASES: readonly PageCase[] = [
  ...TEXT,
  ...EDGES,
  ...PLACES,
  ...DOCUMENTS,
  ...FRAMES,
  ...SHADOW,
  ...EDITORS,
  ...CHANGES,
  ...NAVIGATION,
  ...CALM,
];
