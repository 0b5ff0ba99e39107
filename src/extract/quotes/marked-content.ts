import type { Item, Sentence } from "../marks/narration.ts";
import { isFiniteVerb } from "../text/token.ts";
import { behindDashes } from "./behind-dashes.ts";
import type { Cue } from "./find-cues.ts";
import { type ItemRange, isComma } from "./noun-phrase.ts";
import type { Statement } from "./statement.ts";

/** The words in marks that a cue governs on one side of it. */
export type MarkedContent = Pick<Statement, "contents" | "isWhole">;

/** How far from a cue its words in marks are looked for, in items: keeps a sentence without end linear. */
const MAX_REACH = 100;

export const isQuote = (item: Item | undefined): boolean => item?.tag === "QUOTE";

/**
 * The words in marks that are said before the cue; null where there are none.
 * @param group Where the cue and its source begin. @param low Where the statement before ends.
 */
export function markedBefore(
  sentence: Sentence,
  cue: Cue,
  group: number,
  low: number,
  source: ItemRange | null,
): MarkedContent | null {
  if (source === null || cue.participle || cue.passive || group <= low) return null;
  const to = isComma(sentence[group - 1]) ? group - 1 : group;
  const clause = { from: Math.max(low, to - MAX_REACH), to };
  const isAdjacent = isQuote(sentence[to - 1]);
  if (!isAdjacent && (to === group || introducesUtterance(sentence, Math.max(cue.to, source.to)))) return null;
  const first = isAdjacent ? runStart(sentence, clause) : to;
  const isWhole = isAdjacent && !sentence.slice(clause.from, first).some(isFiniteVerb);
  return isWhole ? { contents: [{ from: first, to }], isWhole } : partsOf(sentence, clause);
}

/** The words in marks that are said behind the cue, from `from` up to `limit`; null where there are none. */
export function markedAfter(sentence: Sentence, cue: Cue, from: number, limit: number): MarkedContent | null {
  const to = Math.min(clauseEnd(sentence, from), limit);
  const first = firstWhere(sentence, { from, to }, isQuote);
  if (first === null) return null;
  if (!opensContent(sentence, cue, from, first)) return partsOf(sentence, { from: first, to });
  const utterance = { contents: [runFrom(sentence, first, to)], isWhole: true };
  return sentence[first]?.quote?.complete ? utterance : markedWithin(sentence, { from: first, to });
}

/** The words in marks of a stretch, and whether it has no others; null where it has none. */
export function markedWithin(sentence: Sentence, range: ItemRange): MarkedContent | null {
  const parts = partsOf(sentence, range);
  return parts && { ...parts, isWhole: sentence.slice(range.from, range.to).every(isMarkedOrSign) };
}

/** `..., "go on"`: words in marks that take up the statement behind its cue; null where there are none. */
export function resumedWords(sentence: Sentence, from: number): ItemRange | null {
  const behind = behindDashes(sentence, from) ?? from;
  const to = clauseEnd(sentence, behind);
  const at = firstWhere(sentence, { from: behind, to }, (item) => isQuote(item) || VERB.test(item.tag));
  if (at === null || !isQuote(sentence[at])) return null;
  return at === behind || isOpening(sentence[at - 1]) ? runFrom(sentence, at, to) : null;
}

/** `In June, as the rain fell, she said, "Enough."`: what is said stands after the cue, not before it. */
export function introducesUtterance(sentence: Sentence, at: number): boolean {
  if (sentence[at]?.word === ":") return true;
  return (sentence[isComma(sentence[at]) ? at + 1 : at]?.quote ?? null)?.utterance === true;
}

/** Where a second attribution takes over. */
const TAKES_OVER = /^(?:adding|saying|noting|according|citing|arguing|telling|calling|referring|suggesting|insisting)$/;

/** Where what is said behind a cue ends: with the sentence, a semicolon, or where the narrator takes over. */
export function clauseEnd(sentence: Sentence, from: number): number {
  const range = { from, to: Math.min(sentence.length, from + MAX_REACH) };
  const end = firstWhere(
    sentence,
    range,
    ({ word, lower }, at) => word === ";" || (TAKES_OVER.test(lower) && isComma(sentence[at - 1])),
  );
  return end ?? range.to;
}

const VERB = /^VB[DZP]$/;
const VERB_OR_CLAUSE = /^(?:VB[DZP]|MD|WP|WRB)$/;
/** How far a cue may be from the marks that are all that is said, in items. */
const MAX_BRIDGE = 30;

/** Whether nothing is said between the cue and its marks: `said in a statement on Monday, “...”`, `told him “...”`. */
function opensContent(sentence: Sentence, { frame }: Cue, from: number, first: number): boolean {
  if (first === from) return true;
  const between = sentence.slice(from, first);
  const isOpen = frame === "ADDRESSED" || isOpening(between.at(-1)) || between.at(-1)?.lower === "that";
  return isOpen && between.length < MAX_BRIDGE && !between.some(opensClause);
}

const opensClause = ({ tag, lower }: Item): boolean => VERB_OR_CLAUSE.test(tag) && lower !== "that";

const isOpening = (item: Item | undefined): boolean => isComma(item) || item?.word === ":";

const isMarkedOrSign = (item: Item): boolean =>
  isQuote(item) || !/[\p{L}\p{N}]/u.test(item.word) || item.lower === "that";

/** The words in marks of a clause that has others beside them; null where it has none. */
function partsOf(sentence: Sentence, { from, to }: ItemRange): MarkedContent | null {
  const contents: ItemRange[] = [];
  for (let at = from; at < to; at++) {
    if (!isQuote(sentence[at])) continue;
    const run = runFrom(sentence, at, to);
    contents.push(run);
    at = run.to;
  }
  return contents.length === 0 ? null : { contents, isWhole: false };
}

/** The items in marks that follow each other from `from` on. */
function runFrom(sentence: Sentence, from: number, limit: number): ItemRange {
  let to = from + 1;
  while (to < limit && isQuote(sentence[to])) to++;
  return { from, to };
}

/** Where the items in marks begin that follow each other up to `to`. */
function runStart(sentence: Sentence, { from, to }: ItemRange): number {
  let start = to - 1;
  while (start > from && isQuote(sentence[start - 1])) start--;
  return start;
}

function firstWhere(
  sentence: Sentence,
  { from, to }: ItemRange,
  isWanted: (item: Item, at: number) => boolean,
): number | null {
  for (let at = from; at < to; at++) {
    if (isWanted(sentence[at] as Item, at)) return at;
  }
  return null;
}
