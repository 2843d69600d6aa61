import { afterEach, expect, test } from "vitest";
import { setMessages } from "../../src/shared/i18n.ts";
import { applyLanguage } from "../../src/shared/ui/page.ts";
import { messagesFrom } from "./harness/fill.ts";

afterEach(() => setMessages({ getMessage: (key) => key }));

test("a page runs as its texts do, also where the browser's own language runs the other way", () => {
  const root = { lang: "", dir: "" } as HTMLElement;
  setMessages(messagesFrom({ locale: "en", direction: "ltr", "@@bidi_dir": "rtl" }));
  applyLanguage(root);
  expect([root.lang, root.dir]).toEqual(["en", "ltr"]);
  setMessages(messagesFrom({ locale: "ckb", direction: "rtl", "@@bidi_dir": "ltr" }));
  applyLanguage(root);
  expect([root.lang, root.dir]).toEqual(["ckb", "rtl"]);
});
