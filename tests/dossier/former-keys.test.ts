/** Nothing that was signed before brings back a key that no longer counts, nor what such a key has signed. */
import { describe, expect, it } from "vitest";
import { verifyFeed } from "../../src/dossier/feed.ts";
import { fingerprint } from "../../src/dossier/signature.ts";
import { keyEntry, makeFeed, NOW, pairs } from "./feed-tools.ts";

const RETIRED = { retired: "2017-03-08" };

describe("an index of a recovery key, played again", () => {
  /** 3: desk; 5: rescue to third; 20: ordinary rotation to fourth. */
  async function story() {
    const { safe, desk, third, fourth } = await pairs("safe", "desk", "third", "fourth");
    const recovery = await keyEntry(safe, [], { use: "recovery" });
    const gone = await keyEntry(desk, [], RETIRED);
    const start = await makeFeed([desk], { sequence: 3, keys: [recovery, await keyEntry(desk)] });
    const rescueKeys = [recovery, gone, await keyEntry(third, [safe])];
    const rescue = await makeFeed([safe, third], { sequence: 5, keys: rescueKeys });
    const keys = [recovery, gone, await keyEntry(third, [safe], RETIRED), await keyEntry(fourth, [third])];
    const rotated = await makeFeed([third, fourth], { sequence: 20, keys });
    return { start, rescue, rotated, fourth };
  }

  it.each([
    { who: "saw it", seen: ["start", "rescue", "rotated"] as const },
    { who: "subscribed with it", seen: ["rescue", "rotated"] as const },
    { who: "missed it", seen: ["start", "rotated"] as const },
    { who: "came after the rotation", seen: ["rotated"] as const },
  ])("undoes no rotation for a reader who $who", async ({ seen }) => {
    const made = await story();
    let trust: Awaited<ReturnType<typeof verifyFeed>>["trust"] | undefined;
    for (const name of seen) ({ trust } = await verifyFeed(made[name], trust, NOW));
    await expect(verifyFeed(made.rescue, trust, NOW)).rejects.toThrow("older-index: 5 · 20");
    expect(trust!.keys.map(({ key }) => key)).toContain(made.fourth.publicKey);
  });

  it("is the same index where nothing came in between", async () => {
    const { start, rescue } = await story();
    const first = await verifyFeed(start, undefined, NOW);
    const { trust } = await verifyFeed(rescue, first.trust, NOW);
    expect((await verifyFeed(rescue, trust, NOW)).trust).toEqual(trust);
  });
});

it("the recovery key's word also reaches a reader who missed the rescue, beside a huge number of the thief's", async () => {
  const { safe, desk, fresh } = await pairs("safe", "desk", "fresh");
  const recovery = await keyEntry(safe, [], { use: "recovery" });
  const start = await makeFeed([desk], { keys: [recovery, await keyEntry(desk)] });
  const { trust } = await verifyFeed(start, undefined, NOW);
  const attack = await makeFeed([desk], { sequence: Number.MAX_SAFE_INTEGER, keys: start.keys! });
  const stuffed = await verifyFeed(attack, trust, NOW);
  const keys = [recovery, await keyEntry(desk, [], RETIRED), await keyEntry(fresh, [safe])];
  const rescue = await verifyFeed(await makeFeed([safe, fresh], { sequence: 2, keys }), stuffed.trust, NOW);
  const later = await makeFeed([safe, fresh], { sequence: 3, keys });
  for (const held of [stuffed, rescue]) {
    expect((await verifyFeed(later, held.trust, NOW)).signers).toContain(fresh.publicKey);
  }
});

describe("a key that was retired", () => {
  it("does not come back by its own word though the recovery key vouched for it, and a second rescue works", async () => {
    const { safe, third, fourth, fifth } = await pairs("safe", "third", "fourth", "fifth");
    const recovery = await keyEntry(safe, [], { use: "recovery" });
    const stolen = await keyEntry(third, [safe]);
    const start = await verifyFeed(await makeFeed([third], { sequence: 5, keys: [recovery, stolen] }), undefined, NOW);
    const keys = [recovery, { ...stolen, ...RETIRED }, await keyEntry(fourth, [safe])];
    const rescue = await verifyFeed(await makeFeed([safe, fourth], { sequence: 6, keys }), start.trust, NOW);
    const attack = await makeFeed([third], { sequence: 99, keys: [recovery, stolen] });
    const told = `retired-key: ${await fingerprint(third.publicKey)}`;
    await expect(verifyFeed(attack, rescue.trust, NOW)).rejects.toThrow(told);
    const newcomer = await verifyFeed(await makeFeed([fourth], { sequence: 7, keys }), undefined, NOW);
    await expect(verifyFeed(attack, newcomer.trust, NOW)).rejects.toThrow(told);

    const huge = await verifyFeed(await makeFeed([fourth], { sequence: 999, keys }), rescue.trust, NOW);
    const again = [recovery, { ...stolen, ...RETIRED }, { ...keys[2]!, ...RETIRED }, await keyEntry(fifth, [safe])];
    const second = await verifyFeed(await makeFeed([safe, fifth], { sequence: 8, keys: again }), huge.trust, NOW);
    expect(second.signers).toContain(fifth.publicKey);
    await expect(verifyFeed(attack, second.trust, NOW)).rejects.toThrow(told);
  });

  it("does not come back by its own word though a working key vouched for it, nor vouches for another", async () => {
    const { one, two, evil } = await pairs("one", "two", "evil");
    const entries = [await keyEntry(one), await keyEntry(two, [one])];
    const start = await verifyFeed(await makeFeed([one], { sequence: 5, keys: entries }), undefined, NOW);
    const keys = [entries[0]!, { ...entries[1]!, ...RETIRED }];
    const { trust } = await verifyFeed(await makeFeed([one], { sequence: 6, keys }), start.trust, NOW);
    const attack = await makeFeed([two], { sequence: 99, keys: entries });
    await expect(verifyFeed(attack, trust, NOW)).rejects.toThrow("retired-key");
    const made = await makeFeed([evil], { sequence: 99, keys: [...entries, await keyEntry(evil, [two])] });
    await expect(verifyFeed(made, trust, NOW)).rejects.toThrow("unknown-key");
  });

  it("does not come back by the recovery key's word either", async () => {
    const { safe, one, two } = await pairs("safe", "one", "two");
    const recovery = await keyEntry(safe, [], { use: "recovery" });
    const before = [recovery, await keyEntry(one, [], RETIRED)];
    const { trust } = await verifyFeed(await makeFeed([safe], { sequence: 5, keys: before }), undefined, NOW);
    const keys = [recovery, await keyEntry(one, [safe]), await keyEntry(two, [safe])];
    const after = await verifyFeed(await makeFeed([safe, two], { sequence: 6, keys }), trust, NOW);
    expect(after.trust.keys.map(({ key }) => key).sort()).toEqual([safe.publicKey, two.publicKey].sort());
  });

  it("is not forgotten, however many made-up keys an index lists as retired", async () => {
    const { one, two } = await pairs("one", "two");
    const entries = [await keyEntry(one), await keyEntry(two, [one])];
    const start = await verifyFeed(await makeFeed([one], { keys: entries }), undefined, NOW);
    const keys = [entries[0]!, { ...entries[1]!, ...RETIRED }];
    let { trust } = await verifyFeed(await makeFeed([one], { sequence: 2, keys }), start.trust, NOW);
    for (let round = 0; round < 25; round++) {
      const junk = Array.from({ length: 49 }, (_, n) => ({ key: `junk-${round}-${n}`, ...RETIRED }));
      const flood = await makeFeed([one], { sequence: 3 + round, keys: [entries[0]!, ...junk] });
      ({ trust } = await verifyFeed(flood, trust, NOW));
    }
    expect(trust.former).toHaveLength(1000);
    await expect(verifyFeed(await makeFeed([two], { sequence: 99, keys: entries }), trust, NOW)).rejects.toThrow(
      "retired-key",
    );
    // What was trusted is remembered beyond that bound.
    const { next } = await pairs("next");
    const rotation = [{ ...entries[0]!, ...RETIRED }, await keyEntry(next, [one])];
    const rotated = await verifyFeed(await makeFeed([next], { sequence: 50, keys: rotation }), trust, NOW);
    expect(rotated.trust.former).toContain(one.publicKey);
  });
});
