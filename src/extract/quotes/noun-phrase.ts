import type { Item } from "../marks/narration.ts";

/** Places in a sentence: items `from` up to, not including, `to`. */
export interface ItemRange {
  readonly from: number;
  readonly to: number;
}

/** Longest subject that is looked at, with its appositive, in items: keeps a sentence without end linear. */
const MAX_PHRASE = 60;

const NOUN = /^(?:NN|NNS|NNP|NNPS)$/;
const PRONOUN =
  /^(?:he|she|they|it|i|we|you|who|this|that|one|those|others|some|many|both|all|most|several|everyone|nobody)$/;
const INSIDE = /^(?:NN|NNS|NNP|NNPS|JJ|JJR|JJS|CD|POS|PRP\$|DT|PDT|VBN|VBG|HYPH|QUOTE|\$)$/;
const LINKS = new Set([
  "of",
  "for",
  "in",
  "at",
  "from",
  "with",
  "on",
  "to",
  "&",
  "under",
  "against",
  "behind",
  "near",
  "between",
]);
const DASHES = new Set(["–", "—", "--", "-"]);

const isNoun = (item: Item | undefined): boolean => item !== undefined && NOUN.test(item.tag);
export const isComma = (item: Item | undefined): boolean =>
  item?.word === "," || (item !== undefined && DASHES.has(item.word));
const isPronoun = (item: Item): boolean => PRONOUN.test(item.lower);

/**
 * The noun phrase that ends just before `to`, reading leftwards no further than `low`; with what stands between
 * commas after it ("Mukasey, the former attorney general,"). Null when no noun phrase ends there.
 */
export function phraseBefore(items: readonly Item[], to: number, low: number): ItemRange | null {
  const last = items[to - 1];
  if (last === undefined || to <= low) return null;
  if (isComma(last)) return appositiveBefore(items, to, low);
  if (last.word === ")") return bracketBefore(items, to, low);
  if (isPronoun(last)) return { from: withQuantifier(items, to - 1, low), to };
  if (!isNoun(last) && last.tag !== "CD" && last.tag !== "JJ") return null;
  return { from: plainStart(items, to - 1, Math.max(low, to - MAX_PHRASE)), to };
}

const withQuantifier = (items: readonly Item[], at: number, low: number): number =>
  at > low && items[at - 1]?.lower === "of" ? plainStart(items, at, low) : at;

/** Walks left over determiners, adjectives, nouns and the prepositions that hang a noun on another. */
function plainStart(items: readonly Item[], last: number, low: number): number {
  let at = last;
  for (let step = stepLeft(items, at, low); step > 0; step = stepLeft(items, at, low)) at -= step;
  return at;
}

/** How many items to the left still belong to the phrase: a link takes the noun before it along; 0 where it begins. */
function stepLeft(items: readonly Item[], at: number, low: number): 0 | 1 | 2 {
  if (at <= low) return 0;
  const before = items[at - 1] as Item;
  const linksNoun = at - 1 > low && isNoun(items[at - 2]);
  if (linksNoun && (LINKS.has(before.lower) || (before.lower === "and" && joinsNames(items, at)))) return 2;
  if (startsPhrase(items[at] as Item) || !INSIDE.test(before.tag) || before.tag === "QUOTE") return 0;
  if (/^VB[NG]$/.test(before.tag)) return at - 1 > low && opensNoun(items[at - 2] as Item) ? 1 : 0;
  return isPronoun(before) && before.tag !== "DT" ? 0 : 1;
}

/** Behind these a participle belongs to the noun: "the proposed fee". */
const opensNoun = (item: Item): boolean => /^(?:DT|PRP\$|JJ)$/.test(item.tag);

const startsPhrase = (item: Item): boolean => item.tag === "DT" || item.tag === "PRP$";

const joinsNames = (items: readonly Item[], at: number): boolean => {
  const before = items[at - 2] as Item;
  const here = items[at] as Item;
  return before.tag.slice(0, 3) === here.tag.slice(0, 3) || here.tag === "DT";
};

function appositiveBefore(items: readonly Item[], to: number, low: number): ItemRange | null {
  const floor = Math.max(low, to - MAX_PHRASE);
  for (let at = to - 2; at > floor; at--) {
    if (!isComma(items[at]) || isComma(items[at - 1]) || items[at]?.word === "-") continue;
    const head = phraseBefore(items, at, floor);
    if (head !== null && opensAppositive(items[at + 1])) return { from: head.from, to };
    if (items[at - 1] !== undefined && /^VB[DZP]$/.test((items[at - 1] as Item).tag)) return null;
  }
  return null;
}

const opensAppositive = (item: Item | undefined): boolean =>
  item !== undefined && /^(?:DT|NN|NNS|NNP|NNPS|JJ|WP|WP\$|WRB|WDT|CD|PRP\$|IN|VBN|VBG|RB|TO|CC|JJS)$/.test(item.tag);

function bracketBefore(items: readonly Item[], to: number, low: number): ItemRange | null {
  const floor = Math.max(low, to - MAX_PHRASE);
  for (let at = to - 2; at > floor; at--) {
    if (items[at]?.word !== "(") continue;
    const head = phraseBefore(items, at, floor);
    return head === null ? null : { from: head.from, to };
  }
  return null;
}

/**
 * The noun phrase that begins at `from`, as after an inverted cue ("said Rick Wilson, a strategist in Ohio, who ...");
 * takes appositives and relative clauses after a comma up to the next comma or the end. Null when none begins there.
 */
export function phraseAfter(items: readonly Item[], from: number, withAppositive: boolean): ItemRange | null {
  const first = items[from];
  if (first === undefined) return null;
  if (isPronoun(first)) return { from, to: from + 1 };
  const core = plainEnd(items, from);
  if (core === null) return null;
  return { from, to: withAppositive ? appositiveEnd(items, core) : core };
}

/** The end of a plain noun phrase, prepositional links included; null when it has no noun. */
export function plainEnd(items: readonly Item[], from: number): number | null {
  let end: number | null = null;
  const limit = Math.min(items.length, from + MAX_PHRASE);
  for (let at = from; at < limit; at++) {
    const item = items[at] as Item;
    if (isNoun(item) || item.tag === "CD") end = at + 1;
    else if (end === at ? !links(items, at) : !goesBeforeNoun(items, at, end === null)) break;
  }
  return end;
}

/** Right behind a noun: what hangs another one on it. */
const links = (items: readonly Item[], at: number): boolean => {
  const { lower, tag } = items[at] as Item;
  if (LINKS.has(lower)) return true;
  if (lower === "and") return /^NNP/.test(items[at + 1]?.tag ?? "");
  return INSIDE.test(tag) && tag !== "DT" && !/^VB/.test(tag);
};

/** On the way to a noun: an article opens the first one or stands behind a link. */
function goesBeforeNoun(items: readonly Item[], at: number, isFirst: boolean): boolean {
  const { tag } = items[at] as Item;
  if (tag === "DT") return isFirst || LINKS.has(items[at - 1]?.lower ?? "");
  return tag === "VBN" ? isFirst : INSIDE.test(tag) && !/^VB/.test(tag);
}

function appositiveEnd(items: readonly Item[], core: number): number {
  let end = core;
  if (items[end]?.word === "(") {
    const closing = items.findIndex((item, i) => i > end && i < end + MAX_PHRASE && item.word === ")");
    if (closing > 0) end = closing + 1;
  }
  if (!isComma(items[end]) || !opensAppositive(items[end + 1])) return end;
  const limit = Math.min(items.length, end + MAX_PHRASE);
  let at = end + 1;
  while (at < limit && !isComma(items[at]) && !/^(?:[.;:!?]|QUOTE)$/.test(items[at]?.word || (items[at] as Item).tag))
    at++;
  return at;
}
