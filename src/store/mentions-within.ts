import type { Chunk } from "../model/chunk.ts";
import { type Quote, speakersOf } from "../model/quote.ts";
import { firstFrom, type Span } from "../model/span.ts";
import type { LinkableEntity } from "./quote-store.ts";

/** A mention and the id of whom or what it means. */
export interface EntityMention {
  readonly start: number;
  readonly entityId: string;
}

export const mentionsInOrder = (
  entities: readonly Pick<LinkableEntity, "id" | "mentions">[],
): readonly EntityMention[] =>
  entities
    .flatMap(({ id, mentions }) => mentions.map(({ start }) => ({ start, entityId: id })))
    .sort((a, b) => a.start - b.start);

/** The ids of all that any of the spans mention, in whatever form: what begins in them. */
export const mentionedWithin = (spans: readonly Span[], mentions: readonly EntityMention[]): ReadonlySet<string> =>
  idsOf(mentionsWithin(spans, mentions));

function mentionsWithin(spans: readonly Span[], mentions: readonly EntityMention[]): readonly EntityMention[] {
  const startOf = (mention: EntityMention) => mention.start;
  return spans.flatMap(({ start, end }) =>
    mentions.slice(firstFrom(mentions, start, startOf), firstFrom(mentions, end, startOf)),
  );
}

const idsOf = (mentions: readonly EntityMention[]): ReadonlySet<string> =>
  new Set(mentions.map(({ entityId }) => entityId));

/** By the id of a quote who speaks, and the words that say so. */
export type Attributions = ReadonlyMap<string, { readonly speakers: readonly string[]; readonly mention: Span | null }>;

export const attributionsByQuote = (quotes: readonly Quote[]): Attributions =>
  new Map(quotes.map((quote) => [quote.id, { speakers: speakersOf(quote), mention: quote.speakerMention }]));

/** The ids of all that a chunk's words mention: whoever only is named as speaking is not spoken of. */
export function mentionedIn(
  { spans, quoteIds }: Pick<Chunk, "spans" | "quoteIds">,
  mentions: readonly EntityMention[],
  attributions: Attributions,
): ReadonlySet<string> {
  const speaking = quoteIds.flatMap((id) => attributions.get(id) ?? []);
  const isAttribution = ({ start, entityId }: EntityMention) =>
    speaking.some(
      ({ speakers, mention }) =>
        mention && mention.start <= start && start < mention.end && speakers.includes(entityId),
    );
  return idsOf(mentionsWithin(spans, mentions).filter((mention) => !isAttribution(mention)));
}

/** The one that begins first comes first; of those that begin together, the shorter one. */
export function inTextOrder<T extends { readonly spans: readonly Span[] }>(items: readonly T[]): readonly T[] {
  const start = ({ spans }: T): number => spans[0]?.start ?? 0;
  const end = ({ spans }: T): number => spans.at(-1)?.end ?? 0;
  return [...items].sort((a, b) => start(a) - start(b) || end(a) - end(b));
}
