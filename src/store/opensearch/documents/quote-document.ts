import { type Quote, speakersOf } from "../../../model/quote.ts";
import { type EntityMention, mentionedWithin } from "../../mentions-within.ts";
import type { Publication } from "./publication.ts";

/** A quote as it is kept: as its article tells it, and by the entities that those are joined into. */
export interface QuoteDocument {
  readonly quote: Quote;
  /** Ids of entities, the speaker's first, each once. */
  readonly speakers: readonly string[];
  readonly onBehalfOf: string | null;
}

/** How much of an ISO date names a period. */
const PERIODS = { day: 10, month: 7, year: 4 } as const;

export function quoteDocument(
  quote: Quote,
  ordinal: number,
  { publication, mentions, entityOf }: QuoteContext,
): QuoteDocument & Readonly<Record<string, unknown>> {
  const { publishedAt } = publication;
  return {
    quote,
    articleId: quote.articleId,
    ordinal,
    ...publication,
    // Undated ones come last both ways: nothing is before the empty text, and no year begins with a tilde.
    newest: publishedAt ?? "",
    oldest: publishedAt ?? "~",
    ...Object.fromEntries(
      Object.entries(PERIODS).map(([name, length]) => [name, publishedAt?.slice(0, length) ?? null]),
    ),
    confidence: quote.confidence,
    kind: quote.kind,
    assertion: quote.assertion,
    reports: quote.reports,
    speakers: [...new Set(speakersOf(quote).map(entityOf))],
    onBehalfOf: quote.onBehalfOfId === null ? null : entityOf(quote.onBehalfOfId),
    mentions: [...new Set([...mentionedWithin(quote.spans, mentions)].map(entityOf))],
  };
}

/** What of an article its quotes and chunks are kept with. */
export interface QuoteContext {
  readonly publication: Publication;
  readonly mentions: readonly EntityMention[];
  /** The id of the entity that one of the article is joined into. */
  entityOf(memberId: string): string;
}
