/**
 * The closed list of what can go wrong. Each code has one sentence for people in `assets/locales` under
 * `error_<code>`, with `details` filled in by position.
 */
export const ERROR_CODES = [
  "address-with-name",
  "bad-address",
  "bare-file",
  "bad-scheme",
  "bad-json",
  "bad-schema",
  "bad-hash",
  "bad-length",
  "bad-redirect",
  "bad-signature",
  "binary-file",
  "blocked-redirect",
  "busy",
  "cancelled",
  "changed-key",
  "clock",
  "conflicting-index",
  "conflicting-version",
  "crypto-missing",
  "content-type",
  "database-blocked",
  "dns-or-tls",
  "dossier-deleted",
  "dossier-delisted",
  "dossier-as-feed",
  "duplicate-feed",
  "empty-body",
  "empty-file",
  "expired",
  "feed-deleted",
  "feed-as-dossier",
  "gone",
  "http-status",
  "insecure-file",
  "internal",
  "interrupted",
  "large-export",
  "large-import",
  "needs-newer-app",
  "needs-newer-format",
  "no-address",
  "no-cache",
  "no-file",
  "no-previous-version",
  "not-found",
  "offline",
  "older-index",
  "older-file",
  "older-version",
  "overtaken",
  "page-as-feed",
  "permission-needed",
  "quota",
  "rate-limited",
  "retired-key",
  "signature-lacking",
  "signature-missing",
  "stalled",
  "too-large",
  "timed-out",
  "unknown-key",
  "unreadable-file",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** A failure that a person can be told about: what, where, what to do. */
export class DramatisError extends Error {
  readonly code: ErrorCode;
  /** Fills $1, $2 … of the sentence: for instance the address, the JSON path, the status. */
  readonly details: readonly string[];

  constructor(code: ErrorCode, details: readonly string[] = [], options?: ErrorOptions) {
    super(details.length ? `${code}: ${details.join(" · ")}` : code, options);
    this.name = "DramatisError";
    this.code = code;
    this.details = details;
  }
}

/** What crosses a message port or is kept in history: an error as plain data. */
export interface ErrorInfo {
  code: ErrorCode;
  details: string[];
}

/** Anything thrown, as plain data; what is not ours becomes `internal` with its message. */
export function errorInfo(error: unknown): ErrorInfo {
  if (error instanceof DramatisError) return { code: error.code, details: [...error.details] };
  return { code: "internal", details: [error instanceof Error ? error.message : String(error)] };
}
