import type { EntityKind } from "../../model/entity.ts";
import { foldName } from "../../model/fold-name.ts";
import { isCommonWord, isFirstName, isListed, isVerbOrFunctionWord, mayBeGivenName } from "../lexicon/gazetteer.ts";
import { isNoEntity, isOrganizationWord } from "../lexicon/name-words.ts";
import { isAddress, isRole } from "../lexicon/role-nouns.ts";
import { mayBeSurnameFirst } from "../lexicon/surnames-first.ts";
import type { Block, Document } from "../text/document.ts";
import { isCapital, type Token } from "../text/token.ts";
import { capitalParts } from "./glued-words.ts";
import { isTitled, makeMention, type NameTokens } from "./make-mention.ts";
import type { NameMention } from "./name-mention.ts";
import { nameWordsOf } from "./name-parts.ts";
import { opensSentence } from "./name-runs.ts";
import { isHeadlineVerb } from "./ordinary-words.ts";
import { fullKey, isNobody, isNoPersonsWord, knownPart, personSegments } from "./person-segments.ts";

/** What the article's other names tell of a word. */
interface KnownWords {
  /** Last words of people's names, folded, with how often. */
  readonly surnames: ReadonlyMap<string, number>;
  /** First words of people's full names amid a sentence, folded: given names, and no words of the sentence. */
  readonly given: ReadonlySet<string>;
  /** Full names, folded. */
  readonly full: ReadonlySet<string>;
}

/**
 * The names, those of people without words that only stand beside them: "Given Rehn" at the beginning of a sentence, "Ana
 * Rehn Vows" in a headline, "Ana Rehn Ostrel". A person's name all of whose words are common ones is nobody's.
 */
export function trimPeople(document: Document, names: readonly NameMention[]): readonly NameMention[] {
  const people = names.filter(({ kind }) => kind === "PERSON");
  const isHeadline = ({ block, from }: NameMention) => document.blocks[block]?.inHeadline[from] === true;
  const known = knownWords(
    document,
    people.filter((name) => !isHeadline(name)),
  );
  return names.flatMap((name) => {
    const block = document.blocks[name.block];
    if (name.kind !== "PERSON" || !block) return [name];
    return trimmed(document.text, block, name, { known, isHeadline: isHeadline(name) });
  });
}

function knownWords({ blocks }: Document, people: readonly NameMention[]): KnownWords {
  const surnames = new Map<string, number>();
  const given = new Set<string>();
  const full = new Set<string>();
  for (const { words, block, from, to } of people) {
    const last = foldName(words.at(-1) ?? "");
    surnames.set(last, (surnames.get(last) ?? 0) + 1);
    const tokens = blocks[block]?.tokens ?? [];
    if (words.length > 1) full.add(fullKey(tokens, { from, to }));
    if (words.length > 1 && !opensSentence(tokens, from) && !isNoPersonsWord(words[0]?.toLowerCase() ?? ""))
      given.add(foldName(words[0] ?? ""));
  }
  return { surnames, given, full };
}

interface Surroundings {
  readonly known: KnownWords;
  readonly isHeadline: boolean;
}

function trimmed(text: string, block: Block, name: NameMention, around: Surroundings): readonly NameMention[] {
  const { tokens } = block;
  const glued = gluedToken(tokens, name, around.known);
  if (glued !== null) return [unglued(text, block, name, glued)];
  if (name.to - name.from === 1 && name.start < name.core.start) return [name];
  const segments = personSegments(tokens, name, around.isHeadline);
  if (segments.length === 0) return [makeMention(text, block, name, null)];
  return segments.map((segment) => {
    const known = knownPart(tokens, segment, around.known.full, around.isHeadline);
    const from = withoutOpener(tokens, known, around);
    const part = { from, to: withoutEnd(tokens, { from, to: known.to }, around) };
    const kind = kindOf(tokens, part, around);
    const isSame = part.from === name.from && part.to === name.to && kind === name.kind;
    return isSame ? name : makeMention(text, block, part, kind);
  });
}

/** The first token of a name with the buttons of a page run together with it, as where a page lost its spaces. */
function gluedToken(tokens: readonly Token[], { from, to }: NameTokens, known: KnownWords): number | null {
  for (let at = from; at < to; at++) {
    const parts = capitalParts(tokens[at]?.word ?? "");
    if (parts.length > 1 && known.surnames.has(foldName(parts[0] ?? ""))) return at;
    if (parts.length > 2 && to - from > 1) return at;
    if (parts.length > 1 && from < at && at === to - 1 && !isListed(parts[1]?.toLowerCase() ?? "", "LAST")) return at;
  }
  return null;
}

/** The name up to the first part of the glued word; where that opens the name, from the last part of it on. */
function unglued(text: string, block: Block, { from, to }: NameMention, glued: number): NameMention {
  const token = block.tokens[glued] as Token;
  const parts = capitalParts(token.word);
  const opens = glued === from && to - from > 1;
  const part = (opens ? parts.at(-1) : parts[0]) ?? "";
  const name = makeMention(text, block, opens ? { from, to } : { from, to: glued + 1 }, "PERSON");
  if (opens) {
    const start = token.end - part.length;
    return { ...name, start, core: { start, end: name.core.end }, words: [part, ...name.words.slice(1)], titles: [] };
  }
  const end = token.start + part.length;
  return { ...name, end, core: { start: name.core.start, end }, words: [...name.words.slice(0, -1), part] };
}

function withoutOpener(tokens: readonly Token[], { from, to }: NameTokens, around: Surroundings): number {
  let at = behindOffice(tokens, from, to);
  while (
    at < to - 1 &&
    (isTitle(tokens, at) ||
      isCompound(tokens, at) ||
      isForeign(tokens, at, to) ||
      isStrayOpener(tokens, { from: at, to }, around))
  )
    at++;
  return at;
}

const isTitle = (tokens: readonly Token[], at: number): boolean => {
  const lower = tokens[at]?.lower ?? "";
  return (isRole(lower) || isAddress(lower)) && !isFirstName(lower) && tokens[at + 1]?.lower !== "of";
};

/** Where a full name begins behind an office that no list has: "Ostrel County Recorder Ana Rehn". */
function behindOffice(tokens: readonly Token[], from: number, to: number): number {
  if (isFirstName(tokens[from]?.lower ?? "")) return from;
  for (let at = from + 2; at < to - 1; at++) {
    if (isFirstName(tokens[at]?.lower ?? "") && isNoPersonsWord(tokens[at - 1]?.lower ?? "")) return at;
  }
  return from;
}

/** "House Republican" and "Stubborn" before "Ana Rehn": what is no given name, before a body's or people's name or before one that is. */
function isForeign(tokens: readonly Token[], at: number, to: number): boolean {
  const { lower = "", word = "" } = tokens[at] ?? {};
  if (to - at < 3 || mayBeGivenName(lower)) return false;
  const isNone = isNoEntity(lower) || isListed(lower, "DEMONYM") || isListed(lower, "ORGANIZATION");
  return isNone || (/^\p{Lu}\p{Ll}{2,}$/u.test(word) && isFirstName(tokens[at + 1]?.lower ?? ""));
}

/** A word whose capital is the sentence's or the headline's, before a name. */
function isStrayOpener(
  tokens: readonly Token[],
  { from, to }: NameTokens,
  { known, isHeadline }: Surroundings,
): boolean {
  const lower = tokens[from]?.lower ?? "";
  if (isFirstName(lower) || known.given.has(foldName(lower))) return false;
  const isKnown = (known.surnames.get(foldName(tokens[to - 1]?.lower ?? "")) ?? 0) > 1;
  if (isKnown && (isCommonWord(lower) || isCommonWord(lower.replace(/s$/, "")))) return true;
  // "Mother Corners Rehn": of a headline's verbs no list has all.
  if (isKnown && isHeadline && !mayBeGivenName(lower)) return true;
  if (!isVerbOrFunctionWord(lower)) return false;
  return isHeadline || opensSentence(tokens, from) || !mayBeGivenName(lower);
}

function withoutEnd(tokens: readonly Token[], { from, to }: NameTokens, { isHeadline, known }: Surroundings): number {
  let end = to;
  while (end - from > 1 && isHeadline && isHeadlineVerb(tokens[end - 1] as Token)) end--;
  // A first name and a surname are left, though the surname is a word: Robert “Bob” Cook.
  while (nameWordsOf(tokens.slice(from, end)).length > 2 && isStrayEnd(tokens, end, isHeadline, known)) end--;
  for (const length of [2, 1]) if (end - from > length + 1 && isPlace(tokens, end - length, end)) end -= length;
  return end;
}

/** "Ana Rehn Finally", and in a headline "Ana Rehn Visit" where the article has a Rehn. */
function isStrayEnd(tokens: readonly Token[], end: number, isHeadline: boolean, { surnames }: KnownWords): boolean {
  const lower = tokens[end - 1]?.lower ?? "";
  if (isVerbOrFunctionWord(lower)) return true;
  return isHeadline && isCommonWord(lower) && surnames.has(foldName(tokens[end - 2]?.lower ?? ""));
}

function isPlace(tokens: readonly Token[], from: number, to: number): boolean {
  const words = tokens.slice(from, to).map(({ lower }) => lower);
  return isListed(words.join(" "), "PLACE") && !words.some((word) => isListed(word, "LAST") || mayBeGivenName(word));
}

/** Of several capitals ("NewsWatch") or with digits is a brand's name: surnames have none but behind a prefix. */
const isBrand = (word: string): boolean => capitalParts(word).length > 1 || /\p{N}|&/u.test(word);

/** "Rehn-type", "Prize-winning": no name goes on in small letters behind its hyphen, but a given name beside a surname that stands first, as in "Han Geun-seo". */
const isCompound = (tokens: readonly Token[], at: number): boolean =>
  COMPOUND.test(tokens[at]?.word ?? "") &&
  ![at - 1, at + 1].some((beside) => mayBeSurnameFirst(tokens[beside]?.lower ?? "") && isCapital(tokens[beside]));

const COMPOUND = /^\p{Lu}[\p{L}']*[-‑]\p{Ll}+$/u;

function kindOf(tokens: readonly Token[], name: NameTokens, { known }: Surroundings): EntityKind | null {
  const words = tokens.slice(name.from, name.to);
  if (words.some((_, i) => isCompound(tokens, name.from + i))) return null;
  if (words.length > 1) return kindOfFull(tokens, name);
  const [{ word = "", lower = "" } = {}] = words;
  if (isBrand(word)) return "ORGANIZATION";
  if (isFamily(tokens, name.from, known)) return null;
  const isFirm = tokens[name.from - 1]?.word === "&" || isOrganizationWord(lower);
  return isFirm && (known.surnames.get(foldName(lower)) ?? 0) < 2 ? null : "PERSON";
}

/** "The Rehns": more than one, and none of them by name. */
function isFamily(tokens: readonly Token[], at: number, { surnames }: KnownWords): boolean {
  const lower = tokens[at]?.lower ?? "";
  if (!/[^s]s$/.test(lower) || isListed(lower, "LAST") || isFirstName(lower)) return false;
  return surnames.has(foldName(lower.slice(0, -1))) || tokens[at - 1]?.lower === "the";
}

function kindOfFull(tokens: readonly Token[], name: NameTokens): EntityKind | null {
  const words = tokens.slice(name.from, name.to);
  const last = words.at(-1)?.lower ?? "";
  if (words.some(({ word }) => /\p{N}/u.test(word)) || isNobody(tokens, name)) return null;
  const [{ lower: first = "" } = {}] = words;
  if (isRole(last) && !isListed(last, "LAST") && (words.length > 2 || !mayBeGivenName(first))) return null;
  if (isOrganizationWord(last) && !isListed(last, "LAST") && !isFirstName(first) && !isTitled(tokens, name))
    return "ORGANIZATION";
  return isPlace(tokens, name.from, name.to) ? "PLACE" : "PERSON";
}
