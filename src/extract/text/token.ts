import type { Span } from "../../model/span.ts";

/** A word, number or mark of the article with its part of speech. */
export interface Token extends Span {
  /** As written, with typographic apostrophes made straight: `’s` is `'s`. */
  readonly word: string;
  readonly lower: string;
  /** Penn Treebank tag, such as NNP or VBD. */
  readonly tag: string;
}

const CAPITAL = /^\p{Lu}/u;
const DASH = /^(?:[–—―-]|--)$/;
const LETTER = /^\p{L}/u;

export const isCapital = (token: Token | undefined): boolean => token !== undefined && CAPITAL.test(token.word);

export const isWord = (token: Token | undefined): boolean => token !== undefined && LETTER.test(token.word);

/** A dash as a sign of its own, rather than the hyphen within a word. */
export const isDash = (token: Token | undefined): boolean => token !== undefined && DASH.test(token.word);

const FINITE = /^(?:VB[DZP]|MD)$/;

/** "said", "says", "will": a verb that a sentence may stand on. */
export const isFiniteVerb = (token: Token | undefined): boolean => token !== undefined && FINITE.test(token.tag);

const SENTENCE_END = /^[.!?…]$/;

/** Stops of abbreviations are in their tokens, so a stop alone ends a sentence. */
export const endsSentence = (token: Token): boolean => SENTENCE_END.test(token.word);
