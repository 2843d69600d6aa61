import { createPublicKey, verify } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fromBase64, toBase64 } from "../../src/dossier/bytes.ts";
import { canonicalize } from "../../src/dossier/canonical.ts";
import { fingerprint, generateKeyPair, publicKeyOf, signValue, verifyValue } from "../../src/dossier/signature.ts";

const VALUE = { format: "test/1", b: 1, a: ["é"] };

describe("signatures", () => {
  it("are Ed25519 over the canonical form, as Node's own crypto finds", async () => {
    const pair = await generateKeyPair();
    const signature = await signValue(VALUE, pair.privateKey);
    const prefix = Buffer.from("302a300506032b6570032100", "hex");
    const key = createPublicKey({
      key: Buffer.concat([prefix, fromBase64(pair.publicKey)]),
      format: "der",
      type: "spki",
    });
    expect(verify(null, Buffer.from(canonicalize(VALUE)), key, fromBase64(signature.value))).toBe(true);
    expect(signature.key).toBe(pair.publicKey);
    expect(await publicKeyOf(pair.privateKey)).toBe(pair.publicKey);
  });

  it("hold for the value whatever the order of its keys, and for no other value or key", async () => {
    const [pair, other] = [await generateKeyPair(), await generateKeyPair()];
    const signature = await signValue(VALUE, pair.privateKey);
    expect(await verifyValue({ a: ["é"], b: 1, format: "test/1" } as typeof VALUE, signature)).toBe(true);
    expect(await verifyValue({ ...VALUE, b: 2 } as typeof VALUE, signature)).toBe(false);
    expect(await verifyValue({ ...VALUE, format: "test/2" }, signature)).toBe(false);
    expect(await verifyValue(VALUE, { ...signature, key: other.publicKey })).toBe(false);
    const turned = fromBase64(signature.value);
    turned[5]! ^= 1;
    expect(await verifyValue(VALUE, { ...signature, value: toBase64(turned) })).toBe(false);
  });

  it("are never accepted from a point of small order", async () => {
    // R = the neutral point, s = 0 satisfies the equation for every text when the key is the neutral point.
    const neutral = new Uint8Array(32);
    neutral[0] = 1;
    const forged = { key: toBase64(neutral), value: toBase64(new Uint8Array([...neutral, ...new Uint8Array(32)])) };
    expect(await verifyValue(VALUE, forged)).toBe(false);
  });
});

describe("fingerprint", () => {
  it("is the first 80 bits of SHA-256 of the raw key in groups of four", async () => {
    // SHA-256 of 32 zero bytes begins 66687aadf862bd776c8f.
    expect(await fingerprint(toBase64(new Uint8Array(32)))).toBe("6668 7aad f862 bd77 6c8f");
  });
});
