import browser from "webextension-polyfill";
import { browserPorts } from "./browser.ts";
import { startViewer } from "./start.tsx";

startViewer(document, browserPorts(browser));
