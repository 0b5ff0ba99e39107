import type { TextWord } from "./text-words.ts";

/**
 * Where a phrase ends that begins at a word: the place behind its last word, or -1 where it does not stand there. Words may be
 * written with a hyphen, in one or apart: "long-term" is "long term" and "longterm".
 * @param phrase Forms of words, as `wordForms` gives them.
 */
export function phraseEnd(words: readonly TextWord[], from: number, phrase: readonly string[], at = 0): number {
  if (at === phrase.length) return from;
  for (const [next, taken] of waysOn(words, from, phrase, at)) {
    const end = phraseEnd(words, next, phrase, at + taken);
    if (end >= 0) return end;
  }
  return -1;
}

/** The place behind the words that may stand for the next of a phrase, and how many of the phrase they stand for. */
function waysOn(words: readonly TextWord[], from: number, phrase: readonly string[], at: number) {
  const ways: (readonly [next: number, taken: number])[] = [];
  const word = words[from];
  if (word === undefined) return ways;
  const { form, otherwise } = word;
  if (form === phrase[at]) ways.push([from + 1, 1]);
  if (otherwise.length > 0 && otherwise.every((part, i) => part === phrase[at + i]))
    ways.push([from + 1, otherwise.length]);
  const end = endOfWhole(words, from, phrase[at] ?? "");
  if (end > 0) ways.push([end, 1]);
  return ways;
}

/** Behind the words, joined by hyphens, that are a word when written in one; 0 where there are none. */
function endOfWhole(words: readonly TextWord[], from: number, wanted: string): number {
  let whole = words[from]?.form ?? "";
  let next = from + 1;
  for (; words[next - 1]?.isHyphened && whole.length < wanted.length; next++) whole += words[next]?.form ?? "";
  return next > from + 1 && whole === wanted ? next : 0;
}
