import browser from "webextension-polyfill";
import { browserPorts } from "./browser.ts";
import { startPopup } from "./start.tsx";

startPopup(document, browserPorts(browser), browser.i18n);
