import { expect, test } from "vitest";
import { type Alarms, CHECK_ALARM, setCheckAlarm } from "../../src/background/alarm.ts";

function fakeAlarms() {
  const held = new Map<string, number>();
  const alarms: Alarms = {
    create: (name, { when }) => void held.set(name, when),
    clear: async (name) => held.delete(name),
  };
  return { held, alarms };
}

test("is set to the due time, again when it has gone, and cleared when nothing is due", async () => {
  const { held, alarms } = fakeAlarms();
  await setCheckAlarm(alarms, 500_000, 0, true);
  expect(held.get(CHECK_ALARM)).toBe(500_000);
  held.clear();
  await setCheckAlarm(alarms, 500_000, 1000, true);
  expect(held.get(CHECK_ALARM)).toBe(500_000);
  await setCheckAlarm(alarms, undefined, 1000, true);
  expect(held.size).toBe(0);
});

test("what is overdue is due in half a minute, without a network in five", async () => {
  const { held, alarms } = fakeAlarms();
  await setCheckAlarm(alarms, 5, 1_000_000, true);
  expect(held.get(CHECK_ALARM)).toBe(1_030_000);
  await setCheckAlarm(alarms, 5, 1_000_000, false);
  expect(held.get(CHECK_ALARM)).toBe(1_300_000);
});
