/** Serves the viewer's harness on loopback: `node tests/viewer/harness/serve.ts [port]`. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { build } from "esbuild";

export interface Harness {
  /** Without a slash at the end. */
  origin: string;
  close(): Promise<void>;
  /** Lets the process end while it still serves. */
  unref(): void;
}

export async function serveHarness(port = 0): Promise<Harness> {
  const { outputFiles } = await build({
    entryPoints: {
      dossier: "tests/viewer/harness/page.ts",
      "dossier-search": "src/viewer/search/entry-worker.ts",
    },
    bundle: true,
    write: false,
    minify: true,
    outdir: "/",
    format: "esm",
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "warning",
  });
  const files = new Map<string, { type: string; text: string }>();
  for (const { path, text } of outputFiles) {
    files.set(path.replace(/^.*[\\/]/, "/"), { type: path.endsWith(".css") ? "text/css" : "text/javascript", text });
  }
  files.set("/dossier.html", { type: "text/html", text: await readFile("src/viewer/dossier.html", "utf8") });
  const server = createServer(({ url = "/" }, response) => {
    const file = files.get(url.split("?")[0]!);
    response.writeHead(file ? 200 : 404, { "content-type": `${file?.type ?? "text/plain"};charset=utf-8` });
    response.end(file?.text ?? "");
  });
  await new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((closed) => server.close(() => closed())),
    unref: () => server.unref(),
  };
}

if (import.meta.main) console.log(`${(await serveHarness(Number(process.argv[2] ?? 8123))).origin}/dossier.html`);
