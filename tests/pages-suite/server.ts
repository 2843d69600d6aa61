import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { PageCase, ServedFile } from "./case.ts";

/** Counts mutations that the page has not made itself, from the moment the parser has finished. */
const COUNTER =
  '<script>window.mutations=0;document.addEventListener("readystatechange",()=>{if(document.readyState==="interactive")new MutationObserver(r=>window.mutations+=r.length).observe(document,{subtree:true,childList:true,attributes:true,characterData:true})})</script>';

export interface PageServer {
  /** The address of a case. */
  url(id: string): string;
  close(): Promise<void>;
}

/** Serves the cases on two loopback origins; "OTHER/" in a page stands for the second one. */
export async function serve(cases: readonly PageCase[]): Promise<PageServer> {
  const byId = new Map(cases.map((one) => [one.id, one]));
  const server: Server = createServer((request, response) => {
    const [, id = "", file = ""] = new URL(request.url ?? "", "http://x").pathname.split("/");
    const one = byId.get(id);
    const found = one && (file === "" ? document(one) : one.files?.[file]);
    if (!found) {
      response.writeHead(404).end();
      return;
    }
    const port = (server.address() as AddressInfo).port;
    const body = found.body.replaceAll("OTHER/", `http://localhost:${port}/${id}/`);
    const answer = () =>
      response.writeHead(200, { "content-type": found.type ?? "text/html; charset=utf-8", ...found.headers }).end(body);
    if (found.delay) setTimeout(answer, found.delay);
    else answer();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: (id) => `http://127.0.0.1:${port}/${id}/`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

function document({ html, whole, raw, type, headers }: PageCase): ServedFile {
  const text = typeof html === "function" ? html() : html;
  const body = whole
    ? text
    : `<!doctype html><html><head><meta charset="utf-8">${raw ? "" : COUNTER}<title>A page</title></head><body>${text}</body></html>`;
  return { body, ...(type ? { type: `${type}; charset=utf-8` } : {}), ...(headers ? { headers } : {}) };
}
