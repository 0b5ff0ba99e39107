import type { EntityKind } from "../../model/entity.ts";
import { isFirstName, isListed, mayBeGivenName } from "../lexicon/gazetteer.ts";
import { isNoEntity, isOrganizationWord, isPlaceWord, isSurnameToo } from "../lexicon/name-words.ts";
import { isHeldOfPlace } from "../lexicon/role-nouns.ts";
import type { Token } from "../text/token.ts";
import { isPatronymic } from "./name-key.ts";
import { isChildOf } from "./name-parts.ts";

/** A name within its block: tokens `from` up to `to`. */
export interface NameInContext {
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
  /** A role or form of address stands before it. */
  readonly titled: boolean;
  readonly opensSentence: boolean;
}

/** Null: nothing tells. "NONE": a capital that names no person, organization or place. */
export type NameVerdict = EntityKind | "NONE" | null;

const PLACE_HEADS = new Set(
  "mount mt lake river cape fort port san santa saint st los las el new north south east west upper lower great".split(
    " ",
  ),
);
const INITIAL = /^(?:\p{Lu}\.)+$/u;
const ACRONYM = /^\p{Lu}{2,6}s?$/u;
/** "F.A.A.": two letters are rather somebody's initials. */
const DOTTED = /^(?:\p{Lu}\.){3,}$/u;
const ROMAN = /^[IVX]+$/;

/** The questions in the order of how surely they decide; the first answer counts. */
export function classifyName(name: NameInContext): NameVerdict {
  const words = name.tokens.slice(name.from, name.to);
  const lowers = words.map(({ lower }) => lower);
  if (isDateline(name) || isGoverned(name.tokens, name)) return "PLACE";
  if (name.titled && (!isOrganizationWord(lowers.at(-1) ?? "") || isSurnameToo(lowers.at(-1) ?? "")))
    return titledVerdict(name, lowers);
  if (isBodyInShort(name, lowers)) return "ORGANIZATION";
  return byList(lowers) ?? byNameWord(words, lowers) ?? byShape(words, lowers);
}

/** Whether the rule's word stands whatever else the article tells: a single word without more may be many things. */
export const isSure = (name: NameInContext): boolean =>
  (name.titled && !NO_TITLE_BEFORE_ONE.test(name.tokens[name.from - 1]?.word ?? "")) ||
  name.to - name.from > 1 ||
  isDateline(name) ||
  isGoverned(name.tokens, name) ||
  isListedAcronym(name) ||
  isBodyInShort(name, [name.tokens[name.from]?.lower ?? ""]);

/** Titles that are adjectives and common nouns as well: "six major American ports", "fellow Ostrelers", "a private DVD". */
const NO_TITLE_BEFORE_ONE =
  /^(?:private|major|general|chief|fellow|principal|star|head|lead|member|anchor|host|guard|chair)$/;

function titledVerdict({ tokens, from, to }: NameInContext, lowers: readonly string[]): NameVerdict {
  if (to - from > 1) return "PERSON";
  if (isListed(lowers[0] ?? "", "DEMONYM") || (isNoEntity(lowers[0] ?? "") && !mayBeGivenName(lowers[0] ?? "")))
    return "NONE";
  return NO_TITLE_BEFORE_ONE.test(tokens[from - 1]?.word ?? "") ? byList(lowers) : "PERSON";
}

/** "the mayor of Ostrel". */
export const isGoverned = (
  tokens: readonly Token[],
  { from, to }: { readonly from: number; readonly to: number },
): boolean => to - from === 1 && tokens[from - 1]?.lower === "of" && isHeldOfPlace(tokens[from - 2]?.lower ?? "");

/** "PORT ANSEL —" at the beginning of a paragraph. */
const isDateline = ({ tokens, from, to }: NameInContext): boolean =>
  from === 0 &&
  tokens.slice(from, to).every(({ word }) => word.length > 1 && word === word.toUpperCase()) &&
  /^(?:[–—]|--)$/.test(tokens[to]?.word ?? "");

/** "NATO", "F.A.A.": capitals alone that the lists know or that stops take apart are no common word in any article. */
const isListedAcronym = ({ tokens, from, to }: NameInContext): boolean => {
  const { word = "", lower = "" } = tokens[from] ?? {};
  return to - from === 1 && (DOTTED.test(word) || (ACRONYM.test(word) && isListed(lower, "ORGANIZATION")));
};

/** "the Guild", "Council": the body that the article has named in full. */
const isBodyInShort = ({ opensSentence }: NameInContext, lowers: readonly string[]): boolean =>
  lowers.length === 1 && !opensSentence && isOrganizationWord(lowers[0] ?? "") && !isNoEntity(lowers[0] ?? "");

function byList(lowers: readonly string[]): NameVerdict {
  const name = lowers.join(" ");
  if (isListed(name, "DEMONYM") || isListed(name, "DATE")) return "NONE";
  if (lowers.length === 1 && isNoEntity(name)) return "NONE";
  if (isListed(name, "ORGANIZATION")) return "ORGANIZATION";
  return isListed(name, "PLACE") ? "PLACE" : null;
}

function byNameWord(words: readonly Token[], lowers: readonly string[]): NameVerdict {
  const last = lowers.at(-1) ?? "";
  if (words.length === 1) return null;
  if (isSurnameToo(last) && isFirstName(lowers[0] ?? "")) return "PERSON";
  if (isOrganizationWord(last)) return "ORGANIZATION";
  if (isPlaceWord(last)) return "PLACE";
  if (isNoEntity(last) || isListed(last, "DATE")) return "NONE";
  const of = lowers.indexOf("of");
  if (of > 0 && isOrganizationWord(lowers[of - 1] ?? "")) return "ORGANIZATION";
  if (of > 0 && isPlaceWord(lowers[of - 1] ?? "")) return "PLACE";
  return null;
}

/** "REHN Ana", as lists of names have it. */
const isSurnameFirst = ([surname, given]: readonly Token[]): boolean =>
  surname !== undefined &&
  /^\p{Lu}{4,}$/u.test(surname.word) &&
  !isListed(surname.lower, "ORGANIZATION") &&
  /^\p{Lu}\p{Ll}/u.test(given?.word ?? "") &&
  isFirstName(given?.lower ?? "");

/** "New Velmora Watchdog": what a place is put before may be anything. */
const isPlaceAndMore = (lowers: readonly string[]): boolean =>
  lowers.some((_, at) => at > 1 && isListed(lowers.slice(0, at).join(" "), "PLACE"));

function byShape(words: readonly Token[], lowers: readonly string[]): NameVerdict {
  const [first = ""] = lowers;
  if (words.length === 1) {
    const { word } = words[0] as Token;
    return (ACRONYM.test(word) && !ROMAN.test(word)) || DOTTED.test(word) ? "ORGANIZATION" : null;
  }
  if (words.length > 5) return null;
  if (isPatronymic(lowers.at(-1) ?? "") || lowers.some(isChildOf)) return "PERSON";
  if (isSurnameFirst(words)) return "PERSON";
  if (isFirstName(first) && !isListed(lowers.slice(1).join(" "), "ORGANIZATION")) return "PERSON";
  if (words.slice(0, -1).some(({ word, lower }) => INITIAL.test(word) && !isListed(lower, "PLACE"))) return "PERSON";
  return PLACE_HEADS.has(first) && !isPlaceAndMore(lowers) ? "PLACE" : null;
}
