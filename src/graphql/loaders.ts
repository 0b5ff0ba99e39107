import DataLoader from "dataloader";
import { VerbatimError } from "../errors.ts";
import type { Article } from "../model/article.ts";
import type { Chunk } from "../model/chunk.ts";
import type { Correction } from "../model/correction.ts";
import type { Entity } from "../model/entity.ts";
import type { Quote } from "../model/quote.ts";
import { findByNames } from "../search/names/find-by-names.ts";
import type { NameMatch } from "../search/names/name-match.ts";
import { QUOTES_FOR_TOPICS, type TopicSources } from "../search/topics/speaker-topics.ts";
import type { CoMention, PeriodCount, QuoteStore, TimelineUnit } from "../store/quote-store.ts";

/** What one request has loaded by id. Whatever is asked for at once goes to the store in one call. */
export interface Loaders {
  readonly articles: DataLoader<string, Article | null>;
  readonly quotes: DataLoader<string, Quote | null>;
  readonly entities: DataLoader<string, Entity | null>;
  /** Whom each name may mean. */
  readonly names: DataLoader<string, readonly NameMatch[]>;
  readonly chunks: DataLoader<string, Chunk | null>;
  /** What stands of all that was put right in a quote or an entity, the latest first. */
  readonly corrections: DataLoader<string, readonly Correction[]>;
  readonly topicSources: TopicSources;
  readonly coMentions: (limit: number) => DataLoader<string, readonly CoMention[]>;
  readonly timelines: (unit: TimelineUnit) => DataLoader<string, readonly PeriodCount[]>;
}

/** One set for each request, so that an answer is of one moment and nothing old outlives it. */
export function createLoaders(store: QuoteStore): Loaders {
  const articles = new DataLoader((ids: readonly string[]) => store.articles(ids));
  return {
    articles,
    ...parentLoaders(store),
    ...relationLoaders(store),
    topicSources: topicSourcesOf(store, articles),
  };
}

const parentLoaders = (store: QuoteStore) => ({
  quotes: new DataLoader((ids: readonly string[]) => store.quotes(ids)),
  entities: new DataLoader((ids: readonly string[]) => store.entities(ids)),
  names: new DataLoader(async (names: readonly string[]) =>
    (await findByNames(store, names)).map(({ matches }) => matches),
  ),
  chunks: new DataLoader((ids: readonly string[]) => store.chunks(ids)),
  corrections: new DataLoader((ids: readonly string[]) => store.correctionsOf(ids)),
});

const relationLoaders = (store: QuoteStore) => ({
  coMentions: loaderFor((limit: number) => new DataLoader((ids) => store.coMentions(ids, limit))),
  timelines: loaderFor((unit: TimelineUnit) => new DataLoader((ids) => store.timelines(ids, unit))),
});

function topicSourcesOf(store: QuoteStore, articles: Loaders["articles"]): TopicSources {
  const quotes = new DataLoader((ids: readonly string[]) => store.quotesOfSpeakers(ids, QUOTES_FOR_TOPICS));
  const counts = new DataLoader((phrases: readonly string[]) => store.phraseCounts(phrases));
  return {
    newestQuotes: (speakerId) => quotes.load(speakerId),
    article: (id) => articles.load(id),
    phraseCount: (phrase) => counts.load(phrase),
    chunkTotal: once(async () => (await store.info()).chunks),
  };
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | null = null;
  return () => {
    answer ??= ask();
    return answer;
  };
}

/** One loader for each value of an argument, made when it is first asked for. */
function loaderFor<Argument, T>(make: (argument: Argument) => DataLoader<string, T>) {
  const loaders = new Map<Argument, DataLoader<string, T>>();
  return (argument: Argument): DataLoader<string, T> => {
    const loader = loaders.get(argument) ?? make(argument);
    loaders.set(argument, loader);
    return loader;
  };
}

/** The article of a quote or hit at hand. @throws VerbatimError ARTICLE_NOT_FOUND when it was removed meanwhile. */
export async function loadArticle(loaders: Loaders, id: string): Promise<Article> {
  const article = await loaders.articles.load(id);
  if (article !== null) return article;
  throw new VerbatimError(
    "ARTICLE_NOT_FOUND",
    "An article left the index while the answer was put together. Ask again.",
  );
}
