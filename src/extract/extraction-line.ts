import type { ArticleEntity, EntityKind } from "../model/entity.ts";
import type { Quote } from "../model/quote.ts";
import type { Span } from "../model/span.ts";
import type { Extraction } from "./extract-article.ts";

/** Offsets into the article's text, in UTF-16 code units, end exclusive. */
type Offsets = readonly [start: number, end: number];

/** What `npm run extract` prints of an article: one line of JSON. */
export interface ExtractionLine {
  readonly id: string;
  readonly quotes: readonly QuoteLine[];
  readonly people: readonly EntityLine[];
  readonly organizations: readonly EntityLine[];
  readonly places: readonly EntityLine[];
}

interface QuoteLine {
  readonly kind: string;
  readonly content: readonly Offsets[];
  /** The words that name the speaker of this quote; none where the text names nobody. */
  readonly source: readonly Offsets[];
  readonly cue: readonly Offsets[];
  /** The canonical name of the speaker; null where the text does not decide. */
  readonly speaker: string | null;
  /** The canonical names of all who said it together, the speaker first; empty where there is none. */
  readonly speakers: readonly string[];
  /** The canonical name of the person or body for whom the speaker speaks. */
  readonly onBehalfOf: string | null;
  readonly assertion: string;
  readonly reports: string;
  /** The sentence that the words stand in, with the verb that governs them. */
  readonly sentence: Offsets;
  readonly confidence: number;
}

interface EntityLine {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly titles: readonly string[];
  readonly mentions: readonly Offsets[];
}

/** @param id The article's id as it was given, or its source key. */
export function extractionLine(id: string, { quotes, entities }: Extraction): ExtractionLine {
  const names = new Map(entities.map((entity) => [entity.id, entity.name]));
  const ofKind = (kind: EntityKind) => entities.filter((entity) => entity.kind === kind).map(entityLine);
  return {
    id,
    quotes: quotes.map((quote) => quoteLine(quote, names)),
    people: ofKind("PERSON"),
    organizations: ofKind("ORGANIZATION"),
    places: ofKind("PLACE"),
  };
}

const quoteLine = (quote: Quote, names: ReadonlyMap<string, string>): QuoteLine => ({
  kind: quote.kind.toLowerCase(),
  content: quote.spans.map(offsets),
  source: optional(quote.speakerMention),
  cue: optional(quote.cue),
  speaker: nameOf(quote.speakerId, names),
  speakers: [quote.speakerId, ...quote.coSpeakerIds].flatMap((id) => nameOf(id, names) ?? []),
  onBehalfOf: nameOf(quote.onBehalfOfId, names),
  assertion: quote.assertion.toLowerCase(),
  reports: quote.reports.toLowerCase(),
  sentence: offsets(quote.sentence),
  confidence: quote.confidence,
});

const nameOf = (id: string | null, names: ReadonlyMap<string, string>): string | null =>
  id === null ? null : (names.get(id) ?? null);

const entityLine = ({ name, aliases, titles, mentions }: ArticleEntity): EntityLine => ({
  name,
  aliases,
  titles,
  mentions: mentions.map(offsets),
});

const offsets = ({ start, end }: Span): Offsets => [start, end];

const optional = (span: Span | null): readonly Offsets[] => (span === null ? [] : [offsets(span)]);
