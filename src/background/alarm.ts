/** The part of `browser.alarms` that is used. */
export interface Alarms {
  create(name: string, info: { when: number }): void | Promise<void>;
  clear(name: string): Promise<unknown>;
}

/** Name of the alarm that checks feeds. */
export const CHECK_ALARM = "check-feeds";

/** Browsers round alarms that lie nearer than this up to it. */
const SOONEST = 30_000;
/** Without a network a wake-up is for nothing; a worker that lives hears of the network itself, one that sleeps does not. */
const SOONEST_OFFLINE = 5 * 60_000;

/**
 * Sets the alarm to the earliest due time. Called at every start of the background and after every change: browsers drop
 * alarms when an extension is updated.
 */
export async function setCheckAlarm(
  alarms: Alarms,
  due: number | undefined,
  now: number,
  online: boolean,
): Promise<void> {
  if (due === undefined) await alarms.clear(CHECK_ALARM);
  else await alarms.create(CHECK_ALARM, { when: Math.max(due, now + (online ? SOONEST : SOONEST_OFFLINE)) });
}
