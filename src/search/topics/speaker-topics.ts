import type { Article } from "../../model/article.ts";
import { isNeverSaid, isOwnWords } from "../../model/assertion-label.ts";
import { type Quote, quoteText } from "../../model/quote.ts";
import { rankTopics, type Topic } from "./rank-topics.ts";
import { topicCandidates } from "./topic-candidates.ts";

/** The newest quotes of a speaker that topics are read from: enough to tell them, few enough to read for ten people. */
export const QUOTES_FOR_TOPICS = 200;
/** Candidates whose counts in the whole index are looked up, the most used first. */
const MAX_CANDIDATES = 150;

/** What topics are read from. Whoever asks for those of several people gives sources that ask the store once for all. */
export interface TopicSources {
  /** The newest quotes of a speaker, at most `QUOTES_FOR_TOPICS`. */
  newestQuotes(speakerId: string): Promise<readonly Quote[]>;
  article(id: string): Promise<Article | null>;
  /** In how many chunks a phrase stands. */
  phraseCount(phrase: string): Promise<number>;
  chunkTotal(): Promise<number>;
}

/** What a speaker's own words are about; of what articles tell in words of theirs nothing is read. */
export async function speakerTopics(sources: TopicSources, speakerId: string, most: number): Promise<readonly Topic[]> {
  const texts = await ownWords(sources, speakerId);
  const candidates = [...topicCandidates(texts)]
    .sort((a, b) => b.uses - a.uses || b.stems.length - a.stems.length)
    .slice(0, MAX_CANDIDATES);
  const [counts, chunks] = await Promise.all([
    Promise.all(candidates.map(({ phrase }) => sources.phraseCount(phrase))),
    sources.chunkTotal(),
  ]);
  const counted = candidates.map((candidate, i) => ({ ...candidate, chunks: counts[i] ?? 0 }));
  return rankTopics(counted, { quotes: texts.length, chunks }, most);
}

async function ownWords(sources: TopicSources, speakerId: string): Promise<readonly string[]> {
  const quotes = await sources.newestQuotes(speakerId);
  const own = quotes.filter((quote) => isOwnWords(quote.kind) && !isNeverSaid(quote));
  return Promise.all(
    own.map(async ({ articleId, spans }) => {
      const article = await sources.article(articleId);
      return article ? quoteText(article, spans) : "";
    }),
  );
}
