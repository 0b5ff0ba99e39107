import { foldName } from "../model/fold-name.ts";
import type { Highlight } from "../model/hit.ts";
import { wordStem } from "../store/word-stem.ts";

/**
 * Where a text shares a word with the query, by stem, or a whole phrase; offsets into the text, in order. What lies in
 * a phrase is not marked once more.
 */
export function highlight(
  text: string,
  words: readonly string[],
  phrases: readonly (readonly string[])[] = [],
): readonly Highlight[] {
  const found = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    word: match[0],
  }));
  const wanted = new Set(words.map(wordStem));
  const initials = new Set([...wanted].map((stem) => stem[0]));
  const isWanted = (word: string) => {
    const folded = foldName(word);
    // A stem begins as its word does; stemming every word would be most of a search's own work.
    return initials.has(folded[0]) && wanted.has(wordStem(folded));
  };
  const holds = (part: string, place: number) => foldName(found[place]?.word ?? "") === part;
  const marks: Highlight[] = [];
  for (let i = 0; i < found.length; i++) {
    const word = found[i];
    if (!word) continue;
    const phrase = phrases.find((parts) => parts.length > 0 && parts.every((part, j) => holds(part, i + j)));
    const last = phrase ? found[i + phrase.length - 1] : undefined;
    if (phrase && last) {
      marks.push({ start: word.start, end: last.end, kind: "PHRASE" });
      i += phrase.length - 1;
    } else if (isWanted(word.word)) marks.push({ start: word.start, end: word.end, kind: "WORD" });
  }
  return marks;
}
