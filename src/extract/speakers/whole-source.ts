import { firstFrom, type Span } from "../../model/span.ts";
import { cueWord } from "../lexicon/cue-lexicon.ts";
import { isListed } from "../lexicon/gazetteer.ts";
import type { DraftQuote } from "../quotes/draft-quote.ts";
import type { Document } from "../text/document.ts";
import { isCapital, type Token } from "../text/token.ts";

/** Words that are added at most: "Mr." of "Mr. Ilan Prester-Holm" wants three. */
const MAX_ADDED = 8;

/** Words behind which a noun phrase cannot end: "the", "his", "former", "Mr.". */
const OPEN_END = /^(?:DT|PRP\$|JJ|JJR|JJS|CD)$/;
const NOUN = /^NN/;

/**
 * A draft's source to the end of its noun phrase, which a tagger may have cut ("the" of "the prosecutor", "Mr." of "Mr. Velk"); null for none.
 * What is shown as the words for the speaker stays as it was found.
 */
export function wholeSource({ blocks }: Document, { source, cue, kind }: DraftQuote): Span | null {
  // The layout of a transcript tells where a label ends, and the words stand right behind it.
  if (source === null || kind === "TRANSCRIPT") return source;
  const tokens = blocks[firstFrom(blocks, source.start + 1, ({ start }) => start) - 1]?.tokens ?? [];
  const last = firstFrom(tokens, source.end, ({ start }) => start) - 1;
  let end = last;
  while (end < last + MAX_ADDED && goesOn(tokens[end], tokens[end + 1], cue)) end += 1;
  end = behindApposedName(tokens, end, cue);
  return { start: source.start, end: Math.max(source.end, tokens[end]?.end ?? 0) };
}

/** "the man, Piet Orsic, told us": where the name stands that a common noun has beside it; the noun where there is none. */
function behindApposedName(tokens: readonly Token[], noun: number, cue: Span | null): number {
  const token = tokens[noun];
  if (token === undefined || isCapital(token) || !NOUN.test(token.tag) || tokens[noun + 1]?.word !== ",") return noun;
  let end = noun + 2;
  while (end - noun <= MAX_ADDED && isCapital(tokens[end]) && NOUN.test(tokens[end]?.tag ?? "")) end += 1;
  const isClosed = end > noun + 2 && /^[,.]$/.test(tokens[end]?.word ?? "");
  const isBesideCue = cue !== null && (cue.end <= token.start || tokens[end]?.end === cue.start - 1);
  return isClosed && isBesideCue ? end - 1 : noun;
}

function goesOn(token: Token | undefined, next: Token | undefined, cue: Span | null): boolean {
  if (token === undefined || next === undefined || (cue !== null && next.start >= cue.start && token.start < cue.start))
    return false;
  if (isListed(next.lower, "DATE")) return false;
  // "Rehn hints": a verb that reads like a noun.
  if (isCapital(token) && cueWord(next.lower) !== undefined) return false;
  const isOpen = OPEN_END.test(token.tag) || /\p{L}\.$/u.test(token.word);
  return isOpen ? NOUN.test(next.tag) || OPEN_END.test(next.tag) : NOUN.test(token.tag) && NOUN.test(next.tag);
}
