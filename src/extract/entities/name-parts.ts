import { mayBeGivenName } from "../lexicon/gazetteer.ts";
import type { Token } from "../text/token.ts";

/** Particles inside names: `Ursula von der Leyen`, `Charles de Gaulle`, `Osama bin Laden`. */
export const PARTICLES: ReadonlySet<string> = new Set(
  "de da di do du del della dei dos das van von der den ter ten la le las los zu bin bint ibn al el ben abu ap af av vom zum zur y e".split(
    " ",
  ),
);

/** A word with a capital, or one whose capital stands behind a particle: `al-Harbi`, `d'Estaing`. */
const NAME_WORD = /^(?:\p{Lu}|(?:a[ldnrstz]|ash|el|ibn|bin|d|l|dell)[-'‑]\p{Lu})/u;

/** `R-Fla`: a party and a state behind a member's name. */
const SEAT = /^[RDI]-\p{Lu}/u;

export const isSeat = (token: Token | undefined): boolean => token !== undefined && SEAT.test(token.word);

export const isNameWord = (token: Token | undefined): boolean =>
  token !== undefined && NAME_WORD.test(token.word) && !isSeat(token);

/** "son of" and "daughter of" behind the father's name, in Azerbaijan and Central Asia: `Rashid oglu`. */
const CHILD_OF = new Set("oglu oğlu oghlu ogly ogli uulu uly qizi qızı gizi gızı kizi kızı kyzy gyzy".split(" "));

export const isChildOf = (lower: string): boolean => CHILD_OF.has(lower);

/** What tells a father from a son, and a king from the one before: `Jr.`, `Sr.`, `III`. */
const GENERATION = /^(?:[JS]r\.?|I{2,3}|IV|VI{0,3}|IX|XI{0,3}|XI[VX]|XVI{0,3}|XXI{0,3})$/;

export const isGeneration = (word: string): boolean => GENERATION.test(word);

const OPENING = /^(?:["“”„«‘'(]|``|'')$/;
const CLOSING = /^(?:["”“»’')]|'')$/;
/** `(D)` and `(R)` are parties, `(NATO)` is a short form. */
const NICKNAME = /^\p{Lu}\p{Ll}{2,}$/u;

/**
 * How many tokens behind a run of capitals still belong to the name that it is: a generation behind its comma, "oglu", a
 * nickname in marks with the word behind it; 0 where it ends.
 */
export function continuesName(tokens: readonly Token[], from: number, to: number): number {
  const { word, lower } = tokens[to] as Token;
  if (isChildOf(lower)) return 1;
  if (word === "," && isGeneration(tokens[to + 1]?.word ?? "") && to - from > 1) return 2;
  return isNickname(tokens, from, to) ? 4 : 0;
}

const isNickname = (tokens: readonly Token[], from: number, at: number): boolean =>
  at - from < 3 &&
  OPENING.test(tokens[at]?.word ?? "") &&
  NICKNAME.test(tokens[at + 1]?.word ?? "") &&
  CLOSING.test(tokens[at + 2]?.word ?? "") &&
  isNameWord(tokens[at + 3]) &&
  mayBeGivenName(tokens[from]?.lower ?? "");

/** "Courier/Radio Nine", "Rehn - Holm": one word on either side. */
const JOINS = /^[/-]$/;

/** The words of a name: without the nickname in marks and the comma before a generation; "Boatmen's" is one word of two tokens. */
export function nameWordsOf(tokens: readonly Token[]): readonly string[] {
  const words: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const { word } = tokens[at] as Token;
    if (isInMarks(tokens, at)) at += 2;
    else if (isCutShort(tokens, at)) words.push(word + (tokens[++at] as Token).word);
    else if (/^['’]\p{L}*$/u.test(word) && words.length > 0) words[words.length - 1] += word;
    else if (words.length > 0 && (JOINS.test(word) || JOINS.test(tokens[at - 1]?.word ?? "")))
      words[words.length - 1] += word;
    else if (!/^[,()[\]]$/.test(word)) words.push(word);
  }
  return words;
}

/** "’t" of "Piet van ’t Zand": an apostrophe of its own that touches the letters behind it and not those before. */
const isCutShort = (tokens: readonly Token[], at: number): boolean =>
  /^['’]$/.test(tokens[at]?.word ?? "") &&
  tokens[at]?.start !== tokens[at - 1]?.end &&
  tokens[at]?.end === tokens[at + 1]?.start;

/** "Buck" of `Wendell “Buck” Hart`; null where the name has none in marks. What stands in brackets may be a maiden name, or a wife's. */
export function nicknameOf(tokens: readonly Token[]): string | null {
  const opening = tokens.findIndex(({ word }, at) => word !== "(" && isInMarks(tokens, at));
  return opening < 0 ? null : (tokens[opening + 1]?.word ?? null);
}

const isInMarks = (tokens: readonly Token[], at: number): boolean =>
  at > 0 && OPENING.test(tokens[at]?.word ?? "") && CLOSING.test(tokens[at + 2]?.word ?? "");
