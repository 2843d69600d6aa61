import { DramatisError } from "../dossier/errors.ts";
import type { Ports } from "./ports.ts";

/**
 * An extension cannot see a redirect before it is followed (`redirect: "manual"` gives an answer without address), so the
 * place where the request ended is judged before a byte of the body is used: never from https to http, and another host
 * only where the reader's permission covers it.
 */
export async function checkRedirect(
  ports: Pick<Ports, "hasPermission">,
  asked: string,
  response: Response,
): Promise<void> {
  if (!response.url || response.url === asked) return;
  const from = new URL(asked);
  const to = new URL(response.url);
  const downgrade = from.protocol === "https:" && to.protocol !== "https:";
  const moved = to.host !== from.host && !(await ports.hasPermission(to.origin));
  if (downgrade || moved) throw new DramatisError("blocked-redirect", [from.host, response.url]);
}
