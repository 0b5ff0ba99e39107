import {
  type Correction,
  type CorrectionChange,
  inOrderOfTime,
  type NamedIn,
  type QuoteChange,
} from "../../model/correction.ts";
import { foldName } from "../../model/fold-name.ts";
import { speakersOf } from "../../model/quote.ts";
import type { LinkableEntity } from "../quote-store.ts";
import type { ArticleReading } from "./article-reading.ts";
import { findCorrected } from "./find-corrected.ts";
import { splitGroupId } from "./groups-by-hand.ts";
import { withoutSpeaker, withSpeaker } from "./put-right-speaker.ts";

export interface CorrectedReading {
  readonly reading: ArticleReading;
  /** By the id of a correction that of the quote which it is about now. */
  readonly quoteIds: ReadonlyMap<string, string>;
}

/**
 * A reading of an article with all that stands put right in it, the earlier before the later. A pure function of what was found and of
 * the corrections: it gives the same whichever of them came first into the index.
 */
export function correctArticle(found: ArticleReading, corrections: readonly Correction[]): CorrectedReading {
  const inOrder = corrections.filter(({ undone }) => undone === null).sort(inOrderOfTime);
  const quoteIds = new Map<string, string>();
  let reading = found;
  for (const { change } of inOrder) if (change.kind === "SPLIT") reading = withSplit(reading, change);
  for (const { id, change } of inOrder) {
    if (!isOfQuote(change) || change.words.articleId !== found.article.id) continue;
    const about = findCorrected(found.article, found.quotes, change.words);
    if (about === null) continue;
    quoteIds.set(id, about.id);
    reading = withQuoteChange(reading, about.id, change);
  }
  return { reading: withoutStrays(reading, found), quoteIds };
}

/** Whoever was put in by hand, and whom no quote is said by or for any more, as a later correction has it. */
function withoutStrays(reading: ArticleReading, found: ArticleReading): ArticleReading {
  const own = new Set(found.entities.map(({ id }) => id));
  const speaking = new Set(reading.quotes.flatMap((quote) => [...speakersOf(quote), quote.onBehalfOfId]));
  const entities = reading.entities.filter(({ id }) => own.has(id) || speaking.has(id));
  return entities.length === reading.entities.length ? reading : { ...reading, entities };
}

const isOfQuote = (change: CorrectionChange): change is QuoteChange => "words" in change;

function withQuoteChange(reading: ArticleReading, quoteId: string, change: QuoteChange): ArticleReading {
  switch (change.kind) {
    case "SPEAKER":
      return withSpeaker(reading, quoteId, change.speaker);
    case "NOBODY":
      return withoutSpeaker(reading, quoteId);
    case "ASSERTION":
      return {
        ...reading,
        quotes: reading.quotes.map((quote) =>
          quote.id === quoteId ? { ...quote, assertion: change.assertion } : quote,
        ),
      };
    case "HIDDEN":
      return withoutQuote(reading, quoteId);
  }
}

/** The words stay in their passage, which is the article's own text where nothing else is said in it. */
function withoutQuote(reading: ArticleReading, quoteId: string): ArticleReading {
  return {
    ...reading,
    quotes: reading.quotes.filter(({ id }) => id !== quoteId),
    chunks: reading.chunks.map((chunk) => {
      if (!chunk.quoteIds.includes(quoteId)) return chunk;
      const quoteIds = chunk.quoteIds.filter((id) => id !== quoteId);
      return { ...chunk, quoteIds, kind: quoteIds.length === 0 ? "PARAGRAPH" : chunk.kind };
    }),
  };
}

function withSplit(reading: ArticleReading, change: CorrectionChange & { readonly kind: "SPLIT" }): ArticleReading {
  const isMeant = ({ kind, name }: LinkableEntity) =>
    kind === "PERSON" && change.named.some((named) => isNamed(named, reading.article.id, name));
  return {
    ...reading,
    entities: reading.entities.map((entity) =>
      isMeant(entity) ? { ...entity, groupId: splitGroupId(change.into.id, entity.linkKey !== null) } : entity,
    ),
  };
}

const isNamed = (named: NamedIn, articleId: string, name: string): boolean =>
  named.articleId === articleId && foldName(named.name) === foldName(name);
