import type { Span } from "../../model/span.ts";
import { cueWord } from "../lexicon/cue-lexicon.ts";
import type { Block } from "../text/document.ts";
import { isWord, type Token } from "../text/token.ts";

const DASH = /^(?:—|–|―|--)$/;
const MARK = /["“”„«»「『]|''|``/;
/** Whose words they are stands this near behind or before the verb, in tokens. */
const MAX_SUBJECT = 8;
const STOP = /^[.!?…]$/;
/** What a name is followed by where more is told of it: "said Ana Rehn, the mayor". */
const APPOSITIVE = /^(?:DT|NN|NNS|NNP|WP|WDT|JJ|CD)$/;

/**
 * The words of a line of dialogue that opens with a dash, as stories and reports in many languages set it: "— It is gone,
 * said Ana Rehn, and it stays so." All but who says them; none where nobody is said to, for a dash opens lists, too.
 */
export function dashedWords(text: string, block: Block): readonly Span[] {
  const { tokens } = block;
  const [first] = tokens;
  if (block.isTitle || first === undefined || !DASH.test(first.word)) return [];
  if (MARK.test(text.slice(block.start, Math.min(block.end, block.start + MAX_SEARCHED)))) return [];
  const attribution = attributionIn(tokens);
  if (attribution === null) return [];
  const before = tokens.slice(1, attribution.from);
  const after = tokens.slice(attribution.to);
  // "–, the office said": a stray dash before an attribution, and no words of anybody's between them.
  return before.some(isSaid) ? [before, after].flatMap(spanOfWords) : [];
}

/** A word or a number, rather than a mark. */
const isSaid = ({ word }: Token): boolean => /[\p{L}\p{N}]/u.test(word);

/** From the first token to the end of the last; none where nothing is said in them. */
function spanOfWords(tokens: readonly Token[]): readonly Span[] {
  const [first] = tokens;
  const last = tokens.at(-1);
  return first && last && tokens.some(isSaid) ? [{ start: first.start, end: last.end }] : [];
}

/** Of a block, in UTF-16 units: a line of dialogue with marks in it has them near its beginning. */
const MAX_SEARCHED = 2000;

/** Tokens `from` up to `to` that say who speaks, amid words without marks: "said Ana Rehn, the mayor," or "Ana Rehn said". Null where nobody is said to. */
export function attributionIn(tokens: readonly Token[]): { readonly from: number; readonly to: number } | null {
  for (let at = 2; at < tokens.length; at++) {
    if (!isReporting(tokens[at] as Token)) continue;
    const inverted = endsSpeech(tokens[at - 1]) ? subjectEnd(tokens, at + 1) : null;
    if (inverted !== null) return { from: at, to: attributionEnd(tokens, inverted) };
    const subject = subjectStart(tokens, at);
    if (subject !== null && (at + 1 === tokens.length || /^(?:,|[.!?…])$/.test(tokens[at + 1]?.word ?? "")))
      return { from: subject, to: attributionEnd(tokens, at + 1) };
  }
  return null;
}

const isReporting = ({ lower, tag }: Token): boolean => /^VB[DZN]?/.test(tag) && cueWord(lower)?.frame === "SPEECH";

/** A comma or stop, or the dash that some set behind it. */
const endsSpeech = (token: Token | undefined): boolean =>
  token !== undefined && (/^[,?!…]$/.test(token.word) || DASH.test(token.word));

/** Where the name, pronoun or noun behind the verb ends; null where none stands there. */
function subjectEnd(tokens: readonly Token[], from: number): number | null {
  let at = from;
  while (at < from + MAX_SUBJECT && /^(?:NNP?S?|PRP|DT|JJ|PRP\$)$/.test(tokens[at]?.tag ?? "")) at++;
  const last = tokens[at - 1];
  return at > from && last !== undefined && /^(?:NNP?S?|PRP)$/.test(last.tag) ? at : null;
}

/** Where the subject before the verb begins, right behind a comma or stop. */
function subjectStart(tokens: readonly Token[], verb: number): number | null {
  let at = verb;
  while (at > verb - MAX_SUBJECT && /^(?:NNP?S?|PRP|DT|JJ)$/.test(tokens[at - 1]?.tag ?? "")) at--;
  return at < verb && at > 1 && endsSpeech(tokens[at - 1]) ? at : null;
}

/** With what is told of the speaker, up to the stop or comma behind which the words go on. */
function attributionEnd(tokens: readonly Token[], subject: number): number {
  let at = subject;
  if (tokens[at]?.word === "," && APPOSITIVE.test(tokens[at + 1]?.tag ?? "")) {
    at++;
    while (at < tokens.length && !/^(?:,|[.!?…])$/.test(tokens[at]?.word ?? "")) at++;
  }
  while (
    at < tokens.length &&
    !STOP.test(tokens[at]?.word ?? "") &&
    tokens[at]?.word !== "," &&
    !DASH.test(tokens[at]?.word ?? "")
  )
    at++;
  while (at < tokens.length && !isWord(tokens[at])) at++;
  return at;
}
