/**
 * The same string in memory of its own. What is cut out of a longer string keeps all of that alive in V8 (from 13
 * characters on): a kept name would keep its paragraph.
 */
export const ownCopy = (text: string): string => (text.length < 13 ? text : ` ${text}`.slice(1));
