import type { PageBrowser } from "./browser-api.ts";
import { contentType } from "./dom.ts";
import { Page } from "./page.ts";

const scope = globalThis as { browser?: PageBrowser; chrome?: PageBrowser };
const browser = scope.browser?.runtime ? scope.browser : scope.chrome;

// Images, films, sounds and PDF files are shown in a document of their own that has no text.
if (browser && !/^(image\/(?!svg)|video|audio|application\/pdf)/.test(contentType(document)))
  new Page(browser).start().catch(() => {});
