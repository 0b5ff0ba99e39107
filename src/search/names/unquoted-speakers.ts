import type { Entity } from "../../model/entity.ts";
import type { QuoteStore } from "../../store/quote-store.ts";
import type { FoundName } from "./find-by-names.ts";
import { byName, entitiesOf, isByTitle, MOST_HOLDERS, matchesAt } from "./matches-at-place.ts";
import type { NamePlace } from "./name-places.ts";
import type { NamedSpeakers } from "./speakers-asked-for.ts";

/** Those whose words are asked for, and who are quoted nowhere: others may have spoken on behalf of them. */
export async function findUnquotedSpeakers(
  store: QuoteStore,
  places: readonly NamePlace[],
  found: readonly FoundName[],
): Promise<NamedSpeakers | null> {
  const unquoted = byName(found, mayBeUnquoted);
  for (const place of places.filter(({ kind }) => kind === "SAID")) {
    const matches = matchesAt(place, unquoted);
    const speakers = entitiesOf(matches);
    if (speakers.length === 0 || (isByTitle(matches) && speakers.length > MOST_HOLDERS)) continue;
    const isSpokenFor = await areSpokenFor(store, speakers);
    // A body has many voices: its officers' words are no other speaker's.
    if (!isSpokenFor && speakers.some(({ kind }) => kind !== "PERSON")) continue;
    const words = isSpokenFor ? "ON_BEHALF" : "NONE";
    return { speakers, matter: place.matter, place: "SAID", words, slips: [] };
  }
  return null;
}

async function areSpokenFor(store: QuoteStore, speakers: readonly Entity[]): Promise<boolean> {
  const filter = { onBehalfOf: speakers.map(({ id }) => id) };
  const { total } = await store.listQuotes(filter, "NEWEST", { first: 1, after: null });
  return total > 0;
}

/** A place that says nothing stands for those who govern it. */
const mayBeUnquoted = ({ kind, quoteCount }: Entity): boolean => quoteCount === 0 && kind !== "PLACE";
