/** Whether a word ends like an English noun, as few surnames do: "sessions". */
export const isNounLike = (word: string): boolean => /(?:sion|tion|ment)s?$/i.test(word);
