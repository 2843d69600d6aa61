import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { fromBase64, toBase64 } from "../../src/dossier/bytes.ts";
import { canonicalize } from "../../src/dossier/canonical.ts";
import { fingerprint, generateKeyPair, publicKeyOf, signValue, verifyValue } from "../../src/dossier/signature.ts";

const VALUE = { format: "test/1", b: 1, a: ["é"] };

/** Secret key, public key, message, signature. */
const RFC_8032: [string, string, string, string, string][] = [
  [
    "test 1",
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    "",
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
  ],
  [
    "test 2",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    "72",
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
  ],
  [
    "test 3",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
    "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
    "af82",
    "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
  ],
];

/** Every point of Ed25519 whose order divides 8, without its sign; those of y = p and p + 1 in their other writing too. */
const SMALL_ORDER = [
  "0000000000000000000000000000000000000000000000000000000000000000",
  "0100000000000000000000000000000000000000000000000000000000000000",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
];

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

  it.each(RFC_8032)("give the public key of RFC 8032, section 7.1, %s", async (_, secret, key, message, signature) => {
    const pkcs8 = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), Buffer.from(secret, "hex")]);
    const privateKey = pkcs8.toString("base64");
    expect(Buffer.from(await publicKeyOf(privateKey), "base64").toString("hex")).toBe(key);
    // The runtime's own Ed25519 is the RFC's, and what we sign is what Node signs with that key.
    const imported = await crypto.subtle.importKey("pkcs8", pkcs8, { name: "Ed25519" }, false, ["sign"]);
    const signed = await crypto.subtle.sign({ name: "Ed25519" }, imported, Buffer.from(message, "hex"));
    expect(Buffer.from(signed).toString("hex")).toBe(signature);
    const ours = await signValue(VALUE, privateKey);
    const theirs = sign(
      null,
      Buffer.from(canonicalize(VALUE)),
      createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" }),
    );
    expect(ours.value).toBe(theirs.toString("base64"));
  });

  it("are never accepted by any point of small order, whichever its sign", async () => {
    const neutral = Buffer.concat([Buffer.from([1]), Buffer.alloc(63)]).toString("base64");
    for (const point of SMALL_ORDER) {
      for (const sign of [0, 0x80]) {
        const key = Buffer.from(point, "hex");
        key[31]! |= sign;
        // Of 20 texts a point of order 8 would accept some with R neutral and s = 0, if it were let in.
        for (let n = 0; n < 20; n++) {
          expect(await verifyValue({ format: `test/${n}` }, { key: key.toString("base64"), value: neutral })).toBe(
            false,
          );
        }
      }
    }
  });

  it("are not even looked at where the key is a point of small order, which some browsers let in", async () => {
    const verify = vi.spyOn(crypto.subtle, "verify").mockResolvedValue(true);
    const importKey = vi.spyOn(crypto.subtle, "importKey").mockResolvedValue({} as CryptoKey);
    try {
      const { publicKey } = await generateKeyPair();
      const value = toBase64(new Uint8Array(64));
      expect(await verifyValue(VALUE, { key: publicKey, value })).toBe(true);
      for (const point of SMALL_ORDER) {
        for (const sign of [0, 0x80]) {
          const key = Buffer.from(point, "hex");
          key[31]! |= sign;
          expect(await verifyValue(VALUE, { key: key.toString("base64"), value }), point).toBe(false);
        }
      }
    } finally {
      verify.mockRestore();
      importKey.mockRestore();
    }
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
