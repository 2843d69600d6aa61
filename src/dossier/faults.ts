import { DramatisError } from "./errors.ts";

/** One thing that is wrong in a file. */
export interface Fault {
  /** Where, as a path: `statements[12].date.value`; "" is the whole file. */
  place: string;
  /** What: "must be a text, found 5". */
  text: string;
  /** What its publisher can do, where the text does not say it already: "add that person, or correct the id". */
  remedy?: string;
}

/** Faults kept in memory and told; beyond it they are only counted, so that a hostile file cannot make a hostile report. */
const KEPT = 1_000;
/** Faults named in one sentence to a reader. */
const TOLD = 5;

/** Collects faults of one file: the first thousand in full, the rest as a number. */
export class FaultList {
  readonly faults: Fault[] = [];
  count = 0;

  add(place: string, text: string, remedy?: string): void {
    this.count++;
    if (this.faults.length < KEPT) this.faults.push({ place, text, ...(remedy !== undefined && { remedy }) });
  }

  /** Throws `bad-schema` with the first faults and their number, unless there are none. */
  throwIfAny(): void {
    if (this.count === 0) return;
    const told = this.faults.slice(0, TOLD).map(faultText);
    throw new DramatisError("bad-schema", [told.join("; "), String(this.count)]);
  }
}

/** "statements[12].speaker: is missing" */
export function faultText(fault: Fault): string {
  return fault.place ? `${fault.place}: ${fault.text}` : fault.text;
}

/** "`base`.key", "`base`[3]"; keys that are no plain words are quoted and cut. */
export function placeIn(base: string, key: string | number): string {
  if (typeof key === "number") return `${base}[${key}]`;
  if (/^[A-Za-z_][A-Za-z0-9_-]{0,59}$/.test(key)) return base ? `${base}.${key}` : key;
  return `${base}[${shown(key)}]`;
}

/** A value as a fault names it: short, one line, nothing hidden. */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return "an object";
  if (typeof value === "function" || typeof value === "symbol") return `a ${typeof value}`;
  const text = JSON.stringify(typeof value === "string" ? value.slice(0, 60) : value);
  const cut = typeof value === "string" && value.length > 60 ? `${text.slice(0, -1)}…"` : text;
  return cut.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, (character) => {
    return `\\u{${character.codePointAt(0)!.toString(16)}}`;
  });
}
