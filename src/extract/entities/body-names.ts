import type { EntityKind } from "../../model/entity.ts";
import { foldName } from "../../model/fold-name.ts";
import { contains } from "../../model/span.ts";
import { cueWord } from "../lexicon/cue-lexicon.ts";
import { isCommonWord, isListed, isVerbOrFunctionWord } from "../lexicon/gazetteer.ts";
import { isNoEntity, isOrganizationWord } from "../lexicon/name-words.ts";
import { isAddress, isRole } from "../lexicon/role-nouns.ts";
import type { Block, Document } from "../text/document.ts";
import { isCapital, type Token } from "../text/token.ts";
import { byStart } from "./entity-cluster.ts";
import { makeMention } from "./make-mention.ts";
import type { NameMention } from "./name-mention.ts";
import { isNameWord } from "./name-parts.ts";

/** What the words before a common noun must name for both together to be a body's name. */
type Owner = "PERSON" | "LAND" | "SOURCE";

/** The last words of the article's names by kind, folded. */
type Known = Readonly<Record<EntityKind, ReadonlySet<string>>>;

/**
 * The common nouns that make a body of a name, with whose they are: a person's ("the Rehn campaign"), a place's or people's
 * ("Ostrel police", "the Velmoran government"), a publisher's or institute's ("a Courier poll").
 */
const BODY_NOUNS: ReadonlyMap<string, readonly Owner[]> = new Map<string, readonly Owner[]>([
  ...each("campaign camp team", ["PERSON"]),
  ...each("administration", ["PERSON", "LAND"]),
  ...each("government police army navy military parliament legislature ministry embassy authorities", ["LAND"]),
  ...each("council commission committee board department court", ["LAND", "SOURCE"]),
  ...each("poll survey", ["SOURCE"]),
]);

function each(nouns: string, owners: readonly Owner[]): (readonly [string, readonly Owner[]])[] {
  return nouns.split(" ").map((noun) => [noun, owners] as const);
}

/** Words with a capital before the common noun that are looked at: keeps a block of capitals linear. */
const MAX_OWNER = 8;

/**
 * The names with those of bodies that end in a common noun: "Rehn campaign", "Rehn's campaign", "Courier/Radio Nine poll",
 * "Ostrel ballot commission". A person or body whose name is a part of one is not mentioned there, unless it owns it
 * ("Rehn's"): else it would be taken for who speaks. A place in it stays.
 * @param names In text order.
 */
export function withBodyNames(document: Document, names: readonly NameMention[]): readonly NameMention[] {
  const known = {
    PERSON: lastWords(names, "PERSON"),
    ORGANIZATION: lastWords(names, "ORGANIZATION"),
    PLACE: lastWords(names, "PLACE"),
  };
  const bodies = document.blocks.flatMap((block) => bodiesOf(document.text, block, known));
  if (bodies.length === 0) return names;
  let at = 0;
  const others = names.filter((name) => {
    while ((bodies[at]?.end ?? name.start + 1) <= name.start) at += 1;
    const body = bodies[at];
    return body === undefined || !contains(body, name.core) || name.kind === "PLACE" || ownsBody(document.text, name);
  });
  return [...others, ...bodies].sort(byStart);
}

const lastWords = (names: readonly NameMention[], kind: EntityKind): ReadonlySet<string> =>
  new Set(names.filter((name) => name.kind === kind).map(({ words }) => foldName(words.at(-1) ?? "")));

const ownsBody = (text: string, { end }: NameMention): boolean => /^['’]s?\s/.test(text.slice(end, end + 3));

function bodiesOf(text: string, block: Block, known: Known): NameMention[] {
  const { tokens } = block;
  return tokens.flatMap((token, at) => {
    if (token.lower !== "office" && !BODY_NOUNS.has(token.lower)) return [];
    const ownerTo = ownerEnd(tokens, at);
    const owners = ownersOf(tokens, at, ownerTo);
    if (owners.length === 0 || goesOn(tokens, at)) return [];
    const from = ownerStart(tokens, ownerTo);
    if (from === ownerTo || !owners.some((owner) => isOwner(tokens.slice(from, ownerTo), owner, known))) return [];
    return [{ ...makeMention(text, block, { from, to: at + 1 }, "ORGANIZATION"), isSure: true }];
  });
}

/**
 * "Rehn's office" is a body, "the Rehn office" may be a room. A noun with a capital ends a name of its own ("Ostrel Court"),
 * which only a slash goes beyond ("Courier/Radio Nine Poll").
 */
const ownersOf = (tokens: readonly Token[], noun: number, ownerTo: number): readonly Owner[] => {
  const lower = tokens[noun]?.lower ?? "";
  if (lower === "office") return ownerTo < noun ? ["PERSON"] : [];
  const isPlain = tokens[noun]?.word === lower || tokens.slice(Math.max(0, noun - MAX_OWNER), noun).some(isSlash);
  return isPlain ? (BODY_NOUNS.get(lower) ?? []) : [];
};

/** "the Rehn campaign trail", "a poll worker": the noun only opens a longer one that is no body, unless somebody's office follows. */
const goesOn = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1];
  return next !== undefined && /^NNS?$/.test(next.tag) && !isRole(next.lower) && cueWord(next.lower) === undefined;
};

/** Before the noun, a word that tells which ("exit poll", "ballot commission"), and the mark of possession. */
function ownerEnd(tokens: readonly Token[], noun: number): number {
  let to = noun;
  const before = tokens[to - 1];
  if (before && /^(?:NN|JJ)$/.test(before.tag) && before.word === before.lower && isCapital(tokens[to - 2])) to--;
  return /^'s?$/.test(tokens[to - 1]?.word ?? "") ? to - 1 : to;
}

function ownerStart(tokens: readonly Token[], to: number): number {
  let from = to;
  while (from > 0 && to - from < MAX_OWNER && isOwnerWord(tokens, from - 1)) from--;
  while (from < to && (tokens[from]?.word === "/" || isVerbOrFunctionWord(tokens[from]?.lower ?? ""))) from++;
  return from;
}

const isSlash = ({ word }: Token): boolean => word === "/";

const isOwnerWord = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at] as Token;
  if (token.word === "/" || token.word === "&") return isNameWord(tokens[at - 1]) && isNameWord(tokens[at + 1]);
  return isNameWord(token) && !NO_OWNER.has(token.lower) && !isRole(token.lower) && !isAddress(token.lower);
};

const NO_OWNER = new Set(
  "the a an this that his her their its our my your former new old another in on at for".split(" "),
);

function isOwner(owner: readonly Token[], kind: Owner, known: Known): boolean {
  const name = owner.map(({ lower }) => lower).join(" ");
  const last = owner.at(-1)?.lower ?? "";
  const folded = foldName(last);
  const isLand = isListed(name, "PLACE") || isListed(last, "DEMONYM");
  if (kind === "LAND") return isLand || known.PLACE.has(folded);
  if (isLand || isListed(last, "DATE") || isNoEntity(last)) return false;
  if (kind === "PERSON") return known.PERSON.has(folded) || (isUnknown(folded, known) && !isNoSurname(last));
  return !known.PERSON.has(folded) && !known.PLACE.has(folded);
}

const isUnknown = (folded: string, known: Known): boolean =>
  !known.ORGANIZATION.has(folded) && !known.PLACE.has(folded);

const isNoSurname = (lower: string): boolean =>
  isOrganizationWord(lower) || isListed(lower, "ORGANIZATION") || isCommonWord(lower) || isVerbOrFunctionWord(lower);
