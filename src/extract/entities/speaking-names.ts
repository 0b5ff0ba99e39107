import type { EntityKind } from "../../model/entity.ts";
import { contains, firstFrom, overlaps, type Span } from "../../model/span.ts";
import type { TaggedName } from "../../model/tagged-name.ts";
import { isInDictionary } from "../lexicon/dictionary.ts";
import { isCommonWord, isListed, isVerbOrFunctionWord } from "../lexicon/gazetteer.ts";
import { isNoEntity, isOrganizationWord } from "../lexicon/name-words.ts";
import { isPublication, nounKind } from "../lexicon/noun-kind.ts";
import { isRole } from "../lexicon/role-nouns.ts";
import type { Document } from "../text/document.ts";
import type { Token } from "../text/token.ts";
import { byStart } from "./entity-cluster.ts";
import { makeMention } from "./make-mention.ts";
import { nameEvidence } from "./name-evidence.ts";
import { likeliestKind } from "./name-kind.ts";
import type { NameMention, RuledName } from "./name-mention.ts";
import { opensSentence } from "./name-runs.ts";
import { lastOf, nameOf } from "./settle-tags.ts";

/** A tag counts for the kind of a name that speaks from this probability on: that it is a name, its place tells. */
const MIN_PROBABILITY = 0.35;

/**
 * The names with those that nothing else takes for one, but for being the head of the words that name a source ("the Daily Ledger reported", "the
 * newspaper Varda"): whoever speaks has a name where capitals stand. The same words elsewhere in the article are the same name then.
 * @param ruled What the rules found. @param named What has been made of it. Both in text order.
 */
export function withSpeakingNames(
  document: Document,
  ruled: readonly RuledName[],
  named: readonly NameMention[],
  tags: readonly TaggedName[],
  sources: readonly Span[],
): readonly NameMention[] {
  const free = withoutKnown(ruled, named);
  const starts = new Set(sources.map(({ start }) => start));
  const inOrder = [...sources].sort(byStart);
  const speaking = free.filter((name) => sourcesAt(inOrder, name).some((source) => isHead(document, name, source)));
  if (speaking.length === 0) return named;
  const tagged = [...tags].sort(byStart);
  const evidenceOf = nameEvidence(document, speaking, starts);
  const kinds = new Map<string, EntityKind>();
  for (const name of speaking) {
    const kind = kindOf(document, name, tagged, evidenceOf(name));
    if (kind !== null && !kinds.has(nameOf(name))) kinds.set(nameOf(name), kind);
  }
  const surnames = new Set(named.filter(({ kind }) => kind === "PERSON").map(lastOf));
  const found = free.flatMap((name) => {
    // "The Ebelings"
    if (name.words.length === 1 && surnames.has(lastOf(name).replace(/s$/, ""))) return [];
    const kind = kinds.get(nameOf(name));
    const block = document.blocks[name.block];
    return kind === undefined || block === undefined ? [] : [makeMention(document.text, block, name, kind)];
  });
  return [...withoutParts(named, found), ...found].sort(byStart);
}

/** Sources may lie within others. */
const MAX_NESTED = 3;

/** The last sources that begin at or before a name. @param sources In text order. */
function sourcesAt(sources: readonly Span[], { core }: RuledName): readonly Span[] {
  const to = firstFrom(sources, core.start + 1, ({ start }) => start);
  return sources.slice(Math.max(0, to - MAX_NESTED), to);
}

/** Those that are no part of a name of a kind, nor the same. */
function withoutKnown(ruled: readonly RuledName[], named: readonly NameMention[]): readonly RuledName[] {
  const known = named.filter(({ kind }) => kind !== null);
  return ruled.filter((name) => {
    const at = firstFrom(known, name.core.start + 1, ({ end }) => end);
    return !known
      .slice(at, at + 2)
      .some(({ core }) => contains(core, name.core) || (overlaps(core, name.core) && !contains(name.core, core)));
  });
}

const withoutParts = (named: readonly NameMention[], found: readonly NameMention[]): readonly NameMention[] =>
  named.filter((name) => {
    const other = found[firstFrom(found, name.core.start + 1, ({ end }) => end)];
    return other === undefined || !overlaps(other.core, name.core);
  });

/** Whether a name ends the first noun phrase of a source: no preposition, verb or comma stands between the source's beginning and it. */
function isHead({ blocks }: Document, { block, from, to, core }: NameMention, source: Span): boolean {
  if (!contains(source, core)) return false;
  const tokens = blocks[block]?.tokens ?? [];
  const next = tokens[isBeforePublication(tokens, to) ? to + 1 : to];
  if (next !== undefined && next.start < source.end && !ENDS_PHRASE.test(next.tag) && !/^[,;:(–—-]/.test(next.word))
    return false;
  for (let at = from - 1; at >= 0 && (tokens[at] as Token).start >= source.start; at--) {
    if (!IN_PHRASE.test((tokens[at] as Token).tag)) return false;
  }
  return true;
}

/** "Orbit magazine" */
const isBeforePublication = (tokens: readonly Token[], to: number): boolean => isPublication(tokens[to]?.lower ?? "");

/** "RealClearPolitics", "Varda.com": no sentence writes a word so because it begins. */
const BRAND = /\p{Ll}\p{Lu}|\.\p{Ll}|^\p{Lu}{3,}$/u;

const IN_PHRASE = /^(?:NN|JJ|CD|DT|POS|PRP\$|VBN)/;
const ENDS_PHRASE = /^(?:IN|TO|CC|VB|MD|WP|WDT|,)/;

function kindOf(
  { blocks }: Document,
  name: RuledName,
  tags: readonly TaggedName[],
  evidence: readonly string[],
): EntityKind | null {
  const tokens = blocks[name.block]?.tokens ?? [];
  const tag = tags[firstFrom(tags, name.core.start + 1, ({ end }) => end)];
  const isTagged = tag !== undefined && overlaps(tag, name.core) && tag.probability >= MIN_PROBABILITY;
  const isPublished = isBeforePublication(tokens, name.to);
  if (!isPublished && !mayBeName(tokens, name, isTagged)) return null;
  if (isPublished || isBody(tokens, name)) return "ORGANIZATION";
  if (isTagged) return tag.kind;
  const { kind } = likeliestKind(evidence);
  return kind === "PLACE" ? "ORGANIZATION" : kind;
}

/** "Others", "the Republican" and "Polls" are no names, however they are written. */
function mayBeName(tokens: readonly Token[], { from, to, words, verdict }: RuledName, isTagged: boolean): boolean {
  const last = words.at(-1)?.toLowerCase() ?? "";
  if (isNoEntity(last) && !(isTagged && words.length > 1)) return false;
  if (isListed(last, "DEMONYM") || isListed(last, "DATE") || isRole(last) || isRole(last.replace(/s$/, "")))
    return false;
  if (verdict === "NONE" && !isTagged) return false;
  const isOrdinary = isCommonWord(last) || isCommonWord(last.replace(/s$/, "")) || isVerbOrFunctionWord(last);
  if (to - from > 1) return !opensSentence(tokens, from) || !isOrdinary || isOrganizationWord(last);
  return !opensSentence(tokens, from) || BRAND.test(words[0] ?? "") || isUnknownWord(tokens[from]);
}

/** "Veridian reported": no dictionary has the word, and its number is that of a name; not "Gunowners say". */
const isUnknownWord = (token: Token | undefined): boolean =>
  token?.tag === "NNP" && !token.lower.endsWith("s") && !isInDictionary(token.lower);

/** "The Daily Ledger", "the newspaper Varda". */
function isBody(tokens: readonly Token[], { from, words }: RuledName): boolean {
  const before = tokens[from - 1];
  return (
    before?.lower === "the" ||
    nounKind(before?.lower ?? "") === "BODY" ||
    isOrganizationWord(words.at(-1)?.toLowerCase() ?? "")
  );
}
