import { startOptions } from "../../../src/options/start.tsx";
import { startPopup } from "../../../src/popup/start.tsx";
import { messagesFrom } from "./fill.ts";
import { optionsPorts } from "./options-states.ts";
import { popupPorts } from "./popup-states.ts";

/** Bundled by `serve.ts`; the address says which page in which scene, theme and direction. */
declare const TEXTS: Record<string, string>;
declare const PAGE: "popup" | "options";

const query = new URLSearchParams(location.search);
const scene = query.get("scene") ?? "";
const theme = query.get("theme");

if (PAGE === "popup") startPopup(document, popupPorts(scene), messagesFrom(TEXTS));
else startOptions(document, optionsPorts(scene), messagesFrom(TEXTS));

const root = document.documentElement;
if (query.get("dir")) root.dir = query.get("dir")!;
if (theme) {
  // The page takes "auto" from its settings; the theme under test is put back each time.
  const keep = () => {
    if (root.dataset.theme !== theme) root.dataset.theme = theme;
  };
  new MutationObserver(keep).observe(root, { attributes: true });
  root.dataset.theme = theme;
}
