import { DramatisError } from "../dossier/errors.ts";
import type { Ports } from "./ports.ts";

/** Milliseconds that a probe may take. */
const PROBE_TIME = 10_000;

/**
 * fetch says only "TypeError" for everything below HTTP. Two probes tell more: one that asks without wanting to read (an
 * answer means: the host is there, but does not let us read, so a permission would help), and one that keeps redirects
 * closed (an answer means: it was the redirect; where to, browsers do not tell). Nothing at all means DNS, TLS or a host
 * that is down.
 */
export async function explainNetworkError(
  ports: Pick<Ports, "fetch" | "online" | "hasPermission">,
  address: string,
  cause: unknown,
): Promise<DramatisError> {
  const { host, origin } = new URL(address);
  if (!ports.online()) return new DramatisError("offline", [host], { cause });
  if (!(await ports.hasPermission(origin)) && (await probe(ports, address, { mode: "no-cors" })))
    return new DramatisError("permission-needed", [host, origin], { cause });
  const closed = await probe(ports, address, { redirect: "manual" });
  // In Node, which shows it, the status.
  if (closed?.type === "opaqueredirect" || (closed && closed.status >= 300 && closed.status < 400))
    return new DramatisError("bad-redirect", [host], { cause });
  return new DramatisError("dns-or-tls", [host], { cause });
}

async function probe(ports: Pick<Ports, "fetch">, address: string, init: RequestInit): Promise<Response | undefined> {
  try {
    const response = await ports.fetch(address, {
      ...init,
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      signal: AbortSignal.timeout(PROBE_TIME),
    });
    await response.body?.cancel();
    return response;
  } catch {
    return undefined;
  }
}
