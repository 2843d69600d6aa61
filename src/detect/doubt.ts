// Bits of `Candidate.doubt`: why a place is less telling than it looks. Single constants, which a bundle holds as numbers.

/** A capital says nothing here: start of a sentence, headline in title case or capitals. */
export const capital = 1;
/** A capitalised word of unknown sense stands beside the name. */
export const neighbour = 2;
/** Named in quotes as a work is. */
export const quoted = 4;
/** Written in lower case. */
export const lower = 8;
/** A number stands right before it. */
export const number = 16;
/** A title or rank before it that the dossier does not give this person. */
export const title = 32;
/** German genitive: the name with an s. */
export const genitive = 64;
/** In a headline, before a capitalised word that may be a given name's surname. */
export const given = 256;
/** No doubt but its opposite: some title or form of address before it says that a person is meant. */
export const address = 512;
/** A full name with a middle name that the dossier does not know. */
export const middle = 1024;
/** Named only to say whose relative somebody is: "granddaughter of Benito Mussolini". */
export const kin = 2048;
/** No doubt either: the title before it may be theirs, since the dossier tells of none. */
export const anyTitle = 4096;
/** Introduced as somebody's relative: "his son Omar Ellingworth". */
export const relative = 8192;
/** A capitalised word of unknown sense after it, in prose: but part of a longer name, unless nouns have capitals. */
export const longer = 32768;
/** A full name of its surname follows in the sentence: "Neruda took his name from the writer Jan Neruda". */
export const ahead = 16384;
/** An apostrophe joins an ending of another language than English: "Ellingworth'ün", but "Xi'an". */
export const ending = 65536;
