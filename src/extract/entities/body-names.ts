import { foldName } from "../../model/fold-name.ts";
import { contains } from "../../model/span.ts";
import { cueWord } from "../speakers/cue-lexicon.ts";
import type { Block, Document } from "../text/document.ts";
import { isCapital, type Token } from "../text/token.ts";
import { byStart } from "./entity-cluster.ts";
import { isListed, isVerbOrFunctionWord } from "./gazetteer.ts";
import { makeMention } from "./make-mention.ts";
import { isNameWord } from "./name-parts.ts";
import type { NameMention } from "./name-mention.ts";
import { isAddress, isRole } from "./role-nouns.ts";

/** What the words before a common noun must name for both together to be a body's name. */
type Owner = "PERSON" | "LAND" | "SOURCE";

/**
 * The common nouns that make a body of a name, with whose they are: a person's ("the Rehn campaign"), a place's or people's
 * ("Ostrel police", "the Velmoran government"), a publisher's or institute's ("a Courier poll").
 */
const BODY_NOUNS: ReadonlyMap<string, readonly Owner[]> = new Map<string, readonly Owner[]>([
  ...each("campaign camp", ["PERSON"]),
  ...each("administration", ["PERSON", "LAND"]),
  ...each("government police army navy military parliament ministry embassy authorities", ["LAND"]),
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
  const kinds = new Map(names.map((name) => [foldName(name.words.at(-1) ?? ""), name.kind]));
  const bodies = document.blocks.flatMap((block) => bodiesOf(document.text, block, kinds));
  if (bodies.length === 0) return names;
  let at = 0;
  const others = names.filter((name) => {
    while ((bodies[at]?.end ?? name.start + 1) <= name.start) at += 1;
    const body = bodies[at];
    return body === undefined || !contains(body, name.core) || name.kind === "PLACE" || ownsBody(document.text, name);
  });
  return [...others, ...bodies].sort(byStart);
}

const ownsBody = (text: string, { end }: NameMention): boolean => /^['’]s?\s/.test(text.slice(end, end + 3));

function bodiesOf(text: string, block: Block, kinds: ReadonlyMap<string, NameMention["kind"]>): NameMention[] {
  const { tokens } = block;
  return tokens.flatMap((token, at) => {
    const owners = token.word === token.lower ? BODY_NOUNS.get(token.lower) : undefined;
    if (owners === undefined || goesOn(tokens, at)) return [];
    const ownerTo = ownerEnd(tokens, at);
    const from = ownerStart(tokens, ownerTo);
    if (from === ownerTo || !owners.some((owner) => isOwner(tokens, from, ownerTo, owner, kinds))) return [];
    return [{ ...makeMention(text, block, { from, to: at + 1 }, "ORGANIZATION"), isSure: true }];
  });
}

/** "the Rehn campaign trail", "a poll worker": the noun only opens a longer one that is no body, unless somebody's office follows. */
const goesOn = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1];
  return next !== undefined && /^NNS?$/.test(next.tag) && !isRole(next.lower) && cueWord(next.lower) === undefined;
};

/** Before the noun, a word that tells which ("exit poll", "ballot commission"), and the mark of possession. */
function ownerEnd(tokens: readonly Token[], noun: number): number {
  let to = noun;
  const before = tokens[to - 1];
  if (before?.tag === "NN" && before.word === before.lower && isCapital(tokens[to - 2])) to--;
  return /^'s?$/.test(tokens[to - 1]?.word ?? "") ? to - 1 : to;
}

function ownerStart(tokens: readonly Token[], to: number): number {
  let from = to;
  while (from > 0 && to - from < MAX_OWNER && isOwnerWord(tokens, from - 1)) from--;
  while (from < to && (tokens[from]?.word === "/" || isVerbOrFunctionWord(tokens[from]?.lower ?? ""))) from++;
  return from;
}

const isOwnerWord = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at] as Token;
  if (token.word === "/" || token.word === "&") return isNameWord(tokens[at - 1]) && isNameWord(tokens[at + 1]);
  return isNameWord(token) && !NO_OWNER.has(token.lower) && !isRole(token.lower) && !isAddress(token.lower);
};

const NO_OWNER = new Set("the a an this that his her their its our my your former new old another in on at for".split(" "));

function isOwner(
  tokens: readonly Token[],
  from: number,
  to: number,
  owner: Owner,
  kinds: ReadonlyMap<string, NameMention["kind"]>,
): boolean {
  const words = tokens.slice(from, to).map(({ lower }) => lower);
  const name = words.join(" ");
  const last = words.at(-1) ?? "";
  const isLand = isListed(name, "PLACE") || isListed(name, "DEMONYM") || isListed(last, "DEMONYM");
  const kind = kinds.get(foldName(tokens[to - 1]?.word ?? ""));
  if (owner === "LAND") return isLand || kind === "PLACE";
  if (owner === "PERSON") return !isLand && kind === "PERSON";
  return !isLand && !isListed(last, "DATE") && kind !== "PERSON" && kind !== "PLACE";
}
