import type { Entity } from "../../model/entity.ts";
import type { QuoteStore } from "../../store/quote-store.ts";
import { type FoundName, findByNames, findSpelledByNames } from "./find-by-names.ts";
import type { NameMatch } from "./name-match.ts";
import { type NamePlace, namePlaces } from "./name-places.ts";

/** Who a query says should speak. */
export interface NamedSpeakers {
  readonly speakers: readonly Entity[];
  /** What is left of the query: without what names them, and the words that say that they speak. */
  readonly matter: string;
  /** Whether the query is their name and nothing else: then what mentions them is meant as well. */
  readonly isNameAlone: boolean;
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
  const names = namesAt(places);
  const exact = await speakersIn(store, places, quotedByName(names, await findSpelledByNames(store, names)));
  if (exact !== null) return exact;
  const said = places.filter(({ kind }) => kind !== "BESIDE");
  return speakersIn(store, said, await misspeltByName(store, namesAt(said)));
}

async function speakersIn(
  store: QuoteStore,
  places: readonly NamePlace[],
  quoted: QuotedByName,
): Promise<NamedSpeakers | null> {
  for (const place of places) {
    const matches = (await isTopic(store, place, quoted)) ? [] : matchesAt(place, quoted);
    const speakers = new Map(matches.map(({ entity }) => [entity.id, entity]));
    if (speakers.size > 0) {
      return { speakers: [...speakers.values()], matter: place.matter, isNameAlone: place.kind === "ALONE" };
    }
  }
  return null;
}

/** Of a query of one word that passages use ("stone"), a namesake is not all that is meant. */
async function isTopic(store: QuoteStore, { kind, name }: NamePlace, quoted: QuotedByName): Promise<boolean> {
  if (kind !== "ALONE" || /\s/.test(name) || !quoted.has(name)) return false;
  const [chunks = 0] = await store.phraseCounts([name]);
  return chunks > 0;
}

/** Without a verb only a person's name says that somebody should speak: a title is a matter, too. */
function matchesAt({ kind, name }: NamePlace, quoted: QuotedByName): readonly NameMatch[] {
  const matches = quoted.get(name) ?? [];
  if (kind === "SAID") return matches.length > 0 ? matches : matchesOfParts(name, quoted);
  const people = matches.filter(({ entity }) => entity.kind === "PERSON");
  return people.filter(({ how }) => (kind === "ALONE" ? how !== "TITLE" : how === "NAME"));
}

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

const quotedByName = (names: readonly string[], found: readonly FoundName[]): QuotedByName =>
  new Map(
    names.map((name, i) => [name, (found[i]?.matches ?? []).filter(({ entity }) => entity.quoteCount > 0)] as const),
  );

/** A word that passages use is no slip, but what the question is about. */
async function misspeltByName(store: QuoteStore, names: readonly string[]): Promise<QuotedByName> {
  const found = quotedByName(names, await findByNames(store, names));
  const written = [...new Set([...found.values()].flat().flatMap(({ slip }) => slip?.written ?? []))];
  const chunks = written.length === 0 ? [] : await store.phraseCounts(written);
  const isUsed = new Set(written.filter((_, i) => (chunks[i] ?? 0) > 0));
  return new Map(
    [...found].map(([name, matches]) => [name, matches.filter(({ slip }) => slip && !isUsed.has(slip.written))]),
  );
}
