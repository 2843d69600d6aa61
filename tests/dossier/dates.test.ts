import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareDates, dateFault, endsBeforeStart, isCalendarDate } from "../../src/dossier/dates.ts";
import type { DossierDate } from "../../src/dossier/schema.ts";

const date = (value: string, more: Partial<DossierDate> = {}): DossierDate => {
  return { value, precision: ({ 4: "year", 7: "month", 10: "day" } as const)[value.length as 4]!, ...more };
};
const two = (number: number) => String(number).padStart(2, "0");

describe("isCalendarDate", () => {
  it("agrees with the calendar of ECMAScript on every day of years of each kind", () => {
    for (const year of ["0001", "1900", "2000", "2016", "2017", "9999"]) {
      for (let month = 0; month <= 13; month++) {
        for (let day = 0; day <= 32; day++) {
          const value = `${year}-${two(month)}-${two(day)}`;
          const parsed = new Date(`${value}T00:00:00Z`);
          const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value);
          expect([value, isCalendarDate(value)]).toEqual([value, exists]);
        }
      }
    }
  });

  it("takes months and years alone, but no year 0", () => {
    expect(["2016", "2016-09", "0001"].map(isCalendarDate)).toEqual([true, true, true]);
    expect(["0000", "2016-13", "2016-00", "0000-01-01"].map(isCalendarDate)).toEqual([false, false, false, false]);
  });
});

describe("dateFault", () => {
  it("names the field at fault", () => {
    expect(dateFault(date("2016-02-29"))).toBeUndefined();
    expect(dateFault(date("2017-02-29"))).toMatchObject({ field: "value" });
    expect(dateFault({ value: "2016", precision: "day" })).toEqual({
      field: "precision",
      text: 'must be "year" for "2016", found "day"',
    });
  });
});

describe("endsBeforeStart", () => {
  it("compares at the coarser of the two", () => {
    expect(endsBeforeStart(date("2016-05-02"), date("2016-05-01"))).toBe(true);
    expect(endsBeforeStart(date("2016-05-02"), date("2016-05"))).toBe(false);
    expect(endsBeforeStart(date("2016-05"), date("2016"))).toBe(false);
    expect(endsBeforeStart(date("2016"), date("2015-12-31"))).toBe(true);
  });
});

describe("compareDates", () => {
  it("puts the earliest first day first, the more exact before the less, the undated last", () => {
    const sorted = [
      date("2015"),
      date("2016-01-01"),
      date("2016-01-01", { approximate: true }),
      date("2016-01"),
      date("2016"),
      date("2016-01-02"),
      undefined,
    ];
    // The language's own sort puts `undefined` last by itself, so each date is wrapped.
    const shuffled = [5, 3, 6, 0, 4, 2, 1].map((at) => ({ date: sorted[at] }));
    expect(shuffled.sort((one, other) => compareDates(one.date, other.date)).map((item) => item.date)).toEqual(sorted);
  });

  it("is an order: the same both ways round, and it does not run in circles", () => {
    const any = fc.option(
      fc
        .tuple(
          fc.integer({ min: 2015, max: 2017 }),
          fc.integer({ min: 0, max: 3 }),
          fc.integer({ min: 0, max: 3 }),
          fc.boolean(),
        )
        .map(([year, month, day, approximate]) => {
          return date([year, ...(month ? [two(month)] : []), ...(month && day ? [two(day)] : [])].join("-"), {
            approximate,
          });
        }),
      { nil: undefined },
    );
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(Math.sign(compareDates(a, b))).toBe(-Math.sign(compareDates(b, a)) + 0);
        if (compareDates(a, b) <= 0 && compareDates(b, c) <= 0) expect(compareDates(a, c)).toBeLessThanOrEqual(0);
      }),
      { seed: 46, numRuns: 1_000 },
    );
  });
});
