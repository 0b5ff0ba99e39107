import type { ChunkFilter, QuoteStore } from "../store/quote-store.ts";

/** The ids that each speaker of a filter, given by id or by name, stands for. */
type SpeakerIds = ReadonlyMap<string, readonly string[]>;

/**
 * The same filter with every speaker an id: a known id becomes that of the entity it was joined into, a name the ids
 * of all who bear it, and what is neither is left out, so that a list of unknown speakers matches nothing.
 * One store call for all ids, and one for each name.
 */
export async function resolveSpeakers<F extends ChunkFilter>(store: QuoteStore, filter: F): Promise<F> {
  const speakers = [...new Set(speakersIn(filter))];
  if (speakers.length === 0) return filter;
  const byId = await store.entities(speakers);
  const ids = await Promise.all(
    speakers.map(async (speaker, i) => {
      const entity = byId[i];
      const found = entity ? [entity] : await store.entitiesNamed(speaker);
      return [speaker, found.map(({ id }) => id)] as const;
    }),
  );
  return withSpeakers(filter, new Map(ids));
}

const speakersIn = ({ speakers = [], and = [], or = [], not }: ChunkFilter): readonly string[] => [
  ...speakers,
  ...[...and, ...or, ...(not ? [not] : [])].flatMap(speakersIn),
];

function withSpeakers<F extends ChunkFilter>(filter: F, ids: SpeakerIds): F {
  const { speakers, and, or, not } = filter;
  return {
    ...filter,
    ...(speakers && { speakers: [...new Set(speakers.flatMap((speaker) => ids.get(speaker) ?? []))] }),
    ...(and && { and: and.map((part) => withSpeakers(part, ids)) }),
    ...(or && { or: or.map((part) => withSpeakers(part, ids)) }),
    ...(not && { not: withSpeakers(not, ids) }),
  };
}
