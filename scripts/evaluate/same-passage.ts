/** What of the words of a judged passage a passage must hold, in one stretch, to be it. */
const HELD_SHARE = 0.8;
const LEAST_WORDS = 4;

/** Whether one of two passages holds the other, or all but a few of its words. */
export function isSamePassage(one: string, judged: string): boolean {
  return isSame(wordsOf(one), wordsOf(judged));
}

function isSame(words: readonly string[], judged: readonly string[]): boolean {
  const isHeld = heldShare(judged, words) >= HELD_SHARE;
  return isHeld || (words.length >= LEAST_WORDS && heldShare(words, judged) >= HELD_SHARE);
}

/** Which share of some words stands in others, in their order and close together. */
function heldShare(words: readonly string[], others: readonly string[]): number {
  if (words.length === 0) return 0;
  const known = new Set(others);
  if (words.filter((word) => known.has(word)).length < HELD_SHARE * words.length) return 0;
  const width = Math.ceil(1.5 * words.length);
  let best = 0;
  for (let start = 0; start < others.length; start += Math.max(1, words.length >> 2)) {
    best = Math.max(best, commonWords(words, others.slice(start, start + width)));
  }
  return best / words.length;
}

/** The length of the longest common subsequence. */
function commonWords(a: readonly string[], b: readonly string[]): number {
  let before = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const now = [0];
    b.forEach((other, j) => {
      now.push(word === other ? (before[j] ?? 0) + 1 : Math.max(before[j + 1] ?? 0, now[j] ?? 0));
    });
    before = now;
  }
  return before.at(-1) ?? 0;
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
