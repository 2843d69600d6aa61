/** What a page really hands to the browser as a download: the file that then lies in the folder for downloads. */
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Session } from "./launch.ts";

export interface Downloads {
  /** For `launch`: where Firefox puts downloads, without asking. */
  prefs: Record<string, unknown>;
  /** Tells Chromium where to put them; once after `launch`. */
  follow(session: Session): Promise<void>;
  /** The file that comes from `act`. Rejects where none comes. */
  from(act: () => Promise<unknown>): Promise<{ name: string; text: string }>;
  remove(): Promise<void>;
}

/** Names that browsers give to files that are not yet whole. */
const UNFINISHED = /\.(part|crdownload|tmp)$|^\.|^[0-9a-f-]{36}$/;
const LIMIT = 10_000;

export async function downloads(): Promise<Downloads> {
  const folder = await mkdtemp(join(tmpdir(), "dramatis-downloads-"));
  const names = async () => (await readdir(folder)).filter((name) => !UNFINISHED.test(name));
  return {
    prefs: {
      "browser.download.folderList": 2,
      "browser.download.dir": folder,
      "browser.download.useDownloadDir": true,
      "browser.download.always_ask_before_handling_new_types": false,
      "browser.download.alwaysOpenPanel": false,
    },
    async follow({ kind, browser }) {
      if (kind === "firefox") return;
      const cdp = await browser.target().createCDPSession();
      await cdp.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
    },
    async from(act) {
      const before = new Set(await names());
      await act();
      const end = Date.now() + LIMIT;
      for (;;) {
        const name = (await names()).find((one) => !before.has(one));
        const text = name && (await readFile(join(folder, name), "utf8"));
        if (name && text) return { name, text };
        if (Date.now() > end) throw new Error(`no file was downloaded within ${LIMIT} ms`);
        await new Promise((done) => setTimeout(done, 50));
      }
    },
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}
