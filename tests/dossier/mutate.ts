/** Mutated JSON for fuzzing: a good file with a few things done to it that a clumsy or hostile hand might do. */
import fc from "fast-check";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Texts that trip parsers, tables, layouts and eyes. */
const NASTY = [
  "",
  " ",
  "a",
  "\u0000",
  "\u202Etxt",
  "a\u200Bb",
  "\uFEFF",
  "\ud800",
  "😀",
  "<script>globalThis.pwned=1</script>",
  "<img src=x onerror=alert(1)>",
  "&lt;b&gt;",
  "javascript:alert(1)",
  "data:text/html,x",
  "https://user@host/",
  "https://a.example/x",
  "//a.example",
  "../../../etc/passwd",
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "2017-02-30",
  "2017-01-10",
  "2016",
  "0000",
  "9999-12-31T23:59:60Z",
  "1e400",
  "p1",
  "s1",
  "s2",
  "e1",
  "src-1",
  "story",
  "x".repeat(25_000),
  "$1 $& $`",
  "%s%n",
  "', 1); DROP TABLE dossiers; --",
];

const nasty = fc.constantFrom(...NASTY);
const number = fc.constantFrom(0, -0, -1, 1, 2, 1.5, 2 ** 53, -(2 ** 53), 1e308, 5e-324, 64 * 1024 * 1024 + 1);
const value: fc.Arbitrary<Json> = fc.oneof(
  { weight: 5, arbitrary: nasty },
  { weight: 2, arbitrary: number },
  { weight: 2, arbitrary: fc.constantFrom<Json>(null, true, false, [], {}, [[]], [null], { id: "x" }) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json> },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 60 }).map((depth) => nest(depth)) },
);

type Step =
  | { do: "set"; at: number; value: Json }
  | { do: "delete"; at: number }
  | { do: "copy"; at: number; from: number }
  | { do: "key"; at: number; key: string; value: Json }
  | { do: "repeat"; at: number; times: number }
  | { do: "text"; at: number; text: string; cut: number };

const at = fc.nat({ max: 10_000 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("set" as const), at, value }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("delete" as const), at }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("copy" as const), at, from: at }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("key" as const), at, key: nasty, value }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("repeat" as const), at, times: fc.nat({ max: 300 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("text" as const), at, text: nasty, cut: fc.nat({ max: 20 }) }) },
);

/** Texts made from a good value by one to five steps. */
export function mutated(good: () => unknown): fc.Arbitrary<string> {
  return fc.array(step, { minLength: 1, maxLength: 5 }).map((steps) => {
    const root = { root: structuredClone(good()) as Json };
    for (const one of steps) if (one.do !== "text") change(root, one);
    let text = JSON.stringify(root.root);
    for (const one of steps) if (one.do === "text") text = cutIn(text, one.at, one.text, one.cut);
    return text;
  });
}

interface Slot {
  parent: { [key: string]: Json } | Json[];
  key: string | number;
}

function slotsOf(root: { root: Json }): Slot[] {
  const slots: Slot[] = [];
  const walk = (parent: Slot["parent"]): void => {
    for (const key of Object.keys(parent)) {
      const slot = { parent, key: Array.isArray(parent) ? Number(key) : key };
      slots.push(slot);
      const child = read(slot);
      if (typeof child === "object" && child !== null) walk(child);
    }
  };
  walk(root);
  return slots;
}

function change(root: { root: Json }, one: Exclude<Step, { do: "text" }>): void {
  const slots = slotsOf(root);
  const slot = slots[one.at % slots.length]!;
  const held = read(slot);
  if (one.do === "set") write(slot, structuredClone(one.value));
  else if (one.do === "copy") write(slot, structuredClone(read(slots[one.from % slots.length]!)));
  else if (one.do === "delete") {
    if (Array.isArray(slot.parent)) slot.parent.splice(slot.key as number, 1);
    else if (slot.parent !== root) delete slot.parent[slot.key];
  } else if (one.do === "key") {
    if (typeof held === "object" && held !== null && !Array.isArray(held))
      own(held, one.key, structuredClone(one.value));
  } else if (Array.isArray(held) && held.length > 0) {
    write(
      slot,
      Array.from({ length: one.times }, () => structuredClone(held[0]!)),
    );
  }
}

function read({ parent, key }: Slot): Json {
  return (parent as Record<string | number, Json>)[key]!;
}

function write({ parent, key }: Slot, value: Json): void {
  own(parent, key, value);
}

/** Sets an own key, "__proto__" too. */
function own(parent: object, key: string | number, value: Json): void {
  Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
}

function cutIn(text: string, at: number, inserted: string, cut: number): string {
  const place = at % (text.length + 1);
  return text.slice(0, place) + inserted + text.slice(place + cut);
}

function nest(depth: number): Json {
  let value: Json = "x";
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}
