import { contains, firstFrom, type Span } from "../../model/span.ts";
import { cueWord } from "../lexicon/cue-lexicon.ts";
import type { Item, Sentence } from "../marks/narration.ts";
import type { DraftQuote } from "../quotes/draft-quote.ts";
import { clauseFrame } from "./clause-frame.ts";
import { governingStart } from "./governing-words.ts";
import { ASSERTED, type Polarity, polarityOf } from "./polarity.ts";

/** Words of a cue that are looked at: "will call in live from the studio to discuss". */
const MAX_CUE = 12;
/** How far before words in marks the verb that brings them may stand, in items: "said , :". */
const MAX_BEFORE_MARKS = 3;
/** Words of the content that tell what it is: "whether she", "the old claims that". */
const CONTENT_WORDS = 4;
const AUXILIARY = /^(?:has|have|had|is|are|was|were|be|been|do|does|did)$/;

/**
 * What the cue of a quote, with all that governs it, makes of the quote; and the verb right before words in marks, where
 * that is another.
 * @param sentenceAt The sentence that an offset stands in.
 */
export function readAssertion(
  text: string,
  draft: DraftQuote,
  sentenceAt: (offset: number) => Sentence | undefined,
): Polarity {
  const cues = [draft.cue, verbBeforeMarks(draft, sentenceAt)].filter((cue) => cue !== null);
  for (const cue of cues) {
    const sentence = sentenceAt(cue.start);
    const polarity = sentence === undefined ? ASSERTED : ofCue(text, draft, cue, sentence);
    if (polarity.assertion !== "ASSERTED") return polarity;
  }
  return ASSERTED;
}

function ofCue(text: string, draft: DraftQuote, cue: Span, sentence: Sentence): Polarity {
  const from = itemAt(sentence, cue.start);
  const to = Math.min(indexFrom(sentence, cue.end), from + MAX_CUE);
  const start = Math.min(from, governingStart(sentence, firstVerb(sentence, from, to)));
  const content = indexFrom(sentence, draft.spans[0]?.start ?? 0);
  const own = polarityOf({
    words: wordsOf(sentence, start, to),
    content: wordsOf(sentence, content, content + CONTENT_WORDS),
    isQuestion: text.charAt((draft.spans.at(-1)?.end ?? 1) - 1) === "?",
    isDirect: draft.kind === "DIRECT",
    isTrailing: (draft.spans[0]?.start ?? 0) < cue.start,
  });
  return own.assertion === "ASSERTED" ? clauseFrame(sentence, subjectOf(sentence, draft.source, start), start) : own;
}

/** The first item of the cue that may be its verb. */
function firstVerb(sentence: Sentence, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const { lower, tag } = sentence[at] as Item;
    if (cueWord(lower) !== undefined || (/^VB/.test(tag) && !AUXILIARY.test(lower))) return at;
  }
  return from;
}

/**
 * The verb right before words in marks, where the cue is another ("Marsh, who spoke on Monday, never said “…”"). Within
 * the content it counts only where that is what somebody wishes for: "want the mayor to say, “…”".
 */
function verbBeforeMarks(
  { cue, spans, marked }: DraftQuote,
  sentenceAt: (offset: number) => Sentence | undefined,
): Span | null {
  const [mark] = marked;
  const sentence = mark && sentenceAt(mark.outer.start);
  if (mark === undefined || sentence === undefined) return null;
  const at = indexFrom(sentence, mark.outer.start);
  const verb = sentence.slice(Math.max(0, at - MAX_BEFORE_MARKS), at).findLast(isSpeechVerb);
  if (verb === undefined || (cue !== null && contains(cue, verb))) return null;
  const isWished = cue !== null && cueWord(sentence[itemAt(sentence, cue.start)]?.lower ?? "")?.frame === "WISH";
  return isWished || !spans.some((span) => contains(span, verb)) ? { start: verb.start, end: verb.end } : null;
}

const isSpeechVerb = ({ lower, quote }: Item): boolean => quote === null && cueWord(lower)?.frame === "SPEECH";

function subjectOf(sentence: Sentence, source: Span | null, verb: number): number {
  if (source === null) return verb;
  const at = itemAt(sentence, source.start);
  return (sentence[at]?.start ?? source.end) >= source.end || at > verb ? verb : at;
}

const wordsOf = (sentence: Sentence, from: number, to: number): readonly string[] =>
  sentence.slice(from, to).flatMap(({ lower, quote }) => (quote === null && /\p{L}/u.test(lower) ? [lower] : []));

/** The first item that starts at an offset or behind it; the sentence's length where none does. */
const indexFrom = (sentence: Sentence, offset: number): number => firstFrom(sentence, offset, startOf);

/** The item that an offset stands in. */
const itemAt = (sentence: Sentence, offset: number): number =>
  Math.max(0, firstFrom(sentence, offset + 1, startOf) - 1);

const startOf = ({ start }: Item): number => start;
