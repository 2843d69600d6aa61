import { CALM } from "./calm.ts";
import type { PageCase } from "./case.ts";
import { CHANGES } from "./changes.ts";
import { PLACES } from "./places.ts";
import { TEXT } from "./text.ts";

/** All pages of the suite. */
export const CASES: readonly PageCase[] = [...TEXT, ...PLACES, ...CHANGES, ...CALM];
