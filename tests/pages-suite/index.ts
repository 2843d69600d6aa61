import { CALM } from "./calm.ts";
import type { PageCase } from "./case.ts";
import { FLOW } from "./changes-flow.ts";
import { NODE_CHANGES } from "./changes-nodes.ts";
import { TEXT_CHANGES } from "./changes-text.ts";
import { DOCUMENTS } from "./documents.ts";
import { EDGES } from "./edges.ts";
import { EDITORS } from "./editors.ts";
import { FRAMES } from "./frames.ts";
import { HOSTILE } from "./hostile.ts";
import { NAVIGATION } from "./navigation.ts";
import { PLACES } from "./places.ts";
import { PLATFORM } from "./platform.ts";
import { SHADOW } from "./shadow.ts";
import { TEXT } from "./text.ts";
import { UNNOTICED } from "./unnoticed.ts";

/** All pages of the suite. */
export const CASES: readonly PageCase[] = [
  ...TEXT,
  ...EDGES,
  ...PLACES,
  ...DOCUMENTS,
  ...FRAMES,
  ...SHADOW,
  ...EDITORS,
  ...TEXT_CHANGES,
  ...NODE_CHANGES,
  ...FLOW,
  ...NAVIGATION,
  ...CALM,
  ...UNNOTICED,
  ...PLATFORM,
  ...HOSTILE,
];
