/** A certificate that nobody vouches for but itself, made anew each time: what a browser must not accept. */
import { generateKeyPairSync, sign } from "node:crypto";

export interface SelfSigned {
  /** Both PEM. */
  key: string;
  cert: string;
}

/** For 127.0.0.1 and localhost, valid today (X.509 version 3, RFC 5280), signed with its own key (ECDSA, P-256, SHA-256). */
export function selfSigned(): SelfSigned {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const name = seq(der(0x31, seq(oid("550403"), der(0x0c, Buffer.from("localhost")))));
  const day = 24 * 60 * 60 * 1000;
  const altNames = seq(der(0x82, Buffer.from("localhost")), der(0x87, Buffer.from([127, 0, 0, 1])));
  const content = seq(
    der(0xa0, integer(2)),
    integer(1),
    ECDSA_SHA256,
    name,
    seq(time(Date.now() - day), time(Date.now() + 30 * day)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, seq(seq(oid("551d11"), der(0x04, altNames)))),
  );
  const signature = sign("sha256", content, privateKey);
  const whole = seq(content, ECDSA_SHA256, der(0x03, Buffer.concat([Buffer.of(0), signature])));
  const lines = whole.toString("base64").replace(/.{64}/g, "$&\n");
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}

/** An element of DER (X.690): tag, length, content. */
function der(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
const seq = (...parts: Buffer[]) => der(0x30, Buffer.concat(parts));
const integer = (value: number) => der(0x02, Buffer.of(value));
/** `hex`: the encoded identifier. */
const oid = (hex: string) => der(0x06, Buffer.from(hex, "hex"));
const ECDSA_SHA256 = seq(oid("2a8648ce3d040302"));
/** UTCTime: YYMMDDhhmmssZ. */
const time = (at: number) =>
  der(0x17, Buffer.from(`${new Date(at).toISOString().slice(2, 19).replace(/[-T:]/g, "")}Z`));
