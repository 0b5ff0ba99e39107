import { endsSentence, isCapital, isWord, type Token } from "./token.ts";

/** A headline gives most of its words a capital, so that capitals tell nothing there: seven words of ten. */
const HEADLINE_SHARE = 0.7;
/** Words of fewer letters keep small ones in headlines too. */
const FULL_WORD = /^\p{L}{4,}/u;
const FINITE = new Set(["VBD", "VBZ", "VBP", "MD"]);
/** Fewer words than this are a sentence of names ("Tomas Reed.") as often as a headline. */
const MIN_WORDS = 3;

/**
 * For each token whether its sentence is written in the way of a headline. Pages run headlines and text together, so
 * that a paragraph may hold both.
 * @param isTitle The tokens are an article's title, where two words may be a headline.
 */
export function inHeadlineCase(tokens: readonly Token[], isTitle = false): readonly boolean[] {
  const flags: boolean[] = [];
  for (let to = 1; to <= tokens.length; to++) {
    if (to < tokens.length && !endsSentence(tokens[to - 1] as Token)) continue;
    const sentence = tokens.slice(flags.length, to);
    const flag = isHeadline(sentence, isTitle ? 1 : MIN_WORDS);
    for (const _ of sentence) flags.push(flag);
  }
  return flags;
}

/** The verb that tells a sentence full of names from a headline, which gives it a capital: "Ana Rehn met Tomas Reed". */
const isSmallVerb = (token: Token): boolean => FINITE.has(token.tag) && token.word === token.lower && isWord(token);

function isHeadline(sentence: readonly Token[], minWords: number): boolean {
  if (sentence.some(isSmallVerb)) return false;
  const words = sentence.filter(({ word }) => FULL_WORD.test(word));
  return words.length >= minWords && words.filter(isCapital).length > words.length * HEADLINE_SHARE;
}
