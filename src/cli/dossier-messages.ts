import errors from "../../assets/locales/en/errors.json" with { type: "json" };
import type { ErrorCode } from "../dossier/errors.ts";

/** Every failure by what it is about, in the order in which a check can meet them. */
const GROUPS: Record<string, readonly ErrorCode[]> = {
  "The address and the network": [
    "no-address",
    "bad-address",
    "bare-file",
    "bad-scheme",
    "address-with-name",
    "duplicate-feed",
    "offline",
    "dns-or-tls",
    "permission-needed",
    "blocked-redirect",
    "bad-redirect",
    "insecure-file",
    "not-found",
    "gone",
    "http-status",
    "rate-limited",
    "no-cache",
    "stalled",
    "timed-out",
    "interrupted",
  ],
  "The files": [
    "content-type",
    "empty-body",
    "too-large",
    "bad-json",
    "needs-newer-format",
    "needs-newer-app",
    "bad-schema",
    "bad-length",
    "bad-hash",
    "page-as-feed",
    "dossier-as-feed",
    "feed-as-dossier",
    "no-file",
    "unreadable-file",
    "empty-file",
    "binary-file",
    "older-file",
    "large-import",
    "large-export",
  ],
  Trust: [
    "crypto-missing",
    "changed-key",
    "signature-lacking",
    "signature-missing",
    "unknown-key",
    "retired-key",
    "bad-signature",
    "expired",
    "clock",
    "older-index",
    "conflicting-index",
    "older-version",
    "conflicting-version",
  ],
  "This browser": [
    "quota",
    "database-blocked",
    "busy",
    "cancelled",
    "overtaken",
    "no-previous-version",
    "feed-deleted",
    "dossier-deleted",
    "dossier-delisted",
    "internal",
  ],
};

const sentences: Record<string, string> = errors;

/** All messages as Markdown: code and sentence, what is filled in as …. */
export function messageTable(): string {
  return Object.entries(GROUPS)
    .map(([group, codes]) => {
      const lines = codes.map((code) => {
        const sentence = sentences[`error_${code.replaceAll("-", "_")}`] ?? "";
        return `- \`${code}\`: ${sentence.replace(/“?\$\d”?/g, "…")}`;
      });
      return `**${group}**\n\n${lines.join("\n")}`;
    })
    .join("\n\n");
}
