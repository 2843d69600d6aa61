import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { basename } from "node:path";
import type { Dossier } from "../dossier/schema.ts";
import { type Chromium, startChromium } from "./chromium.ts";
import type { DocumentMentions } from "./detect-text.ts";
import { readText } from "./input.ts";
import { readPageMarks } from "./page-marks.ts";

/** Reads HTML files in the built extension; `close` ends browser and server. */
export interface HtmlDetector {
  read(path: string): Promise<DocumentMentions>;
  close(): Promise<void>;
}

/** Starts a headless Chromium that knows the casts of these dossiers, and a server on the loopback interface for the files. */
export async function startHtmlDetector(extension: string, dossiers: readonly Dossier[]): Promise<HtmlDetector> {
  const { dossier, ids } = merged(dossiers);
  const chromium = await startChromium(extension, dossier);
  let html = "";
  const server = createServer((request, response) => {
    if (request.url === "/") response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(html);
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    async read(path) {
      html = readText(path);
      const page = await chromium.browser.newPage();
      const marks = await readPageMarks(page, `http://127.0.0.1:${port}/`, chromium.origin);
      await page.close();
      const mentions = marks.map(({ start, end, text, key }) => {
        const id = key.slice(key.indexOf("/") + 1);
        return { start, end, text, person: ids.get(id) ?? id };
      });
      return { doc: basename(path), mentions };
    },
    close: () => closeAll(chromium, server),
  };
}

async function closeAll(chromium: Chromium, server: Server): Promise<void> {
  await chromium.close();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
}

/** One dossier of names from several, since the extension comes with one; `ids` leads back to the people's own ids. */
function merged(dossiers: readonly Dossier[]): { dossier: Dossier; ids: Map<string, string> } {
  const ids = new Map<string, string>();
  const people = dossiers.flatMap((dossier, i) =>
    dossier.people.map((person) => {
      const id = i === 0 ? person.id : `${person.id}-in-${i + 1}`;
      ids.set(id, person.id);
      return { ...person, id };
    }),
  );
  const first = dossiers[0] as Dossier;
  if (dossiers.length === 1) return { dossier: first, ids };
  return {
    dossier: { ...first, people, context: dossiers.flatMap(({ context }) => context), events: [], statements: [] },
    ids,
  };
}
