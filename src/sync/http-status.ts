import { DramatisError, type ErrorCode } from "../dossier/errors.ts";

/** A failure after which the host wants to be left alone for a while (ms). */
export class HttpFailure extends DramatisError {
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, details: readonly string[], retryAfter?: number) {
    super(code, details);
    this.retryAfter = retryAfter;
  }
}

const HOST_CODES: ReadonlySet<ErrorCode> = new Set(["offline", "dns-or-tls", "rate-limited", "stalled", "timed-out"]);

/** Whether a failure says something of the whole host, so that its next file need not be tried now. */
export function concernsHost(error: unknown): boolean {
  if (error instanceof HttpFailure && error.retryAfter !== undefined) return true;
  if (!(error instanceof DramatisError)) return false;
  return HOST_CODES.has(error.code) || (error.code === "http-status" && Number(error.details[1]) >= 500);
}

const CODES: Record<number, ErrorCode> = { 404: "not-found", 410: "gone", 429: "rate-limited" };

/**
 * The failure that a status other than 2xx and 304 means; `now` turns a date in Retry-After into a wait. The last detail
 * of `rate-limited` and `http-status` is the moment that the host names, where it names one.
 */
export function httpFailure(response: Response, address: string, now: number): HttpFailure {
  const code = CODES[response.status] ?? "http-status";
  const wait = retryAfter(response.headers.get("retry-after"), now);
  const until = wait && canWait(code) ? [new Date(Math.min(now + wait, FURTHEST)).toISOString()] : [];
  const details = code === "http-status" ? [address, String(response.status)] : [address];
  return new HttpFailure(code, [...details, ...until], wait);
}

/** The furthest moment that a date can tell, ms. */
const FURTHEST = 8.64e15;

const canWait = (code: ErrorCode) => code === "rate-limited" || code === "http-status";

/** Retry-After (RFC 9110, 10.2.3): seconds or a date; as milliseconds from now, undefined where it says nothing usable. */
export function retryAfter(value: string | null, now: number): number | undefined {
  if (!value) return undefined;
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
