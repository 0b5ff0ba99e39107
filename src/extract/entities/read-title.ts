import type { Span } from "../../model/span.ts";
import { isListed } from "../lexicon/gazetteer.ts";
import { isAddress, isRole, isTitleModifier } from "../lexicon/role-nouns.ts";
import type { Token } from "../text/token.ts";

/** Where the title before a name begins, as a place among the tokens; the name's own place when it has none. */
export function titleStart(tokens: readonly Token[], nameFrom: number): number {
  let start = nameFrom;
  const low = Math.max(0, nameFrom - MAX_TITLE);
  for (let at = nameFrom - 1; at >= low; at--) {
    const token = tokens[at] as Token;
    if (isAddress(token.lower) || isRole(token.lower)) start = withModifiers(tokens, at, low);
    else if (!mayStandInTitle(tokens, at)) break;
  }
  return start;
}

/** "Chief of the General Staff of the Armed Forces of the Russian Federation, First Deputy Minister of Defense" has 19. */
const MAX_TITLE = 24;
const LINKS = new Set(["of", "the", "for", "and", "&", "'s", "-"]);
const CAPITAL = /^\p{Lu}/u;

function mayStandInTitle(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  if (LINKS.has(token.lower)) return token.lower !== "the" || LINKS.has(tokens[at - 1]?.lower ?? "");
  if (token.word === ",")
    return next !== undefined && (isRole(next.lower) || isTitleModifier(next.lower)) && CAPITAL.test(next.word);
  return CAPITAL.test(token.word) && token.tag !== "IN";
}

function withModifiers(tokens: readonly Token[], at: number, low: number): number {
  let from = at;
  while (from > low) {
    const before = tokens[from - 1] as Token;
    if (
      isTitleModifier(before.lower) ||
      isListed(before.lower, "DEMONYM") ||
      (isInnerHyphen(tokens, from - 1) && from - 1 > low)
    )
      from--;
    else break;
  }
  return from;
}

/** "vice-president", and not the dash of "“It is gone.” -Commissioner Rehn". */
const isInnerHyphen = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.tag === "HYPH" &&
  tokens[at - 1]?.end === tokens[at]?.start &&
  /[\p{L}\p{N}]$/u.test(tokens[at - 1]?.word ?? "");

/** The titles before a name, as spans; forms of address (Mr.) are none. */
export function titlesBefore(tokens: readonly Token[], from: number, nameFrom: number): Span[] {
  const titles: Span[] = [];
  let start = from;
  for (let at = from; at <= nameFrom; at++) {
    if (at < nameFrom && tokens[at]?.word !== ",") continue;
    while (start < at && isAddress(tokens[start]?.lower ?? "") && !isRole(tokens[start]?.lower ?? "")) start++;
    if (start < at) titles.push({ start: (tokens[start] as Token).start, end: (tokens[at - 1] as Token).end });
    start = at + 1;
  }
  return titles;
}

/** The title in apposition after a name: "X, the mayor of Y, said". Null when what follows is none. */
export function titleAfter(tokens: readonly Token[], nameTo: number): Span | null {
  if (tokens[nameTo]?.word !== ",") return null;
  const from = /^(?:the|a|an|its|his|her|their|our|my)$/.test(tokens[nameTo + 1]?.lower ?? "")
    ? nameTo + 2
    : nameTo + 1;
  const head = headOf(tokens, from);
  if (head === null || !isRole((tokens[head] as Token).lower)) return null;
  return { start: (tokens[from] as Token).start, end: (tokens[phraseEnd(tokens, head)] as Token).end };
}

const HEAD_PART = /^(?:NN|NNS|NNP|NNPS|JJ|JJR|JJS|POS|CD|HYPH|PRP\$|VBN|VBG)$/;
const MAX_APPOSITION = 24;

function headOf(tokens: readonly Token[], from: number): number | null {
  let at = from;
  while (at < tokens.length && at - from < MAX_APPOSITION && HEAD_PART.test((tokens[at] as Token).tag)) at++;
  return at > from ? at - 1 : null;
}

function phraseEnd(tokens: readonly Token[], head: number): number {
  let end = head;
  for (let at = head + 1; at < tokens.length && at - head < MAX_APPOSITION; at++) {
    const { tag, lower, word } = tokens[at] as Token;
    if (/^(?:NN|NNS|NNP|NNPS|CD)$/.test(tag)) end = at;
    else if (!/^(?:of|for|in|at|the|and|'s)$/.test(lower) && tag !== "JJ" && tag !== "POS") break;
    if (word === ",") break;
  }
  return end;
}
