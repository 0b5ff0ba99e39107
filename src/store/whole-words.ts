import { readWords, type TellWord, type WordReading } from "./read-words.ts";
import { placedWords, type TextWord } from "./text-words.ts";

/** A word with where it stands. */
interface PlacedWord {
  readonly reading: WordReading;
  readonly start: number;
  readonly end: number;
}

/** The words of a text in order, as offsets into it, each as people mean it: "O'Dowd's" is one word, and so is "didn't". */
export const wholeWords = (text: string): readonly TextWord[] => placedWords(text, readWholeWords);

/**
 * Tells of each word of a text without noise, in order. An apostrophe within a word joins ("O'Dowd" is "odowd", "Qur'an" is "quran");
 * what English hangs on a word by an apostrophe is no part of it ("Dahl's" is "dahl", "we'll" is "we").
 */
export function readWholeWords(text: string, tell: TellWord): void {
  let joined: PlacedWord[] = [];
  const tellJoined = () => {
    for (const { reading, start, end } of inOne(withoutEndings(joined))) tell(reading, start, end);
    joined = [];
  };
  readWords(text, (reading, start, end) => {
    if (isApostropheAt(text, end)) joined.push({ reading, start, end });
    else if (joined.length === 0) tell(reading, start, end);
    else {
      joined.push({ reading, start, end });
      tellJoined();
    }
  });
  tellJoined();
}

const APOSTROPHES = new Set("'’‘ʼ`´′＇");
const LETTER = /^\p{L}/u;

/** Whether an apostrophe stands there, and letters go on behind it. */
const isApostropheAt = (text: string, at: number): boolean =>
  APOSTROPHES.has(text[at] ?? "") && LETTER.test(text.slice(at + 1, at + 3));

/** The possessive, and short forms of is, has, will, have, are, had, would and am. */
const ENDINGS = new Set(["s", "ll", "ve", "re", "d", "m"]);

function withoutEndings(joined: readonly PlacedWord[]): readonly PlacedWord[] {
  const last = joined.findLastIndex(({ reading }, i) => i === 0 || !ENDINGS.has(reading.form));
  return joined.slice(0, last + 1);
}

/** "fo'c's'le" has four; what has more is no word. */
const MOST_PARTS = 4;

/** As one word what has an apostrophe within; a sum of money ("$5m's") is several words at one place, and stays so. */
function inOne(parts: readonly PlacedWord[]): readonly PlacedWord[] {
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last || first.start === last.start || parts.length > MOST_PARTS) return parts;
  const forms = parts.map(({ reading }) => reading.form);
  const form = forms.join("");
  const otherwise = isNegatedVerb(form) ? [] : forms;
  return [{ reading: { form, otherwise, isInitialism: false }, start: first.start, end: last.end }];
}

/** Verbs that "n't" is hung on as they are, for an expression. */
export const NEGATABLE_VERBS =
  "do|does|did|is|are|was|were|have|has|had|would|could|should|might|must|need|dare|ought|may|ai";
/** Of can, will and shall less than all is written before it. */
const NEGATED = new RegExp(`^(?:${NEGATABLE_VERBS}|ca|wo|sha)nt$`);

/** Whether a word, written in one, is a verb with "n't": it carries no more matter than "not". */
export const isNegatedVerb = (word: string): boolean => NEGATED.test(word);
