/**
 * How much one card holds, whatever the dossier does: a card is a message to a page and is made while the reader waits. What
 * is left out is counted, and the dossier's own page shows it.
 */
export const CARD_LIMITS = {
  /** Statements weighed for the first places: a card shows some dozens. */
  weighed: 200,
  /** Relations of one statement. */
  relations: 40,
  /** Entries of the timeline. */
  timeline: 200,
  /** Other people. */
  people: 40,
};
