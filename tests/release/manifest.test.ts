import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { manifestFor, TARGETS } from "../../manifest/manifest.ts";

test.each(TARGETS)(
  "pages of the %s extension take code, styles and pictures from nowhere but the extension",
  (target) => {
    const { content_security_policy: policies } = manifestFor(target, { version: "1" }) as {
      content_security_policy: { extension_pages: string };
    };
    const rules = new Map(
      policies.extension_pages.split("; ").map((rule): [string, string] => {
        const [name = "", ...sources] = rule.split(" ");
        return [name, sources.join(" ")];
      }),
    );
    expect(rules.get("default-src")).toBe("'none'");
    for (const [name, sources] of rules)
      if (name !== "connect-src") expect([name, sources]).toEqual([name, expect.stringMatching(/^'(self|none)'$/)]);
  },
);

test("PRIVACY.md justifies every permission of the manifests", () => {
  const privacy = readFileSync("PRIVACY.md", "utf8");
  for (const target of TARGETS) {
    const { permissions } = manifestFor(target, { version: "1" }) as { permissions: string[] };
    for (const permission of permissions) expect(privacy).toContain(`\`${permission}\``);
  }
});
