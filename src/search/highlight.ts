import type { Highlight } from "../model/hit.ts";
import { overlaps, type Span } from "../model/span.ts";
import { phraseEnd } from "../store/find-phrase.ts";
import { type TextWord, textWords } from "../store/text-words.ts";
import { wholeWords } from "../store/whole-words.ts";
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
  const held = phrases.length === 0 ? [] : phraseMarks(text, phrases);
  const isFree = (mark: Span) => !held.some((one) => overlaps(one, mark));
  return [...held, ...wordMarks(text, words).filter(isFree)].sort((a, b) => a.start - b.start);
}

function phraseMarks(text: string, phrases: readonly (readonly string[])[]): readonly Highlight[] {
  const found = textWords(text);
  const marks: Highlight[] = [];
  for (let i = 0; i < found.length; i++) {
    const end = Math.max(...phrases.map((one) => (one.length === 0 ? -1 : phraseEnd(found, i, one))));
    if (end <= i) continue;
    marks.push({ start: (found[i] as TextWord).start, end: (found[end - 1] as TextWord).end, kind: "PHRASE" });
    i = end - 1;
  }
  return marks;
}

/** The words of a sum of money stand at one place, and are one mark. */
function wordMarks(text: string, words: readonly string[]): readonly Highlight[] {
  const found = wholeWords(text);
  const isWanted = wantedBy(words);
  const marks: Highlight[] = [];
  found.forEach(({ start, end }, i) => {
    if ((marks.at(-1)?.end ?? 0) <= start && isWanted(found, i)) marks.push({ start, end, kind: "WORD" });
  });
  return marks;
}

/** Whether a word of a text, or what it may be taken for, is one of those that are looked for. */
function wantedBy(words: readonly string[]): (found: readonly TextWord[], place: number) => boolean {
  const wanted = new Set(words.map(wordStem));
  const initials = new Set([...wanted].map((stem) => stem[0]));
  // A stem begins as its word does; stemming every word would be most of a search's own work.
  const isWanted = (form: string) => initials.has(form[0]) && wanted.has(wordStem(form));
  return (found, place) => {
    const { form, otherwise, isHyphened } = found[place] as TextWord;
    const [before, behind] = [found[place - 1], found[place + 1]];
    return (
      [form, ...otherwise].some(isWanted) ||
      (isHyphened && behind !== undefined && isWanted(form + behind.form)) ||
      (before?.isHyphened === true && isWanted(before.form + form))
    );
  };
}
