const SMALL_LAST = /[A-Za-zÀ-ÖØ-öø-ɏ][a-zß-öø-ɏ]$/;
const CAPITAL_FIRST = /^[A-ZÀ-ÖØ-ÞĀ-ɏ][a-zß-öø-ɏ]/;
const NAME_PREFIX = /(?:^|[^a-zß-öø-ÿ])(?:Ma?c|Fitz|D[aeiu]|Della?|L[aeo]s?|V[ao]n|[AE]l|San|St)$/i;

/**
 * Whether a text that begins with a capital, in another element, begins another word than the one that ends here. "Mara
 * Ellingworth" and "Robert Quillfeather" in two elements without space between are apart for whoever sees them: styles do
 * that, which are not asked. Elements inside a name cut it elsewhere, but for the words that names begin with.
 */
export const isApart = (text: string, next: string): boolean =>
  CAPITAL_FIRST.test(next) &&
  next[0] !== next[0]!.toLowerCase() &&
  SMALL_LAST.test(text.slice(-2)) &&
  !NAME_PREFIX.test(text.slice(-8));
