import { eng as FUNCTION_WORDS } from "stopword";
import { HAVING_SAID, OPINIONS, SAY, SAYS, STANDPOINT, WORDS } from "./asking-words.ts";
import { withVerbsWhole } from "./contractions.ts";

/** Words of a name, with a title before it: "President of the Republic of Kestria Teodor Maravin" is seven. */
const MAX_NAME_WORDS = 7;
const NAME = String.raw`(?<name>\S+(?:\s+\S+){0,${MAX_NAME_WORDS - 1}}?)`;
/** A name where a verb of many meanings tells that it is one. */
const SHORT_NAME = String.raw`(?<name>\S+(?:\s+\S+){0,3}?)`;
/** A name and whatever follows. */
const NAME_AND_MORE = String.raw`(?<more>\S+(?:\s+\S+){0,${MAX_NAME_WORDS - 1}})`;

/** Behind it a question that is answered by yes or no goes on with whom it is about. */
const ASKS_WHETHER = "did|does|do|has|have|had|would|will|can|could|should";
const IS = "is|was|were|are";
const ASKING = "what|who|whom|whose|which|how|why|when|where";
/** The end of a name behind "by". */
const MATTER_FOLLOWS = String.raw`\s+(?:on|about|over|regarding|concerning|in|at|after|before|when|since)\b|\s*[?.!]*$`;
/** What stands behind a name and tells that the words are about where somebody stands: "is Orlanov against". */
const STANDS = String.raw`for(?=\s+(?:the|an?|any|more|less)\b)|against|in\s+favou?r|opposed|open\s+to|willing`;

/**
 * Where a question names who speaks: in front of what they do with words, behind "according to", or as those whose words or standpoint it
 * is about. The surest first.
 */
const SPEAKER_PLACES: readonly RegExp[] = [
  String.raw`\b(?:${ASKS_WHETHER})\s+${NAME}\s+(?:${SAY}|${HAVING_SAID})\b`,
  String.raw`^(?:${ASKS_WHETHER})\s+${SHORT_NAME}\s+(?:${STANDPOINT})\b`,
  String.raw`\bwhere\s+(?:do|does|did)\s+${NAME}\s+stand\b`,
  String.raw`\bhow\s+(?:do|does|did)\s+${NAME}\s+(?:see|view|regard)\b`,
  String.raw`^(?:why\s+)?(?:${IS})\s+${SHORT_NAME}\s+(?:${STANDS})\b`,
  String.raw`\baccording to\s+${NAME_AND_MORE}`,
  String.raw`\b(?:${IS}|summari[sz]e)\s+${NAME}['’]s?\s+(?:${WORDS})\b`,
  String.raw`^(?!(?:${ASKING})\b)${NAME}['’]s?\s+(?:${WORDS})\b`,
  String.raw`\b(?:${WORDS}|quotes?|said|stated|told)\s+(?:by|from)\s+${NAME}(?=${MATTER_FOLLOWS})`,
  String.raw`\b(?:${OPINIONS}|quotes?)\s+of\s+${NAME}(?=${MATTER_FOLLOWS})`,
  String.raw`^${NAME}\s+(?:${SAYS}|on|about)\s`,
  String.raw`\b(?:what|whether)\s+${NAME}\s+(?:${SAYS})\b`,
].map((place) => new RegExp(place, "iu"));

/**
 * Where in a query somebody may be named. SAID: as the one whose words are asked for. Where nothing says so: ALONE, the
 * query is nothing else, or BESIDE a matter, before it.
 */
export type PlaceKind = "SAID" | "ALONE" | "BESIDE";

/** Words of a query that may name who should speak. */
export interface NamePlace {
  readonly kind: PlaceKind;
  readonly name: string;
  /** What is left of the query: without the name, and the words that say that they speak. */
  readonly matter: string;
}

/** Every place of a query where somebody may be named, the likeliest first. */
export function namePlaces(written: string): readonly NamePlace[] {
  const query = withVerbsWhole(written);
  const said = SPEAKER_PLACES.flatMap((place) => placesBy(place, query));
  return said.length > 0 ? said : [{ kind: "ALONE", name: bareEnd(query), matter: "" }, ...besideMatter(query)];
}

function placesBy(place: RegExp, query: string): readonly NamePlace[] {
  const match = place.exec(query);
  if (match === null) return [];
  const { name, more = "" } = match.groups ?? {};
  const before = query.slice(0, match.index);
  const behind = query.slice(match.index + match[0].length);
  const cuts = name === undefined ? beginnings(more) : [[withoutFillers(name), ""] as const];
  return cuts
    .filter(([named]) => named !== "")
    .map(([named, rest]) => ({
      kind: "SAID",
      name: named,
      matter: [before, rest, behind].join(" ").replace(/\s+/g, " ").trim(),
    }));
}

/** What words may begin with a name, the longest first, and what is left of them: a name ends at a stop, or before a small word. */
function beginnings(text: string): readonly (readonly [string, string])[] {
  const words = text.split(/\s+/).filter((word) => word !== "");
  return words
    .map((_, i) => words.length - i)
    .filter((end) => mayEndAt(words, end))
    .map((end) => [bareEnd(words.slice(0, end).join(" ")), words.slice(end).join(" ")] as const);
}

const mayEndAt = (words: readonly string[], end: number): boolean =>
  end === words.length || /[,.;:?!]$/.test(words[end - 1] ?? "") || isFiller(words[end] ?? "");

const FILLERS = new Set([
  ...FUNCTION_WORDS,
  ..."not ever once again already always even just later today yesterday".split(" "),
]);

/** A word that is no part of a name or title: "ever", "really". */
export const isFiller = (word: string): boolean => FILLERS.has(word.toLowerCase()) || /^\p{Ll}+ly$/u.test(word);

/** Without the small words at its end: "did Orlanov ever say". */
function withoutFillers(name: string): string {
  const words = name.split(/\s+/);
  const end = words.findLastIndex((word) => !isFiller(word));
  return bareEnd(words.slice(0, end + 1).join(" "));
}

const bareEnd = (name: string): string => name.replace(/[?!.,;:]+$/u, "").replace(/(?<=\p{L})['’ʼ]s?$/u, "");

/**
 * "Ilse Brandt tunnel" and "Brandt tunnel": the longest first. Behind a matter a name is part of it ("polls on Ilse Brandt"): of 70
 * such queries of DATA/news-search/questions-train.jsonl one asked for the words of whom it ends with, of those that begin with a full name 4
 * of 10, with a surname in a capital 6 of 10, and in small letters 3 of 10.
 */
function besideMatter(query: string): readonly NamePlace[] {
  const words = query.split(/\s+/).filter((word) => word !== "");
  const longest = Math.min(MAX_FULL_NAME_WORDS, words.length - 1);
  const least = /^\p{Lu}/u.test(query) && !QUESTION.test(query) ? 1 : 2;
  const lengths = Array.from({ length: Math.max(0, longest - least + 1) }, (_, i) => longest - i);
  return lengths.map((length) => ({
    kind: "BESIDE",
    name: bareEnd(words.slice(0, length).join(" ")),
    matter: words.slice(length).join(" "),
  }));
}

const QUESTION = new RegExp(String.raw`\?\s*$|^(?:${ASKING}|${ASKS_WHETHER}|${IS})\b`, "i");

/** More are a name with a title, and the place of a title is in front of a verb. */
const MAX_FULL_NAME_WORDS = 4;
