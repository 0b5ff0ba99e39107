import { isFirstName, isListed, mayBeGivenName } from "../lexicon/gazetteer.ts";
import { isOrganizationWord, isPlaceWord } from "../lexicon/name-words.ts";
import { isAddress, isPluralRole, isRole, isTitleModifier } from "../lexicon/role-nouns.ts";
import type { Block, Document } from "../text/document.ts";
import type { Token } from "../text/token.ts";
import { classifyName, isSure, type NameVerdict } from "./classify-name.ts";
import { isTitled, makeMention, type NameTokens } from "./make-mention.ts";
import { isPatronymic } from "./name-key.ts";
import type { RuledName } from "./name-mention.ts";
import { isGeneration, PARTICLES } from "./name-parts.ts";
import { findNameRuns, type NameRun } from "./name-runs.ts";

/** Part of a run that is one name. */
interface Piece extends NameTokens {
  readonly opensSentence: boolean;
}

/** Runs of capitals that may be names, in text order, with what the rules make of each. */
export function findNames(document: Document): RuledName[] {
  const runs = document.blocks.map((block) => ({ block, runs: joinOf(block.tokens, findNameRuns(block)) }));
  const surnames = new Set(
    runs.flatMap(({ block, runs }) => runs.flatMap((run) => fullNameEnd(block.tokens, run) ?? [])),
  );
  return runs.flatMap(({ block, runs }) => {
    const pieces = runs.flatMap((run) => splitRun(block.tokens, run, surnames));
    return pieces.map((piece) => readMention(document.text, block, piece, block.inHeadline[piece.from] !== true));
  });
}

/** The last word of a run that opens with a first name: "baker" of "Dora Baker". Lower case. */
function fullNameEnd(tokens: readonly Token[], { from, to }: NameRun): string | null {
  return to - from > 1 && isFirstName(lowerAt(tokens, from)) ? lowerAt(tokens, to - 1) : null;
}

/** "University of Portsmouth", "Department of the Interior": a run, `of`, and the run that it takes. */
function joinOf(tokens: readonly Token[], runs: readonly NameRun[]): NameRun[] {
  const joined: NameRun[] = [];
  for (const run of runs) {
    const previous = joined.at(-1);
    if (previous !== undefined && takesOf(tokens, previous, run))
      joined[joined.length - 1] = { ...previous, to: run.to };
    else joined.push(run);
  }
  return joined;
}

function takesOf(tokens: readonly Token[], left: NameRun, right: NameRun): boolean {
  const between = tokens
    .slice(left.to, Math.min(right.from, left.to + 3))
    .map(({ lower }) => lower)
    .join(" ");
  if (right.from - left.to > 2 || !/^(?:of|of the|for|for the)$/.test(between)) return false;
  const last = (tokens[left.to - 1] as Token).lower;
  if (between.startsWith("for")) return TAKES_FOR.has(last) && !isListed(lowerAt(tokens, right.from), "DATE");
  if (isRole(last) || last === "staff") return false;
  const core = (tokens[right.from] as Token).lower;
  if (isFirstName(core) && right.to - right.from > 1) return false;
  return isOrganizationWord(last) || (isPlaceWord(last) && !/^(?:north|south|east|west|building|hall)$/.test(last));
}

/** Bodies that are called for what they are for: "Club for Growth", "Institute for Transport". */
const TAKES_FOR = new Set(
  "club center centre institute foundation fund association council committee coalition alliance campaign office agency department ministry bureau league society union party network project initiative trust americans citizens".split(
    " ",
  ),
);

const NEVER_OPENS = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|former)$/;

/** Cuts titles off the front, and a person's name off the place or office before it ("Azerbaijan Ilham Aliyev"). */
function splitRun(tokens: readonly Token[], run: NameRun, surnames: ReadonlySet<string>): Piece[] {
  let from = run.from;
  while (from < run.to && (isTitleWord(tokens, from, run.to) || NEVER_OPENS.test(lowerAt(tokens, from)))) from++;
  // "Mr. Baker", where the article has a Dora Baker: a trade that is a surname.
  if (from === run.to && isAddress(lowerAt(tokens, from - 2)) && surnames.has(lowerAt(tokens, from - 1))) from--;
  if (from >= run.to) return [];
  const cut = personStart(tokens, from, run.to);
  const opensSentence = run.opensSentence && from === run.from;
  if (cut === from) return [{ from, to: run.to, opensSentence }];
  const to = withoutTitle(tokens, from, cut);
  return [...(to > from ? [{ from, to, opensSentence }] : []), { from: cut, to: run.to, opensSentence: false }];
}

/** The end of the place or body before a title: "Velmora" of "Velmora State Senator". */
function withoutTitle(tokens: readonly Token[], from: number, cut: number): number {
  let to = cut;
  while (to > from && isTitlePart(lowerAt(tokens, to - 1))) to--;
  return to;
}

const isTitlePart = (lower: string): boolean => isRole(lower) || isAddress(lower) || isTitleModifier(lower);

function isTitleWord(tokens: readonly Token[], at: number, to: number): boolean {
  const { lower } = tokens[at] as Token;
  if (isPluralRole(lower) && to - at > 2 && isFirstName(lowerAt(tokens, at + 1))) return true;
  if (isAddress(lower) || isRole(lower)) return !isOrganizationWord(tokens[to - 1]?.lower ?? "") || at + 2 < to;
  return (
    isTitleModifier(lower) && (isRole(tokens[at + 1]?.lower ?? "") || isTitleModifier(tokens[at + 1]?.lower ?? ""))
  );
}

/** Where a person's name begins behind the place or office that it is put to; `from` where the whole is one name. */
function personStart(tokens: readonly Token[], from: number, to: number): number {
  const opensWithPerson = isFirstName((tokens[from] as Token).lower);
  if (!opensWithPerson && to - from > 2 && isAddressedByPatronymic(tokens, to)) return to - 2;
  for (let at = from + 1; at < to - 1; at++) {
    const { lower } = tokens[at] as Token;
    if (isRole(lower) && !isGeneration(tokens[at + 1]?.word ?? "")) return afterTitle(tokens, at, to);
    const opensName = isFirstName(lower) || (mayBeGivenName(lower) && lowerAt(tokens, from - 1) === "of");
    if (!opensWithPerson && opensName && mayEndBefore(tokens, { from, to: at }, to)) return at;
  }
  return from;
}

/** Behind the office and what more of a title stands there: "Chair Rep. Ana Rehn". */
function afterTitle(tokens: readonly Token[], role: number, to: number): number {
  let at = role + 1;
  while (at < to - 1 && isTitlePart(lowerAt(tokens, at))) at++;
  return at;
}

/** "Esteemed Viktor Pavlovich": who is spoken to by first name and patronymic. */
const isAddressedByPatronymic = (tokens: readonly Token[], to: number): boolean =>
  isPatronymic(lowerAt(tokens, to - 1)) && !isPatronymic(lowerAt(tokens, to - 2));

/** Whether a place or body may end before a first name, rather than hold it as a part of its own. */
function mayEndBefore(tokens: readonly Token[], left: Omit<Piece, "opensSentence">, to: number): boolean {
  const words = tokens.slice(left.from, left.to).map(({ lower }) => lower);
  const last = words.at(-1) ?? "";
  const name = words.join(" ");
  if (isListed(name, "PLACE") || isListed(name, "DEMONYM") || isListed(name, "ORGANIZATION")) return true;
  if (NAME_GOES_ON.has(last) || PARTICLES.has(last) || isOrganizationWord(lowerAt(tokens, to - 1))) return false;
  if (words.includes("of") || isOrganizationWord(last)) return true;
  return /^(?:of|for)$/.test(lowerAt(tokens, left.from - 1)) && words.length < 3;
}

const NAME_GOES_ON = new Set(["of", "the", "and", "&", "st.", "saint"]);

/** @param capitalsTell False in a headline that writes most words with a capital. */
function readMention(text: string, block: Block, piece: Piece, capitalsTell: boolean): RuledName {
  const name = { tokens: block.tokens, ...piece, titled: isTitled(block.tokens, piece) };
  const readsWords = capitalsTell || piece.to - piece.from > 1 || name.titled;
  const verdict = readsWords ? classifyName(name) : listedOnly(block.tokens, piece);
  return {
    verdict: verdict ?? "OPEN",
    ...makeMention(text, block, piece, verdict === "NONE" ? null : verdict),
    isSure: verdict !== null && readsWords && isSure(name),
  };
}

const lowerAt = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? "";

function listedOnly(tokens: readonly Token[], { from, to }: Piece): NameVerdict {
  const name = tokens
    .slice(from, to)
    .map(({ lower }) => lower)
    .join(" ");
  if (isListed(name, "PLACE")) return "PLACE";
  return isListed(name, "ORGANIZATION") ? "ORGANIZATION" : null;
}
