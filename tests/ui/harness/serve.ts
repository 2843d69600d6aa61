/** Serves popup and options in any scene without an extension: `node tests/ui/harness/serve.ts`, then open the address. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { englishTexts } from "./messages.ts";

export interface Harness {
  /** `url("popup", "people", "theme=dark")` */
  url(page: "popup" | "options", scene: string, query?: string): string;
  close(): void;
  /** Goes on serving, but does not keep the process alive. */
  unref(): void;
}

const TYPES: Record<string, string> = { js: "text/javascript", css: "text/css", html: "text/html", png: "image/png" };

async function bundle(page: string): Promise<Map<string, Uint8Array>> {
  const { outputFiles } = await build({
    entryPoints: { [page]: "tests/ui/harness/page.ts" },
    outdir: "out",
    bundle: true,
    write: false,
    format: "esm",
    jsx: "automatic",
    jsxImportSource: "preact",
    define: { PAGE: JSON.stringify(page), TEXTS: JSON.stringify(englishTexts()) },
  });
  // Both sheets come along, since one entry starts both pages; only the one of this page is served.
  const style = await build({ entryPoints: [`src/${page}/${page}.css`], bundle: true, write: false });
  const script = outputFiles.find(({ path }) => path.endsWith(".js"))!;
  return new Map([
    [`${page}.js`, script.contents],
    [`${page}.css`, style.outputFiles[0]!.contents],
    [`${page}.html`, await readFile(`src/${page}/${page}.html`)],
  ]);
}

export async function serveHarness(): Promise<Harness> {
  const files = new Map([...(await bundle("popup")), ...(await bundle("options"))]);
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? "/", "http://localhost").pathname.slice(1);
    void (async () => {
      const body = files.get(name) ?? (name.startsWith("icons/") ? await readFile(`assets/${name}`) : undefined);
      response.writeHead(body ? 200 : 404, { "content-type": TYPES[name.split(".").at(-1)!] ?? "text/plain" });
      response.end(body);
    })().catch(() => response.writeHead(404).end());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: (page, scene, query = "") => `http://127.0.0.1:${port}/${page}.html?scene=${scene}&${query}`,
    close: () => server.close(),
    unref: () => server.unref(),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { url } = await serveHarness();
  console.log(`${url("popup", "people")}\n${url("options", "usual")}`);
}
