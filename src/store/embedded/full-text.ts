/** A long paragraph has about as many different words; each costs a pass over all that hold it. */
const MAX_WORDS = 64;
/** In UTF-16 code units; no word is longer, and a pasted page is no word. */
const MAX_WORD_LENGTH = 100;

/**
 * An FTS5 expression for chunks that hold any of these words or phrases, by stem. Every word is a
 * string in it: nothing is syntax. Null when no word is left; words past the 64th different one are left out.
 */
export function matchExpression(phrases: readonly string[]): string | null {
  const strings = phrases
    // FTS5 reads the expression up to the first NUL.
    .map((phrase) => phrase.replaceAll("\0", " ").slice(0, MAX_WORD_LENGTH).trim().toLowerCase())
    .filter((phrase) => /[\p{L}\p{N}]/u.test(phrase))
    .map((phrase) => `"${phrase.replaceAll('"', '""')}"`);
  const different = [...new Set(strings)].slice(0, MAX_WORDS);
  return different.length === 0 ? null : different.join(" OR ");
}
