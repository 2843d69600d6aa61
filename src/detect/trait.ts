// Bits of `PersonEntry.traits`, of a person's surname. Single constants, which a bundle holds as numbers.

/** Borne by many. */
export const common = 1;
/** Also an ordinary word, or marked by the publisher as case-sensitive. */
export const word = 2;
/** Also a given name. */
export const given = 4;
/** The story's own context words contain it. */
export const story = 8;
/** The surname alone may be in lower case. */
export const lower = 16;
/** The full name may be in lower case. */
export const lowerFull = 32;
/** The publisher says that its case matters: it may be read as something else. */
export const exact = 64;
/** Also a town. */
export const town = 128;
/** A word by any list or by its ending, though the publisher may have weighed that. */
export const ordinary = 256;
