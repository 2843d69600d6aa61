import type { Session } from "../browsers/launch.ts";
import type { Demo } from "./server.ts";

/** What a reader would do, without a display: prints what it found and writes screenshots to `artifacts/`. */
export async function tour(session: Session, demo: Demo): Promise<void> {
  const page = await session.browser.newPage();
  await page.goto(demo.pageUrl);
}
