import { seeded } from "./random.ts";

/** Common English first names and surnames, some of which are ordinary words too: what real lexicons are full of. */
const FIRST =
  `James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Jessica
Thomas Karen Christopher Sarah Charles Lisa Daniel Nancy Matthew Sandra Anthony Betty Mark Ashley Donald Emily Steven
Kimberly Andrew Margaret Paul Donna Joshua Michelle Kenneth Carol Kevin Amanda Brian Melissa Timothy Deborah Ronald
Stephanie Jason Rebecca Edward Laura Jeffrey Helen Ryan Sharon Jacob Cynthia Gary Kathleen Nicholas Amy Eric Angela
Jonathan Anna Stephen Ruth Larry Brenda Justin Pamela Scott Nicole Brandon Katherine Benjamin Samantha Samuel Christine
Gregory Emma Alexander Catherine Patrick Virginia Frank Rachel Raymond Carolyn Jack Janet Dennis Maria Jerry Heather
Tyler Diane Aaron Olivia Jose Julie Adam Joyce Nathan Victoria Henry Kelly Zachary Grace Peter Rose Will Hope`.split(
    /\s+/,
  );
const COMMON =
  `Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Wilson Anderson Taylor
Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King Wright
Scott Torres Nguyen Hill Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Gomez Phillips Evans
Turner Diaz Parker Cruz Edwards Collins Reyes Stewart Morris Morales Murphy Cook Rogers Gutierrez Ortiz Morgan Cooper
Peterson Bailey Reed Kelly Howard Ramos Kim Cox Ward Richardson Watson Brooks Chavez Wood Bennett Gray Mendoza Ruiz
Hughes Price Alvarez Castillo Sanders Patel Myers Long Ross Foster Jimenez Powell Jenkins Perry Russell Sullivan Bell
Coleman Butler Henderson Barnes Fisher Vasquez Simmons Page Bush Day May Banks Stone Rice Fields Law Bond Marsh Park`.split(
    /\s+/,
  );
const ONSET =
  `Ab Al An Ar Bal Bar Bel Ber Bol Bor Bran Bren Cal Cam Car Cor Dal Dan Del Dor Dun El Er Fal Far Fen Gal Gar Gil
Gor Hal Har Hol Il Jan Jor Kal Kar Kel Kol Kor Lan Lar Len Lor Mal Mar Mel Mor Nal Nor Ol Or Pal Par Pel Por Ral Ran
Ros Sal San Sel Sor Tal Tar Tel Tor Ul Val Van Vel Vor Wal Wen Wil Yar Zan Zel Zor`.split(/\s+/);
const MIDDLE = ["a", "e", "i", "o", "u", "and", "el", "en", "er", "in", "is", "on", "ov", "ul"];
const CODA =
  `berg bert den ding ford gan gard ham kin land ler ley lin man mann mond nak nard nov rick rose ski son stad stein
ter thal ton vich ville wald wick win witz worth`.split(/\s+/);

/** Every surname that generated people can have: the common ones and a few thousand made up. */
const pool = (salt: number): string[] => {
  const random = seeded(salt);
  const made = new Set<string>();
  while (made.size < 8000) made.add(random.pick(ONSET) + random.pick(MIDDLE) + random.pick(CODA));
  return [...made];
};
const KNOWN = [...COMMON, ...pool(1)];
const known = new Set(KNOWN);
/** Surnames that no generated person has: strangers in a text. */
const UNKNOWN = pool(2).filter((name) => !known.has(name));

export interface MadeName {
  first: string;
  surname: string;
}

/** `count` different people; the first ones of a longer list are those of a shorter one. */
export function madePeople(count: number): MadeName[] {
  const random = seeded(3);
  const taken = new Set<string>();
  const people: MadeName[] = [];
  while (people.length < count) {
    // Surnames come in turn, so that few of them are shared in a small list and most in a big one, as in life.
    const surname = KNOWN[people.length % KNOWN.length]!;
    const first = random.pick(FIRST);
    if (taken.has(`${first} ${surname}`)) continue;
    taken.add(`${first} ${surname}`);
    people.push({ first, surname });
  }
  return people;
}

/** A stranger for a text: half of the surnames are ones that a large lexicon knows, but never a person of it. */
export function strangers(count: number, people: readonly MadeName[]): string[] {
  const random = seeded(4);
  const taken = new Set(people.map(({ first, surname }) => `${first} ${surname}`));
  const names: string[] = [];
  while (names.length < count) {
    const name = `${random.pick(FIRST)} ${random.pick(random.next() < 0.5 ? KNOWN : UNKNOWN)}`;
    if (!taken.has(name)) names.push(name);
  }
  return names;
}
