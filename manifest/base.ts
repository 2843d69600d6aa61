import type { ManifestContext } from "./manifest.ts";

const ICON_SIZES = [16, 32, 48, 128];
const icons = Object.fromEntries(ICON_SIZES.map((size) => [size, `icons/icon-${size}.png`]));

/**
 * What our own pages may do. No origin but ours gives them code, styles or pictures, and no form goes anywhere; only the
 * background's fetches go out, to feeds, which may be at any host and, on a loopback or local network, unencrypted.
 */
const PAGES_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self' https: http:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** All documents, frames of every kind included. */
const EVERYWHERE = {
  matches: ["<all_urls>"],
  all_frames: true,
  match_about_blank: true,
  match_origin_as_fallback: true,
};

/** What both targets share. PRIVACY.md justifies each permission, line by line. */
export function base(context: ManifestContext) {
  return {
    manifest_version: 3,
    name: "__MSG_extension_name__",
    description: "__MSG_extension_description__",
    version: context.version,
    default_locale: "en",
    icons,
    action: { default_title: "__MSG_extension_name__", default_popup: "popup.html", default_icon: icons },
    options_ui: { page: "options.html", open_in_tab: true },
    permissions: ["storage", "unlimitedStorage", "alarms", "activeTab", "scripting"],
    optional_host_permissions: ["https://*/*", "http://*/*"],
    ...(context.grantedHosts ? { host_permissions: context.grantedHosts } : {}),
    content_security_policy: { extension_pages: PAGES_POLICY },
    content_scripts: [
      { ...EVERYWHERE, js: ["first.js"], run_at: "document_start" },
      { ...EVERYWHERE, js: ["content.js"], css: ["marks.css"], run_at: "document_end" },
    ],
    // Keys that Chromium keeps for itself it drops without a word: N and P are among them (tests/e2e/shortcuts.test.ts).
    commands: {
      "toggle-annotations": { suggested_key: { default: "Alt+Shift+D" }, description: "__MSG_command_toggle__" },
      "next-mention": { suggested_key: { default: "Alt+Shift+J" }, description: "__MSG_command_next__" },
      "previous-mention": { suggested_key: { default: "Alt+Shift+K" }, description: "__MSG_command_previous__" },
      "open-card": { suggested_key: { default: "Alt+Shift+O" }, description: "__MSG_command_open__" },
    },
  };
}
