import DataLoader from "dataloader";
import { VerbatimError } from "../errors.ts";
import type { Article } from "../model/article.ts";
import type { Chunk } from "../model/chunk.ts";
import type { Entity } from "../model/entity.ts";
import type { Quote } from "../model/quote.ts";
import { findByNames } from "../search/names/find-by-names.ts";
import type { NameMatch } from "../search/names/name-match.ts";
import type { CoMention, PeriodCount, QuoteStore, TimelineUnit } from "../store/quote-store.ts";

/** The newest quotes of a speaker that topics are read from: enough to tell them, few enough to read for ten people. */
const QUOTES_FOR_TOPICS = 200;

/** What one request has loaded by id. Whatever is asked for at once goes to the store in one call. */
export interface Loaders {
  readonly articles: DataLoader<string, Article | null>;
  readonly quotes: DataLoader<string, Quote | null>;
  readonly entities: DataLoader<string, Entity | null>;
  /** Whom each name may mean. */
  readonly names: DataLoader<string, readonly NameMatch[]>;
  readonly chunks: DataLoader<string, Chunk | null>;
  readonly newestQuotes: DataLoader<string, readonly Quote[]>;
  /** How many chunks there are; asked once a request. */
  readonly chunkTotal: () => Promise<number>;
  readonly phraseCounts: DataLoader<string, number>;
  readonly coMentions: (limit: number) => DataLoader<string, readonly CoMention[]>;
  readonly timelines: (unit: TimelineUnit) => DataLoader<string, readonly PeriodCount[]>;
}

/** One set for each request, so that an answer is of one moment and nothing old outlives it. */
export const createLoaders = (store: QuoteStore): Loaders => ({
  articles: new DataLoader((ids) => store.articles(ids)),
  quotes: new DataLoader((ids) => store.quotes(ids)),
  entities: new DataLoader((ids) => store.entities(ids)),
  names: new DataLoader(async (names) => (await findByNames(store, names)).map(({ matches }) => matches)),
  chunks: new DataLoader((ids) => store.chunks(ids)),
  newestQuotes: new DataLoader((ids) => store.quotesOfSpeakers(ids, QUOTES_FOR_TOPICS)),
  chunkTotal: once(async () => (await store.info()).chunks),
  phraseCounts: new DataLoader((phrases) => store.phraseCounts(phrases)),
  coMentions: loaderFor((limit: number) => new DataLoader((ids) => store.coMentions(ids, limit))),
  timelines: loaderFor((unit: TimelineUnit) => new DataLoader((ids) => store.timelines(ids, unit))),
});

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
