import type { TextWord } from "./text-words.ts";

/**
 * Where a phrase ends that begins at a word: the place behind its last word, or -1 where it does not stand there. Words may be
 * written with a hyphen, in one or apart: "e-mail" is "e mail" and "email".
 * @param phrase Forms of words, as `wordForms` gives them.
 */
export function phraseEnd(words: readonly TextWord[], from: number, phrase: readonly string[], at = 0): number {
  const wanted = phrase[at];
  if (wanted === undefined) return from;
  const word = words[from];
  if (word === undefined) return -1;
  if (word.form === wanted) {
    const end = phraseEnd(words, from + 1, phrase, at + 1);
    if (end >= 0) return end;
  }
  return word.otherwise.length === 0 && !word.isHyphened ? -1 : endOtherwise(words, from, phrase, at);
}

/** The same where the word is taken for others, or for one with the word that a hyphen joins to it. */
function endOtherwise(words: readonly TextWord[], from: number, phrase: readonly string[], at: number): number {
  const { otherwise } = words[from] as TextWord;
  if (otherwise.length > 0 && otherwise.every((part, i) => part === phrase[at + i])) {
    const end = phraseEnd(words, from + 1, phrase, at + otherwise.length);
    if (end >= 0) return end;
  }
  const next = endOfWhole(words, from, phrase[at] ?? "");
  return next === 0 ? -1 : phraseEnd(words, next, phrase, at + 1);
}

/** Behind the words, joined by hyphens, that are a word when written in one; 0 where there are none. */
function endOfWhole(words: readonly TextWord[], from: number, wanted: string): number {
  let whole = words[from]?.form ?? "";
  let next = from + 1;
  for (; words[next - 1]?.isHyphened && whole.length < wanted.length; next++) whole += words[next]?.form ?? "";
  return next > from + 1 && whole === wanted ? next : 0;
}
