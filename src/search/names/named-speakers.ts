import type { Entity } from "../../model/entity.ts";
import { nameWords } from "../../model/name-words.ts";
import type { QuoteStore } from "../../store/quote-store.ts";
import { type FoundName, findSpelledByNames, forgiveSlips } from "./find-by-names.ts";
import { withoutApostrophes } from "./match-name.ts";
import { type NameMatch, type Slip, slipsIn } from "./name-match.ts";
import { isFiller, type NamePlace, namePlaces } from "./name-places.ts";
import { bareName, isTitleWord } from "./spoken-name.ts";

/** Who a query says should speak. */
export interface NamedSpeakers {
  readonly speakers: readonly Entity[];
  /** What is left of the query: without what names them, and the words that say that they speak. */
  readonly matter: string;
  /** Whether the query is their name and nothing else: then what mentions them is meant as well. */
  readonly isNameAlone: boolean;
  /** The words that are taken for those of names; none where the name is spelled as in the index. */
  readonly slips: readonly Slip[];
}

/** Whom each of some names may mean, of those who are quoted. */
type QuotedByName = ReadonlyMap<string, readonly NameMatch[]>;

/**
 * Who a query says should speak, by name or title, where they are quoted; null where it names nobody.
 * @param hasPhrases Whether some of its words must stand in a passage: then a name says who should speak beside a verb only.
 */
export async function findNamedSpeakers(
  store: QuoteStore,
  query: string,
  hasPhrases = false,
): Promise<NamedSpeakers | null> {
  const places = namePlaces(query).filter(({ kind }) => kind === "SAID" || !hasPhrases);
  const found = await findSpelledByNames(store, namesAt(places));
  const exact = await speakersIn(store, places, quotedByName(found));
  if (exact !== null) return exact;
  const mendable = places.filter(mayBeMended);
  const names = new Set(namesAt(mendable));
  const unknown = found.filter(({ spoken, matches }) => matches.length === 0 && names.has(spoken.text));
  return speakersIn(store, mendable, await misspeltByName(store, unknown));
}

/** Without a verb only few words are a name, and beside a matter not one alone, which may be any word. */
function mayBeMended({ kind, name }: NamePlace): boolean {
  const { length } = name.split(/\s+/);
  return kind === "SAID" || (length <= MAX_MENDED_WORDS && (kind === "ALONE" || length > 1));
}
const MAX_MENDED_WORDS = 3;

async function speakersIn(
  store: QuoteStore,
  places: readonly NamePlace[],
  quoted: QuotedByName,
): Promise<NamedSpeakers | null> {
  for (const place of places) {
    const matches = matchesAt(place, quoted);
    const speakers = [...new Map(matches.map(({ entity }) => [entity.id, entity])).values()];
    if (speakers.length === 0) continue;
    const named = { speakers, matter: place.matter, isNameAlone: false, slips: slipsIn(matches) };
    if (place.kind === "ALONE")
      return isByTitle(matches) ? { ...named, isNameAlone: true } : meantAlone(store, place.name, named);
    if (place.kind === "SAID" || isLong(place.name) || (await isMostlyAName(store, place.name, speakers))) return named;
  }
  return null;
}

const isByTitle = (matches: readonly NameMatch[]): boolean => matches.every(({ how }) => how === "TITLE");

/** Whether a surname beside a matter is what the word mostly means. */
async function isMostlyAName(store: QuoteStore, name: string, speakers: readonly Entity[]): Promise<boolean> {
  const [chunks = 0] = await store.phraseCounts([name]);
  return mentionsOf(speakers) >= chunks;
}

const mentionsOf = (speakers: readonly Entity[]): number =>
  speakers.reduce((sum, { mentionCount }) => sum + mentionCount, 0);

/**
 * A query of one word that passages use means its namesakes only where they are what the word mostly means ("Brandt"), not where it
 * is a word like others ("stone"). It is not looked for besides: people's own words seldom hold their name.
 */
async function meantAlone(store: QuoteStore, name: string, named: NamedSpeakers): Promise<NamedSpeakers | null> {
  const [chunks = 0] = /\s/.test(name) ? [] : await store.phraseCounts([name]);
  return mentionsOf(named.speakers) >= chunks ? { ...named, isNameAlone: true } : null;
}

/**
 * Without a verb a person's name says that somebody should speak, and a title of more words than one that few hold ("Port Ansel
 * mayor"): "the mayor" is a matter, too.
 */
function matchesAt({ kind, name }: NamePlace, quoted: QuotedByName): readonly NameMatch[] {
  const matches = quoted.get(name) ?? [];
  if (kind === "SAID") return matches.length > 0 ? matches : matchesOfParts(name, quoted);
  const people = matches.filter(({ entity }) => entity.kind === "PERSON");
  const named = people.filter((match) => isAllNamed(name, match));
  return named.length > 0 || !isLong(name) || people.length > MOST_HOLDERS ? named : people.filter(isHolder);
}

/** Of two words or more, articles and forms of address aside. */
const isLong = (name: string): boolean => bareName(nameWords(name)).length > 1;

const isHolder = ({ how }: NameMatch): boolean => how === "TITLE";
/** A title that more people hold or held names nobody in particular. */
const MOST_HOLDERS = 3;

/** Whether a query says nothing but who somebody is: "mayor Brandt" and not "tunnel Brandt". */
function isAllNamed(query: string, { how, entity, slip }: NameMatch): boolean {
  if (how === "TITLE") return false;
  if (how !== "SURNAME" && how !== "NAME_WITH_TITLE" && how !== "MISSPELT") return true;
  const titles = entity.titles.map(({ title }) => title);
  const known = new Set([entity.name, ...entity.aliases, ...titles].flatMap(knownWords));
  const isKnown = (word: string) => known.has(word) || isTitleWord(word) || isFiller(word);
  return nameWords(query).every((word) => isKnown(word === slip?.written ? slip.meant : word));
}

/** "O'Dowd" is "ODowd", too. */
const knownWords = (name: string): readonly string[] => [...nameWords(name), ...nameWords(withoutApostrophes(name))];

/** "Orlanov and the mayor" are both; where a part means nobody, the others are those who are named, not titled. */
function matchesOfParts(name: string, quoted: QuotedByName): readonly NameMatch[] {
  const each = partsOf(name).map((part) => quoted.get(part) ?? []);
  const all = each.flat();
  return each.every(({ length }) => length > 0) ? all : all.filter(({ how }) => how !== "TITLE");
}

const namesAt = (places: readonly NamePlace[]): readonly string[] => [
  ...new Set(places.flatMap(({ kind, name }) => (kind === "SAID" ? [name, ...partsOf(name)] : [name]))),
];

/** The parts of an enumeration; none where there is nothing to part. */
function partsOf(name: string): readonly string[] {
  const parts = name.split(/,|\band\b/iu).map((part) => part.trim());
  return parts.length < 2 ? [] : parts.filter((part) => part !== "");
}

const quotedByName = (found: readonly FoundName[]): QuotedByName =>
  new Map(
    found.map(({ spoken, matches }) => [spoken.text, matches.filter(({ entity }) => entity.quoteCount > 0)] as const),
  );

/** A word that passages use is no slip, but what the question is about. */
async function misspeltByName(store: QuoteStore, unknown: readonly FoundName[]): Promise<QuotedByName> {
  const found = quotedByName(await forgiveSlips(store, unknown));
  const written = [...new Set([...found.values()].flat().flatMap(({ slip }) => slip?.written ?? []))];
  const chunks = written.length === 0 ? [] : await store.phraseCounts(written);
  const isUsed = new Set(written.filter((_, i) => (chunks[i] ?? 0) > 0));
  return new Map(
    [...found].map(([name, matches]) => [name, matches.filter(({ slip }) => slip && !isUsed.has(slip.written))]),
  );
}
