import { isCertainCue, takesInfinitive } from "../lexicon/cue-lexicon.ts";
import type { Item, Sentence } from "../marks/narration.ts";
import { isFiniteVerb } from "../text/token.ts";
import { behindDashes } from "./behind-dashes.ts";
import type { Cue } from "./find-cues.ts";
import { type ItemRange, isComma, phraseAfter, plainEnd } from "./noun-phrase.ts";

export const isQuote = (item: Item | undefined): boolean => item?.tag === "QUOTE";

const TIME =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow|tonight|earlier|later|recently|last|afterward|afterwards|again)$/;
export const isTime = (item: Item): boolean => TIME.test(item.lower);

/** What is said before the cue: marks, or a clause that ends with a comma before the attribution. */
export function contentBefore(
  sentence: Sentence,
  cue: Cue,
  group: number,
  low: number,
  source: ItemRange | null,
): ItemRange | null {
  if (cue.frame === "WISH" || cue.participle || cue.passive || group <= low) return null;
  if (introducesUtterance(sentence, Math.max(cue.to, source?.to ?? 0)) && !isQuote(sentence[group - 2])) return null;
  const last = sentence[group - 1] as Item;
  if (isQuote(last)) return quoteBefore(sentence, group, low, cue, source);
  if (!isComma(last) || source === null) return null;
  if (isQuote(sentence[group - 2])) return quoteBefore(sentence, group - 1, low, cue, source);
  if (cue.frame === "JUDGEMENT" || !endsStatement(sentence, Math.max(cue.to, source.to))) return null;
  const range = trimRange(sentence, { from: low, to: group - 1 });
  if (range.from >= range.to) return null;
  return hasVerb(sentence, range) || isInterrupted(sentence, Math.max(cue.to, source.to)) ? range : null;
}

/** `In June, as the rain fell, she said, "Enough."`: what is said stands after the cue, not before it. */
export function introducesUtterance(sentence: Sentence, at: number): boolean {
  if (sentence[at]?.word === ":") return true;
  return (sentence[isComma(sentence[at]) ? at + 1 : at]?.quote ?? null)?.utterance === true;
}

const isInterrupted = (sentence: Sentence, at: number): boolean =>
  isComma(sentence[at]) && isFiniteVerb(sentence[at + 1]);

function quoteBefore(
  sentence: Sentence,
  to: number,
  low: number,
  cue: Cue,
  source: ItemRange | null,
): ItemRange | null {
  if (source === null) return null;
  if (cue.frame === "JUDGEMENT" || cue.frame === "THOUGHT") {
    if (!endsStatement(sentence, Math.max(cue.to, source.to))) return null;
  }
  let from = to - 1;
  while (from - 1 >= low && isQuote(sentence[from - 1])) from--;
  const clause = trimRange(sentence, { from: low, to });
  return from > clause.from && hasVerb(sentence, { from: clause.from, to: from }) ? clause : { from, to };
}

/** Nothing is said after: the sentence ends, or only a time, place or further mark follows. */
function endsStatement(sentence: Sentence, at: number): boolean {
  const item = sentence[at];
  if (item === undefined || isTime(item)) return true;
  if (/^(?:[.,;:!?]|–|—|--|\))$/.test(item.word) || isQuote(item)) return true;
  return item.tag === "IN" && item.lower !== "that" && item.lower !== "if" && item.lower !== "whether";
}

/** `..., "go on"`: marks that take up the statement after its cue. */
export function resumedQuote(sentence: Sentence, from: number): ItemRange | null {
  const behind = behindDashes(sentence, from);
  return behind !== null && isQuote(sentence[behind]) ? quotesFrom(sentence, behind) : nextQuote(sentence, from);
}

/** The next marks in the same clause. */
function nextQuote(sentence: Sentence, from: number): ItemRange | null {
  for (let at = from; at < sentence.length && at < from + 25; at++) {
    const item = sentence[at] as Item;
    if (isQuote(item))
      return isComma(sentence[at - 1]) || at === from || sentence[at - 1]?.word === ":"
        ? quotesFrom(sentence, at)
        : null;
    if (/^VB[DZP]$/.test(item.tag) || item.word === ";") return null;
    if (isComma(sentence[at - 1]) && CUT_AFTER_COMMA.test(item.lower)) return null;
  }
  return null;
}

/** "Sand, she warned, would be dumped": the clause that a parenthetical cue interrupts before its verb. */
export function resumedClause(sentence: Sentence, before: ItemRange, from: number): ItemRange | null {
  if (!isComma(sentence[from]) || !isFiniteVerb(sentence[from + 1])) return null;
  const range = trimRange(sentence, { from: from + 1, to: clauseEnd(sentence, from + 1) });
  return isQuote(sentence[before.to - 1]) || range.from >= range.to ? null : range;
}

function quotesFrom(sentence: Sentence, from: number): ItemRange {
  let to = from + 1;
  while (isQuote(sentence[to])) to++;
  return { from, to };
}

const COMPLEMENT_START = /^(?:DT|PDT|NN|NNS|NNP|NNPS|PRP|PRP\$|CD|EX|WP|WRB|WDT|JJ|JJR|JJS|QUOTE|VBG|\$|RB)$/;

/** What is said after the cue, in the way its frame allows. */
export function contentAfter(
  sentence: Sentence,
  cue: Cue,
  from: number,
  source: ItemRange | null,
  limit: number,
): ItemRange | null {
  const start = complementStart(sentence, cue, from);
  if (start === null || (source === null && !isQuote(sentence[start]) && cue.infinitive)) return null;
  if (sentence[start]?.quote?.complete) return quotesFrom(sentence, start);
  const range = trimRange(sentence, { from: start, to: Math.min(clauseEnd(sentence, start), limit) });
  return range.from < range.to ? range : null;
}

function complementStart(sentence: Sentence, cue: Cue, from: number): number | null {
  const bridged = bridgeEnd(sentence, from);
  if (bridged !== null && mayBridge(sentence, cue, bridged)) return bridged;
  const first = sentence[from];
  if (first === undefined) return null;
  switch (cue.frame) {
    case "WISH":
      return first.lower === "to" || first.tag === "DT" ? from : null;
    case "ADDRESSED":
      return afterAddressee(sentence, from);
    case "JUDGEMENT":
      return /^(?:DT|PRP|PRP\$|NNP|NNPS|NN|NNS|JJ|CD|QUOTE)$/.test(first.tag) || first.lower === "for" ? from : null;
    default:
      return opensComplement(first, cue) ? from : null;
  }
}

const opensComplement = (first: Item, { lemma }: Cue): boolean =>
  first.tag === "TO" ? takesInfinitive(lemma) : COMPLEMENT_START.test(first.tag) && !isTime(first);

/** "blamed the delay on a fault that nobody had seen": a judgement's "that" opens a relative clause. */
const mayBridge = (sentence: Sentence, { frame }: Cue, to: number): boolean =>
  frame !== "WISH" && (frame !== "JUDGEMENT" || sentence[to]?.lower !== "that");

/** How far a cue may be from its content. */
const MAX_BRIDGE = 30;
const BRIDGE_ENDS = /^(?:VB[DZP]|MD|WP|WRB)$/;

/** Over "in a statement Monday", "of the plan" to a colon, a "that" or marks after a comma; null when a verb comes first. */
function bridgeEnd(sentence: Sentence, from: number): number | null {
  const limit = Math.min(sentence.length, from + MAX_BRIDGE);
  for (let at = from; at < limit; at++) {
    const content = contentAtBridge(sentence, at, from);
    if (content !== null) return content < sentence.length ? content : null;
    const { tag, word } = sentence[at] as Item;
    if (isQuote(sentence[at]) || BRIDGE_ENDS.test(tag) || word === ";") return null;
  }
  return null;
}

/** Where the content begins when the bridge ends at `at`; null where it goes on. */
function contentAtBridge(sentence: Sentence, at: number, from: number): number | null {
  const { lower, tag, word } = sentence[at] as Item;
  if (lower === "that" && (tag !== "DT" || at === from)) return at;
  if (word === ":") return at + 1;
  return isQuote(sentence[at]) && (at === from || isComma(sentence[at - 1])) ? at : null;
}

function afterAddressee(sentence: Sentence, from: number): number | null {
  const end = /^(?:PRP)$/.test(sentence[from]?.tag ?? "") ? from + 1 : plainEnd(sentence, from);
  if (end === null) return null;
  let at = end;
  while (sentence[at] !== undefined && isTime(sentence[at] as Item)) at++;
  const item = sentence[at];
  if (item === undefined || /^[.;!?]$/.test(item.word)) return null;
  return isComma(item) ? null : at;
}

const CUT_AFTER_COMMA =
  /^(?:adding|saying|noting|according|citing|arguing|telling|calling|referring|suggesting|insisting)$/;

/** The statement ends with the sentence, or where the narrator takes over. */
export function clauseEnd(sentence: Sentence, from: number): number {
  for (let at = from; at < sentence.length; at++) {
    if (endsClause(sentence, at)) return at;
  }
  return sentence.length;
}

function endsClause(sentence: Sentence, at: number): boolean {
  const item = sentence[at] as Item;
  const next = sentence[at + 1]?.lower ?? "";
  if (isComma(item)) return CUT_AFTER_COMMA.test(next) || isAttribution(sentence, at + 1);
  if (item.lower === "and" || item.lower === "but") return isCertainCue(next) || narratorGoesOn(sentence, at);
  return item.word === ";" || (item.lower === "according" && next === "to");
}

/** `"a disgrace," and threatened a tax`: a second verb of the narrator's right behind marks. */
function narratorGoesOn(sentence: Sentence, at: number): boolean {
  const behindMarks = isQuote(sentence[isComma(sentence[at - 1]) ? at - 2 : at - 1]);
  return behindMarks && /^VB[DNZ]$/.test(sentence[at + 1]?.tag ?? "");
}

/** Items of "told reporters in Velmora on Monday." */
const MAX_ATTRIBUTION = 7;

/** ", Selk told reporters." to the sentence's end. */
function isAttribution(sentence: Sentence, at: number): boolean {
  const subject = phraseAfter(sentence, at, false);
  if (subject === null) return false;
  return isCertainCue(sentence[subject.to]?.lower ?? "") && sentence.length - subject.to <= MAX_ATTRIBUTION;
}

const EDGE = /^(?:[.,;:!?…–—-]|--|\.{2,}|and|but|so|yet|however|then)$/i;
const TAIL = /^(?:[.,;:!?…–—-]|--|\.{2,})$/;

export function trimRange(sentence: Sentence, range: ItemRange): ItemRange {
  let { from, to } = range;
  while (from < to && EDGE.test(sentence[from]?.word ?? "") && !isQuote(sentence[from])) from++;
  while (to > from && TAIL.test(sentence[to - 1]?.word ?? "") && !isQuote(sentence[to - 1])) to--;
  return { from, to };
}

function hasVerb(sentence: Sentence, { from, to }: ItemRange): boolean {
  for (let at = from; at < to; at++) {
    if (isFiniteVerb(sentence[at])) return true;
  }
  return false;
}
