import type { KeyInput } from "puppeteer";

/** A file that is served beside a page. */
export interface ServedFile {
  body: string;
  type?: string;
  headers?: Record<string, string>;
  /** Milliseconds before it is answered. */
  delay?: number;
}

/** One small page that asks one thing. */
export interface PageCase {
  id: string;
  /** The body of an HTML page, or the whole document where `type` or `whole` says so. */
  html: string | (() => string);
  whole?: boolean;
  type?: string;
  headers?: Record<string, string>;
  /** Further files, served beside the page: frames. */
  files?: Record<string, ServedFile>;
  /** Marks before `act`, all frames and shadow roots together, in any order; the default is not to ask. */
  before?: readonly string[];
  /** Runs in the page once it is loaded and the marks of `before` are there. */
  act?: () => unknown;
  /** Marks in the end. */
  marks: readonly string[];
  /** Milliseconds within which they must be there; default 5,000. */
  patience?: number;
  /** Runs in the page at the end; answers what is wrong, or nothing. */
  check?: () => unknown;
  /** Keyboard input between `act` and the end, by the real browser. */
  type_?: string;
  /** Keys pressed then, by the names that puppeteer gives them. */
  press?: readonly KeyInput[];
  /** Served without the counter of mutations, which is a script like the page's own. */
  raw?: boolean;
  /** The page itself changes its DOM: mutations are no sign of ours. */
  changesItself?: boolean;
}

export const FULL = "Adam Schiff";
