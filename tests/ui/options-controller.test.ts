import { expect, test, vi } from "vitest";
import { createController } from "../../src/options/controller.ts";
import { initialState, reduce } from "../../src/options/model.ts";
import { createStore } from "../../src/shared/ui/store.ts";
import { fakeBackground } from "./harness/fake-background.ts";
import { STORAGE } from "./harness/fixtures.ts";
import { optionsPorts } from "./harness/options-states.ts";

test("once the page itself has asked to keep its data, what the browser says then is shown, and no failure", async () => {
  const store = createStore(reduce, initialState(0));
  const persist = vi.fn(async () => true);
  const { transport, asked } = fakeBackground({ "storage.info": { ...STORAGE, persisted: true } });
  const { actions, start } = createController(store, { ...optionsPorts("usual"), persist, transport });
  await start();
  expect(store.state().library?.storage.persisted).toBe(false);
  actions.persist();
  await vi.waitFor(() => expect(store.state().library?.storage.persisted).toBe(true));
  expect(persist).toHaveBeenCalledTimes(1);
  // A worker has no `navigator.storage.persist`: nothing but the page may be asked.
  expect(asked.map(([type]) => type)).toEqual(["storage.info"]);
  expect(store.state().failures).toEqual({});
});
