import browser from "webextension-polyfill";
import { main } from "./main.ts";

main(browser);
