import { cueWord } from "../lexicon/cue-lexicon.ts";
import { isFirstName, isListed, mayBeGivenName, type NameClass } from "../lexicon/gazetteer.ts";
import { isNoEntity, isOrganizationWord, isPlaceWord } from "../lexicon/name-words.ts";
import { isRole } from "../lexicon/role-nouns.ts";
import type { Document } from "../text/document.ts";
import { endsSentence, isWord, type Token } from "../text/token.ts";
import type { RuledName } from "./name-mention.ts";
import { SharedNameEvidence } from "./shared-name-evidence.ts";

const CLASSES: readonly NameClass[] = ["PLACE", "ORGANIZATION", "LAST", "DEMONYM", "DATE"];
/** How far behind a name a pronoun still tells of it, in tokens. */
const PRONOUN_REACH = 25;

/**
 * Reads what tells of the kind of each of the names, as the names of what is so; of those that the rules are sure of nothing, which
 * saves half the time. It is read when it is asked for: of a transcript's names all at once it takes kilobytes a turn.
 */
export function nameEvidence(
  document: Document,
  mentions: readonly RuledName[],
  sources: ReadonlySet<number>,
): (mention: RuledName) => readonly string[] {
  const lowers = lowerWords(document);
  const contextIn = (mention: RuledName): readonly string[] => contextOf(document, mention, sources);
  const shared = new SharedNameEvidence(mentions, contextIn);
  return (mention) => {
    if (mention.isSure) return [];
    const isWrittenSmall = lowers.has((mention.words.at(-1) ?? "").toLowerCase());
    return [
      ...wordsOf(mention),
      ...contextIn(mention),
      ...shared.of(mention),
      ...(isWrittenSmall ? ["writtenSmall"] : []),
    ];
  };
}

/** The words that the article also writes with small letters. */
function lowerWords({ blocks }: Document): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { tokens } of blocks) for (const { word, lower } of tokens) if (word === lower) words.add(lower);
  return words;
}

/** What the name's own words tell. */
function wordsOf({ words, verdict, start, core }: RuledName): readonly string[] {
  const lowers = words.map((word) => word.toLowerCase());
  const [first = ""] = lowers;
  const last = lowers.at(-1) ?? "";
  const one = lowers.length === 1;
  return [
    `rule=${verdict}`,
    `words=${Math.min(lowers.length, 4)}`,
    one ? `rule1=${verdict}` : `rule2=${verdict}`,
    ...(start < core.start ? ["titled"] : []),
    ...wordClasses(last, one ? "word" : "last"),
    ...(one ? [] : wordClasses(first, "first")),
    ...CLASSES.filter((kind) => !one && isListed(lowers.join(" "), kind)).map((kind) => `whole=${kind}`),
    `${one ? "one" : "end"}Shape=${shapeOf(words.at(-1) ?? "")}`,
    `ending=${last.slice(-3)}`,
    `ending=${last.slice(-2)}`,
    `last=${last}`,
    ...(one ? [] : [`first=${first}`]),
    ...(lowers.includes("of") ? ["has of"] : []),
    ...(words.slice(0, -1).some((word) => /^\p{Lu}\.$/u.test(word)) ? ["has initial"] : []),
  ];
}

const wordClasses = (word: string, place: string): readonly string[] =>
  [
    ...CLASSES.filter((kind) => isListed(word, kind)),
    ...(isFirstName(word) ? ["FIRST"] : []),
    ...(!isFirstName(word) && mayBeGivenName(word) ? ["GIVEN"] : []),
    ...(isOrganizationWord(word) ? ["BODY"] : []),
    ...(isPlaceWord(word) ? ["SPOT"] : []),
    ...(isNoEntity(word) ? ["NONE"] : []),
    ...(isRole(word) ? ["ROLE"] : []),
  ].map((kind) => `${place}=${kind}`);

function shapeOf(word: string): string {
  if (/\p{N}/u.test(word)) return "digits";
  if (/^\p{Lu}{2,}s?$/u.test(word)) return word.length > 5 ? "LONG" : "CAPS";
  if (/\p{Ll}\p{Lu}/u.test(word)) return "inner";
  if (word.includes("-")) return "hyphen";
  if (word.includes(".")) return "stop";
  return /[^\p{ASCII}]/u.test(word) ? "accent" : "plain";
}

/** What stands around the name. */
function contextOf(document: Document, mention: RuledName, sources: ReadonlySet<number>): readonly string[] {
  const block = document.blocks[mention.block];
  const tokens = block?.tokens ?? [];
  return [
    ...(block?.isTitle ? ["title"] : []),
    ...(sources.has(mention.start) ? ["source"] : []),
    `tag=${tokens[mention.to - 1]?.tag ?? ""}`,
    ...leftOf(tokens, mention.from),
    ...rightOf(tokens, mention.to),
    ...pronounsAfter(tokens, mention.to),
  ];
}

const OPENER = /^[.!?:;…“"„«‘'([–—•*]$/;

function leftOf(tokens: readonly Token[], from: number): readonly string[] {
  const before = tokens[from - 1];
  if (before === undefined) return ["opens", "before=^", "beforeTag=^"];
  return [
    OPENER.test(before.word) ? "opens" : "inside",
    `before=${before.lower}`,
    `beforeTag=${before.tag}`,
    ...(before.word === "," || before.lower === "and" ? [`listed=${neighbourClass(tokens[from - 2])}`] : []),
  ];
}

function rightOf(tokens: readonly Token[], to: number): readonly string[] {
  const after = tokens[to];
  if (after === undefined) return ["after=$", "afterTag=$"];
  return [
    `after=${after.lower}`,
    `afterTag=${after.tag}`,
    ...(cueWord(after.lower)?.frame === "SPEECH" ? ["speaks"] : []),
    ...(after.word === "," ? [`apposed=${tokens[to + 1]?.tag ?? ""}`] : []),
  ];
}

function neighbourClass(token: Token | undefined): string {
  if (token === undefined || !isWord(token)) return "sign";
  if (isListed(token.lower, "PLACE")) return "PLACE";
  if (isFirstName(token.lower) || isListed(token.lower, "LAST")) return "PERSON";
  return token.tag;
}

function pronounsAfter(tokens: readonly Token[], from: number): readonly string[] {
  let sentences = 0;
  for (const token of tokens.slice(from, from + PRONOUN_REACH)) {
    if (/^(?:he|she|his|her|him|who)$/.test(token.lower)) return [`heAfter=${sentences}`];
    if (/^(?:they|their|it|its|where)$/.test(token.lower)) return [`${token.lower}After`];
    if (sentences > 0 && token.tag === "NNP") return [];
    if (endsSentence(token)) sentences += 1;
    if (sentences > 1) return [];
  }
  return [];
}
