/**
 * `npm start`: builds, then opens a browser with the extension and the demo paper. `-- --firefox` takes Firefox.
 * Where there is no display it runs headless, does what a reader would do, writes screenshots to `artifacts/` and ends.
 */
import { parseArgs } from "node:util";
import { launch, type Session } from "../browsers/launch.ts";
import { type Demo, serveDemo } from "./server.ts";
import { tour } from "./tour.ts";

const { values: flags } = parseArgs({
  options: { firefox: { type: "boolean", default: false }, headless: { type: "boolean", default: false } },
});
const kind = flags.firefox ? "firefox" : "chromium";
const hasDisplay = process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const headless = flags.headless || !hasDisplay;

async function show(session: Session, demo: Demo): Promise<void> {
  const page = await session.browser.newPage();
  await page.goto(demo.pageUrl);
  console.log(`\nThe demo paper is open in ${kind}: ${demo.pageUrl}`);
  console.log("Rest the pointer on an underlined name. The toolbar's puzzle piece holds the popup and the options.");
  console.log(`To see an update arrive, add this feed in the options page: ${demo.feedUrl}`);
  console.log("Close the browser window to end.");
  await new Promise<void>((done) => session.browser.once("disconnected", () => done()));
}

const demo = await serveDemo();
try {
  const session = await launch(kind, { headless });
  try {
    await (headless ? tour(session, demo) : show(session, demo));
  } finally {
    await session.close();
  }
} finally {
  await demo.close();
}
