/** An id is a name that anybody can choose: what one publisher says is never taken for what another says. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { generateKeyPair } from "../../src/dossier/signature.ts";
import { serve, type TestServer } from "../server/serve.ts";
import { dossier, publish, publishSigned, text } from "./publisher.ts";
import { addAndWait, createWorld, startLibrary } from "./world.ts";

let server: TestServer;
let other: TestServer;
beforeEach(async () => {
  [server, other] = await Promise.all([serve(), serve()]);
});
afterEach(() => Promise.all([server.close(), other.close()]));

test("two feeds with one id: what points to a person of one never gives the other's", async () => {
  const library = startLibrary(createWorld());
  const one = publish(server, { version: 2, words: "One." });
  const two = publish(other, { version: 2, words: "Words of someone else." });
  await addAndWait(library, one);
  await addAndWait(library, two);
  const cards = () => library.cards([{ dossier: `${one}#story`, person: "p0" }]);
  expect((await cards()).map(({ ref }) => ref.dossier)).toEqual([`${one}#story`]);
  await library.feeds.remove(one);
  expect(await cards()).toEqual([]);
  await expect(library.whole(`${one}#story`)).rejects.toMatchObject({ code: "not-found" });
});

test("a stranger's feed does not hide the bundled dossier, and switching one off leaves the other on", async () => {
  const library = startLibrary(createWorld({ bundle: text(dossier({ version: 1, words: "True." })) }));
  const url = publish(server, { version: 99, words: "Made up.", head: { publisher: { name: "A Stranger" } } });
  await addAndWait(library, url);
  const ids = async () => (await library.casts()).map(({ id }) => id).sort();
  const both = [`${url}#story`, "story"].sort();
  expect(await ids()).toEqual(both);
  expect((await library.dossiers.list()).map(({ publisher }) => publisher).sort()).toEqual(["A Stranger", "The Desk"]);
  await library.dossiers.enable(`${url}#story`, false);
  expect(await ids()).toEqual(["story"]);
  // It was no update of the other: nothing of that comes back by rolling back.
  expect((await library.feeds.list())[0]?.canRollBack).toBe(false);
});

test("the publisher's own feed takes the bundled dossier's place", async () => {
  const library = startLibrary(createWorld({ bundle: text(dossier({ version: 1 })) }));
  const url = publish(server, { version: 2 });
  await addAndWait(library, url);
  expect((await library.casts()).map(({ id }) => id)).toEqual([`${url}#story`]);
  expect((await library.feeds.list())[0]?.dossiers[0]).toMatchObject({ version: 2, previousVersion: 1 });
});

test("only the key that was shown is pinned: not another, and not none", async () => {
  const [one, two] = [await generateKeyPair(), await generateKeyPair()];
  const library = startLibrary(createWorld());
  const url = await publishSigned(server, { version: 2 }, one);
  const { fingerprint } = await library.feeds.preview(url);
  await publishSigned(server, { version: 2 }, two);
  await expect(library.feeds.add(url, { fingerprint })).rejects.toMatchObject({ code: "changed-key" });
  publish(server, { version: 2 });
  await expect(library.feeds.add(url, { fingerprint })).rejects.toMatchObject({ code: "changed-key" });
  expect(await library.feeds.list()).toEqual([]);
  await publishSigned(server, { version: 3 }, one);
  expect(await library.feeds.add(url, { fingerprint })).toMatchObject({ url, fingerprint });
});

test("a feed that was shown as not signed is not added as signed", async () => {
  const library = startLibrary(createWorld());
  const url = await publishSigned(server, { version: 2 }, await generateKeyPair());
  await expect(library.feeds.add(url, {})).rejects.toMatchObject({ code: "changed-key" });
});
