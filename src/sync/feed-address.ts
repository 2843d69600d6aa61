import { DramatisError } from "../dossier/errors.ts";
import { LIMITS } from "../dossier/limits.ts";

/**
 * A feed's address as it is kept: https where the reader typed no scheme, no fragment. Throws `no-address`, `bad-address` for anything
 * but http(s), and for a user name or password, which would be sent and shown.
 */
export function feedAddress(typed: string): string {
  const text = typed.trim();
  if (!text) throw new DramatisError("no-address");
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (text.length > LIMITS.urlLength || !URL.canParse(address)) throw new DramatisError("bad-address", [text]);
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol) || url.username || url.password || !url.hostname)
    throw new DramatisError("bad-address", [text]);
  url.hash = "";
  return url.href;
}
