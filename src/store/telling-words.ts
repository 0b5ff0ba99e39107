/** Different words of a text whose rarity is looked up: a long paragraph's. */
const MAX_WORDS = 64;
/** How many of the rarest are looked for: half of them may have been changed. */
const RARE_WORDS = 8;
/** A word in more chunks than this is too common to look for alone: reading them all takes longer than an answer may. */
export const TOO_COMMON = 3_000;
/** Fewer rare words than this may all have been changed. */
const ENOUGH_RARE_WORDS = 3;
/** Words of a phrase, enough to be rare together, and how many phrases of a text without rare words are looked for. */
const PHRASE_LENGTH = 3;
const MAX_PHRASES = 8;

/** The different words of a text by which it may be found. */
export const wordsToCount = (words: readonly string[]): readonly string[] => [...new Set(words)].slice(0, MAX_WORDS);

/**
 * By what a text's source is looked for: its rarest words, and where few are rare its phrases.
 * @param counted In how many chunks each different word stands.
 */
export function tellingWords(
  words: readonly string[],
  counted: readonly { readonly word: string; readonly chunks: number }[],
): readonly string[] {
  const rare = rarest(counted);
  return rare.length < ENOUGH_RARE_WORDS ? [...rare, ...phrasesOf(words)] : rare;
}

/** Words that are somewhere, and not everywhere; the rarest first. */
const rarest = (counted: readonly { readonly word: string; readonly chunks: number }[]): readonly string[] =>
  counted
    .filter(({ chunks }) => chunks > 0 && chunks < TOO_COMMON)
    .sort((a, b) => a.chunks - b.chunks)
    .slice(0, RARE_WORDS)
    .map(({ word }) => word);

/** Runs of words, spread over the text; the whole text where it is short. */
function phrasesOf(words: readonly string[]): readonly string[] {
  const starts = Math.max(1, words.length - PHRASE_LENGTH + 1);
  const step = Math.max(1, Math.ceil(starts / MAX_PHRASES));
  const count = Math.ceil(starts / step);
  return Array.from({ length: count }, (_, i) => words.slice(i * step, i * step + PHRASE_LENGTH).join(" "));
}
