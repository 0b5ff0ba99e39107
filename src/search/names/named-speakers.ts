import type { Entity } from "../../model/entity.ts";
import type { QuoteStore } from "../../store/quote-store.ts";
import { type FoundName, findSpelledByNames, forgiveSlips } from "./find-by-names.ts";
import { byName, entitiesOf, isByTitle, isLong, type MeantByName, matchesAt, namesAt } from "./matches-at-place.ts";
import { slipsIn } from "./name-match.ts";
import { type NamePlace, namePlaces } from "./name-places.ts";
import type { NamedSpeakers } from "./speakers-asked-for.ts";
import { findUnquotedSpeakers } from "./unquoted-speakers.ts";

/**
 * Who a query says should speak, by name or title: whoever is quoted, and where their words are asked for also somebody of whom the index
 * has no words; null where it names nobody.
 * @param hasPhrases Whether some of its words must stand in a passage: then a name says who should speak beside a verb only.
 */
export async function findNamedSpeakers(
  store: QuoteStore,
  query: string,
  hasPhrases = false,
): Promise<NamedSpeakers | null> {
  const all = namePlaces(query).filter(({ kind }) => kind === "SAID" || !hasPhrases);
  const found = await findSpelledByNames(store, namesAt(all));
  const places = all.filter((place) => !beginsBody(place, all, found));
  return (
    (await speakersIn(store, places, byName(found, isQuoted))) ??
    (await findUnquotedSpeakers(store, places, found)) ??
    (await misspeltIn(store, places, found))
  );
}

/** "Okkels campaign paving" is about the campaign, and no words of Okkels. */
function beginsBody({ kind, name }: NamePlace, places: readonly NamePlace[], found: readonly FoundName[]): boolean {
  if (kind !== "BESIDE") return false;
  const longer = new Set(places.map((place) => place.name).filter((other) => other.startsWith(`${name} `)));
  return found.some(({ spoken, matches }) => longer.has(spoken.text) && matches.some(({ entity }) => isBody(entity)));
}

const isBody = ({ kind }: Entity): boolean => kind === "ORGANIZATION";

async function misspeltIn(
  store: QuoteStore,
  places: readonly NamePlace[],
  found: readonly FoundName[],
): Promise<NamedSpeakers | null> {
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
  quoted: MeantByName,
): Promise<NamedSpeakers | null> {
  for (const place of places) {
    const matches = matchesAt(place, quoted);
    const speakers = entitiesOf(matches);
    if (speakers.length === 0) continue;
    const { kind, name, matter } = place;
    const named = { speakers, matter, place: kind, words: "OWN", slips: slipsIn(matches) } as const;
    if (kind === "ALONE") return isByTitle(matches) ? named : meantAlone(store, name, named);
    if (kind === "SAID" || isLong(name) || (await isMostlyAName(store, name, speakers))) return named;
  }
  return null;
}

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
  return mentionsOf(named.speakers) >= chunks ? named : null;
}

/** A word that passages use is no slip, but what the question is about. */
async function misspeltByName(store: QuoteStore, unknown: readonly FoundName[]): Promise<MeantByName> {
  const found = byName(await forgiveSlips(store, unknown), isQuoted);
  const written = [...new Set([...found.values()].flat().flatMap(({ slip }) => slip?.written ?? []))];
  const chunks = written.length === 0 ? [] : await store.phraseCounts(written);
  const isUsed = new Set(written.filter((_, i) => (chunks[i] ?? 0) > 0));
  return new Map(
    [...found].map(([name, matches]) => [name, matches.filter(({ slip }) => slip && !isUsed.has(slip.written))]),
  );
}

const isQuoted = ({ quoteCount }: Entity): boolean => quoteCount > 0;
