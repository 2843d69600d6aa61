import { describe, expect, test } from "vitest";
import type { DossierDate } from "../../src/dossier/schema.ts";
import { dateOfDay, dayNumber, formatDate, machineDate, spanOf } from "../../src/viewer/model/date.ts";

const day = (value: string): DossierDate => ({ value, precision: "day" });
const month = (value: string): DossierDate => ({ value, precision: "month" });
const year = (value: string): DossierDate => ({ value, precision: "year" });

describe("spanOf", () => {
  test("covers a day, a month with a leap day, a year", () => {
    expect(spanOf(day("1970-01-02"))).toEqual({ start: 1, end: 2 });
    expect(spanOf(month("2020-02"))).toEqual({ start: dayNumber(2020, 2), end: dayNumber(2020, 2) + 29 });
    expect(spanOf(year("2019"))).toEqual({ start: dayNumber(2019), end: dayNumber(2020) });
  });
  test("is never finer than the precision, nor than the value", () => {
    expect(spanOf(month("2019-05-17"))).toEqual(spanOf(month("2019-05")));
    expect(spanOf(day("2019"))).toEqual(spanOf(year("2019")));
  });
  test("reads years before 100 as they are", () => {
    expect(dateOfDay(spanOf(year("0064")).start).getUTCFullYear()).toBe(64);
  });
});

test("words and machine form say no more than the precision", () => {
  expect(formatDate(month("2016-09-01"), "en")).toBe("September 2016");
  expect(formatDate(day("2017-01-10"), "en", "short")).toBe("Jan 10, 2017");
  expect(machineDate(month("2016-09-01"))).toBe("2016-09");
});
