import { overlaps } from "../../model/span.ts";
import type { EntityCluster } from "../entities/entity-cluster.ts";
import type { Token } from "../text/token.ts";
import type { SourceName, SourcePhrase } from "./source-phrase.ts";

/**
 * Nouns for those whose trade it is to speak for another. Own list: a director or a running mate speaks for himself, an aide may be asked for
 * either, and says mostly what the one he serves would have said.
 */
const REPRESENTATIVE =
  /^(?:spokesman|spokeswoman|spokesperson|spokesmen|spokespeople|spokespersons|lawyer|lawyers|attorney|attorneys|aide|aides|representative|representatives|publicist|surrogate|surrogates|adviser|advisers|advisor|advisors|secretary|manager|strategist|counsel|agent|official|officials)$/;
/** Trades of many meanings, which speak for another only under one of these words: "press secretary", "campaign manager". */
const NEEDS_TRADE = /^(?:secretary|manager|strategist)$/;
const TRADE = /^(?:press|campaign|communications|media|political)$/;
const LINK = /^(?:for|of|to|with|at|from)$/;
const BETWEEN =
  /^(?:the|'s|'|’s|’|a|an|his|her|own|campaign|team|camp|office|family|longtime|chief|senior|top|press|communications|media|personal|former|deputy|national|political)$/;
/** Words between a representative and whom they speak for that are looked at. */
const REACH = 6;

/** The person or body for whom whoever the source describes speaks: "a spokesman for Marsh", "Marsh's lawyer". Null where it tells of none. */
export function onBehalfOf({ tokens, names }: SourcePhrase, speaker: EntityCluster | null): EntityCluster | null {
  const others = names.filter(({ named: { cluster } }) => cluster.kind !== "PLACE" && cluster !== speaker);
  if (others.length === 0) return null;
  for (const [at, token] of tokens.entries()) {
    if (!isRepresentative(tokens, at, token)) continue;
    const meant = others.find(
      (name) => isLinkedAfter(tokens, at, name) || isOwnerBefore(tokens, at, name) || isNamedBehind(name),
    );
    if (meant) return meant.named.cluster;
  }
  return null;
}

function isRepresentative(tokens: readonly Token[], at: number, { lower }: Token): boolean {
  if (!REPRESENTATIVE.test(lower)) return false;
  return !NEEDS_TRADE.test(lower) || TRADE.test(tokens[at - 1]?.lower ?? "");
}

/** "a spokesman for his rival, Dora Velk" */
const isNamedBehind = ({ part, role, preposition }: SourceName): boolean =>
  part === "APPOSITION" && role === "OBJECT" && preposition === "for";

/** "a spokeswoman for the Marsh campaign" */
function isLinkedAfter(tokens: readonly Token[], at: number, { named }: SourceName): boolean {
  if (!LINK.test(tokens[at + 1]?.lower ?? "")) return false;
  for (let next = at + 2; next < tokens.length && next <= at + REACH; next++) {
    const token = tokens[next] as Token;
    if (overlaps(token, named.mention.core)) return true;
    if (!BETWEEN.test(token.lower)) return false;
  }
  return false;
}

/** "Marsh's longtime lawyer", "Marsh campaign spokesman" */
function isOwnerBefore(tokens: readonly Token[], at: number, { named }: SourceName): boolean {
  for (let before = at - 1; before >= 0 && before >= at - REACH; before--) {
    const token = tokens[before] as Token;
    if (overlaps(token, named.mention.core)) return true;
    if (!BETWEEN.test(token.lower)) return false;
  }
  return false;
}
