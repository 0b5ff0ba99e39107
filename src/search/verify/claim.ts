import { cueWord, isCertainCue } from "../../extract/lexicon/cue-lexicon.ts";
import { findMarkedSpans } from "../../extract/marks/quotation-marks.ts";
import { contains, type Span } from "../../model/span.ts";
import { isNegationOrDenial } from "./negation.ts";
import { joinNumbers } from "./number-words.ts";
import { unmarkedAttributions } from "./unmarked-attribution.ts";
import { type Word, wordsIn } from "./words.ts";

/** A word that somebody claims was said. */
export interface ClaimWord extends Word {
  /** In square brackets: put there by whoever quotes, and not claimed to have been said. */
  readonly isEditorial: boolean;
  /** Whether an ellipsis before it says that something was left out. */
  readonly hasGapBefore: boolean;
}

/** The words to verify, as they were pasted. */
export interface Claim {
  readonly text: string;
  readonly words: readonly ClaimWord[];
}

/** Less than this share of the words in marks, and these are titles or words pointed out; more words than that around them tell more than who spoke. */
const QUOTED_SHARE = 0.5;
const MAX_ATTRIBUTION = 25;

const ELLIPSIS = /\[\s*(?:…|\.[\s.]*)?\s*\]|\(\s*(?:…|\.{2,}|\.(?:\s\.)+)\s*\)|…|\.{3,}|\.(?:\s\.){2,}/g;
/** With the letters that it is written together with: `[T]he`, `attack[ed]`. */
const BRACKETED = /[\p{L}\p{N}]*\[[^\][]*\][\p{L}\p{N}]*/gu;
const SIC = /^\[\s*sic[!.]?\s*\]$/i;
/** One letter in brackets is a change of case, and the word is claimed like any other. */
const CHANGED_LETTER = /^\[\p{L}\]\p{L}/u;

/** Reads what was pasted. Words around a quote in marks (`…,” Selk said`) are left aside; the marks are never words. */
export function readClaim(text: string): Claim {
  const { words, gaps } = readWords(text);
  return toClaim(text, inMarks(text, words), gaps);
}

/** Reads words that are a claim as a whole. */
export function readWholeClaim(text: string): Claim {
  const { words, gaps } = readWords(text);
  return toClaim(text, words, gaps);
}

/** Whether anything in a text is claimed to have been said: editors' words in brackets are not. */
export const hasClaimedWords = (text: string): boolean => readWords(text).words.some(({ isEditorial }) => !isEditorial);

function readWords(text: string): { readonly words: readonly BracketedWord[]; readonly gaps: readonly Span[] } {
  const gaps = [...text.matchAll(ELLIPSIS)].map(toSpan);
  const brackets = [...text.matchAll(BRACKETED)].filter((match) => !gaps.some((gap) => contains(toSpan(match), gap)));
  const plain = wordsIn(blanked(text, [...gaps, ...brackets.map(toSpan)]), whole(text));
  const both = [...plain.map((word) => ({ ...word, isEditorial: false })), ...brackets.flatMap(bracketWords)];
  both.sort((a, b) => a.start - b.start);
  // "Five [hundred] boats" is a number as a whole.
  return { words: joinNumbers(both, text.replace(/[[\]]/g, " ")), gaps };
}

const toClaim = (text: string, words: readonly BracketedWord[], gaps: readonly Span[]): Claim => ({
  text,
  words: words.map((word, i) => ({ ...word, hasGapBefore: hasGap(gaps, words[i - 1], word) })),
});

type BracketedWord = Word & Pick<ClaimWord, "isEditorial">;

/** An ellipsis at the edge of the claim says only that the speaker said more. */
const hasGap = (gaps: readonly Span[], before: Word | undefined, word: Word): boolean =>
  before !== undefined && gaps.some((gap) => gap.start >= before.end && gap.end <= word.start);

function bracketWords(match: RegExpMatchArray): readonly BracketedWord[] {
  const span = toSpan(match);
  const isEditorial = !CHANGED_LETTER.test(match[0]);
  if (SIC.test(match[0])) return [];
  if (/^\[|\]$/.test(match[0]) && isEditorial && /^\[.*\]$/s.test(match[0])) {
    return wordsIn(blanked(match.input ?? "", []), span).map((word) => ({ ...word, isEditorial }));
  }
  const [joined] = wordsIn(match[0].replace(/[[\]]/g, ""), { start: 0, end: match[0].length });
  return joined === undefined ? [] : [{ ...span, form: joined.form, isEditorial }];
}

/**
 * The words within quotation marks, where all that stands around them only tells who spoke; else all. So `he would not
 * “raise taxes”` is a claim as a whole: to leave out the words before the mark would turn it.
 */
function inMarks(text: string, words: readonly BracketedWord[]): readonly BracketedWord[] {
  const marked = markedSpans(text);
  const inside = words.filter((word) => marked.some((span) => contains(span, word)));
  if (inside.length === 0) return withoutAttribution(text, words);
  if (asksWhetherSaid(text, marked, words)) return inside;
  if (inside.length < words.length * QUOTED_SHARE || inside.length === words.length) return words;
  const edges = [0, ...marked.flatMap(({ start, end }) => [start, end]), text.length];
  const around = edges.flatMap((start, i) => (i % 2 === 0 ? [{ start, end: edges[i + 1] ?? text.length }] : []));
  return around.every((span) => isAttribution(text, span, words)) ? inside : words;
}

/** Fewer words are no quote: then all that was pasted is. */
const LEAST_CLAIMED = 3;

/** Words without marks, but for a name before or behind them that only tells who spoke. */
function withoutAttribution(text: string, words: readonly BracketedWord[]): readonly BracketedWord[] {
  const around = unmarkedAttributions(text);
  const claimed = words.filter((word) => !around.some((span) => contains(span, word)));
  return claimed.length < LEAST_CLAIMED ? words : claimed;
}

/** So few words before the marks hold the verb that brings them: "said that “…”", "wrote the words “…”". */
const VERB_REACH = 3;

/** A question mark within the marks may be that of the words. */
const ASKS = /^\s*(?:did|does|has|had|have|is|was|were|can|could|would)\b[^?]*\?["”»]?\s*$|\?\s*$/iu;
const DECLINES = /^(?:refus|declin|fail|stop)/;

/** `Is it true, as a post has it, that Selk said “…”?`: however much stands before the marks, these are asked for. */
function asksWhetherSaid(text: string, marked: readonly Span[], words: readonly BracketedWord[]): boolean {
  const [only, other] = marked;
  if (only === undefined || other !== undefined || !ASKS.test(text) || !/^["”»?\s]*$/.test(text.slice(only.end)))
    return false;
  const before = words.filter(({ end }) => end <= only.start).map(({ form }) => form);
  const claimed = words.filter((word) => contains(only, word)).length;
  const isDenied = before.some((form) => isNegationOrDenial(form) || DECLINES.test(form));
  return claimed >= LEAST_CLAIMED && !isDenied && before.slice(-VERB_REACH).some(isSpeechCue);
}

/** `Selk said on Monday`, `Selk:` before the words, `– Marta Selk` or `(Marta Selk)` behind them; or nothing at all. */
function isAttribution(text: string, span: Span, words: readonly BracketedWord[]): boolean {
  const forms = words.filter((word) => contains(span, word)).map(({ form }) => form);
  if (forms.length === 0) return true;
  if (forms.length > MAX_ATTRIBUTION || forms.some(isNegationOrDenial)) return false;
  const around = text.slice(span.start, span.end);
  return forms.some(isSpeechCue) || /:\s*["“«]?\s*$/.test(around) || /^["”»]?\s*(?:[-–—(]|by\s)/.test(around);
}

function isSpeechCue(form: string): boolean {
  const frame = cueWord(form)?.frame;
  return frame === "SPEECH" || frame === "ADDRESSED" || isCertainCue(form) || form === "according";
}

/** Each line is a paragraph, as a quote over several of them opens each anew. */
function markedSpans(text: string): readonly Span[] {
  const lines = [...text.matchAll(/[^\r\n]+/g)].map(toSpan);
  const blocks = lines.map((line, index) => ({ ...line, index, isTitle: false, tokens: [], inHeadline: [] }));
  return findMarkedSpans({ articleId: "", text, blocks, turns: [] }).filter(
    ({ outer }) => !/['’‘`]/.test(text[outer.start] ?? ""),
  );
}

/** The same text with blanks for these stretches, so that offsets stay. */
function blanked(text: string, spans: readonly Span[]): string {
  return spans.reduce((rest, { start, end }) => rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end), text);
}

const toSpan = (match: RegExpMatchArray): Span => ({
  start: match.index ?? 0,
  end: (match.index ?? 0) + match[0].length,
});

const whole = (text: string): Span => ({ start: 0, end: text.length });
