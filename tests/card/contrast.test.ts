import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync("src/shared/tokens.css", "utf8");

/** The two colours of a token: light, dark. */
function colours(name: string): [string, string] {
  const found = new RegExp(`--d-${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css);
  if (!found) throw new Error(`no colours of --d-${name}`);
  return [found[1]!, found[2]!];
}

/** WCAG 2 relative luminance of #rrggbb. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high! + 0.05) / (low! + 0.05);
}

describe.each([["light", 0] as const, ["dark", 1] as const])("tokens in %s", (_, theme) => {
  const pairs: [string, string, number][] = [
    ...["ink", "soft", "accent", "against", "danger", "good"].flatMap((text): [string, string, number][] => [
      [text, "paper", 4.5],
      [text, "wash", 4.5],
    ]),
    ["soft", "against-wash", 4.5],
    ["against", "against-wash", 4.5],
    ["ink", "accent-wash", 4.5],
    ["on-accent", "accent", 4.5],
    ["edge", "paper", 3],
  ];
  it.each(pairs)("%s on %s has at least %d:1", (front, back, least) => {
    expect(contrast(colours(front)[theme], colours(back)[theme])).toBeGreaterThanOrEqual(least);
  });
});
