import browser from "webextension-polyfill";
import { browserPorts } from "./browser.ts";
import { startOptions } from "./start.tsx";

startOptions(document, browserPorts(browser), browser.i18n);
