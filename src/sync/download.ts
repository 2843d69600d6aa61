import { DramatisError } from "../dossier/errors.ts";
import type { Validators } from "../store/tables.ts";
import { gunzip, isGzip, join } from "./gzip.ts";
import { httpFailure } from "./http-status.ts";
import { explainNetworkError } from "./network-error.ts";
import type { Ports } from "./ports.ts";
import { checkRedirect } from "./redirect.ts";

export interface DownloadRequest {
  url: string;
  /** Bytes at most, packed and unpacked. */
  cap: number;
  /** Milliseconds for the whole. */
  total: number;
  signal: AbortSignal;
  /** Asks only for what is new since; the caller holds what these belong to. */
  validators?: Validators | undefined;
  /** "no-cache": the browser asks the host whether its copy is still good; "no-store": it keeps none. */
  cache: "no-cache" | "no-store";
  progress?(received: number, total: number | undefined): void;
  /** `beginning`: what has come of the body, unpacked; its first bytes are there if it has any. */
  tooLong(beginning: Uint8Array): Error;
}

export type Downloaded =
  | { type: "unchanged" }
  /** `date`: the host's clock (ms), where it lets us read it. */
  | { type: "body"; bytes: Uint8Array; validators: Validators; date?: number };

/**
 * GET with a cap, time-outs and progress. Throws DramatisError: offline, dns-or-tls, permission-needed, blocked-redirect,
 * bad-redirect, not-found, gone, rate-limited, http-status, no-cache, content-type, stalled, timed-out, interrupted, what `tooLong`
 * makes, or the reason of the signal.
 */
export async function download(ports: Ports, request: DownloadRequest): Promise<Downloaded> {
  const watch = new AbortController();
  const signal = AbortSignal.any([watch.signal, request.signal]);
  const { host } = new URL(request.url);
  const seconds = (ms: number) => String(Math.round(ms / 1000));
  const stopTotal = ports.after(request.total, () =>
    watch.abort(new DramatisError("timed-out", [host, seconds(request.total)])),
  );
  let stopStall = () => {};
  const alive = () => {
    stopStall();
    stopStall = ports.after(ports.timeouts.stall, () =>
      watch.abort(new DramatisError("stalled", [host, seconds(ports.timeouts.stall)])),
    );
  };
  alive();
  try {
    signal.throwIfAborted();
    const response = await unlessAborted(signal, ask(ports, request, signal));
    alive();
    await checkRedirect(ports, request.url, response);
    if (response.status === 304) {
      if (!request.validators) throw new DramatisError("no-cache", [host]);
      return { type: "unchanged" };
    }
    if (!response.ok) throw httpFailure(response, request.url, ports.now());
    checkType(response, request.url);
    const packed = await readBody(response, request, signal, alive, host);
    const bytes = isGzip(packed) ? await gunzip(packed, request.cap, request.tooLong) : packed;
    if (looksLikeHtml(bytes)) throw new DramatisError("content-type", [request.url, "text/html"]);
    const date = Date.parse(response.headers.get("date") ?? "");
    const body: Downloaded = { type: "body", bytes, validators: validatorsOf(response) };
    return Number.isNaN(date) ? body : { ...body, date };
  } finally {
    stopTotal();
    stopStall();
    // Ends a body that is still running, whatever the reason.
    watch.abort(new DramatisError("cancelled"));
  }
}

async function ask(ports: Ports, request: DownloadRequest, signal: AbortSignal): Promise<Response> {
  const headers: Record<string, string> = { accept: "application/json, application/gzip;q=0.9, */*;q=0.1" };
  if (request.validators?.etag) headers["if-none-match"] = request.validators.etag;
  if (request.validators?.lastModified) headers["if-modified-since"] = request.validators.lastModified;
  try {
    return await ports.fetch(request.url, {
      headers,
      signal,
      cache: request.validators ? "no-store" : request.cache,
      credentials: "omit",
      redirect: "follow",
      referrerPolicy: "no-referrer",
    });
  } catch (cause) {
    signal.throwIfAborted();
    throw await explainNetworkError(ports, request.url, cause);
  }
}

async function readBody(
  response: Response,
  request: DownloadRequest,
  signal: AbortSignal,
  alive: () => void,
  host: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const length = Number(response.headers.get("content-length") ?? Number.NaN);
  // With a content encoding the length is that of the packed body: no measure of progress.
  const total = response.headers.get("content-encoding") || Number.isNaN(length) ? undefined : length;
  const reader = response.body?.getReader();
  const pieces: Uint8Array[] = [];
  let received = 0;
  const tooLong = () => request.tooLong(pieces[0] ?? new Uint8Array());
  while (reader) {
    const { value, done } = await unlessAborted(signal, reader.read()).catch((cause: unknown) => {
      signal.throwIfAborted();
      throw new DramatisError("interrupted", [host, String(received)], { cause });
    });
    if (done) break;
    alive();
    received += value.length;
    pieces.push(value);
    // Announced as too long: its first bytes are waited for, since they may tell what it is.
    if (received > request.cap || (total !== undefined && total > request.cap)) throw tooLong();
    request.progress?.(received, total);
  }
  return join(pieces, received);
}

/** A promise that ends with the signal, even where the other side never answers. */
function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

/** Static hosts call JSON many things; what is surely none of it is refused with what the host called it. */
function checkType(response: Response, url: string): void {
  const type = (response.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  const fine = /^$|json|^text\/plain$|octet-stream|gzip/.test(type);
  if (!fine) throw new DramatisError("content-type", [url, type]);
}

function looksLikeHtml(bytes: Uint8Array): boolean {
  return /^\uFEFF?\s*</.test(new TextDecoder().decode(bytes.subarray(0, 200)));
}

function validatorsOf({ headers }: Response): Validators {
  const etag = headers.get("etag");
  const lastModified = headers.get("last-modified");
  return { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) };
}
