import { isNeverSaid, isOwnWords } from "../../model/assertion-label.ts";
import { quoteText } from "../../model/quote.ts";
import { rankTopics, type Topic } from "../../search/topics/rank-topics.ts";
import { topicCandidates } from "../../search/topics/topic-candidates.ts";
import type { GraphqlContext } from "../graphql-context.ts";

/** Candidates whose counts in the whole index are looked up, the most used first. */
const MAX_CANDIDATES = 150;

/** What a speaker's own words are about; of what articles tell in words of theirs nothing is read. */
export async function speakerTopics(
  { loaders }: GraphqlContext,
  speakerId: string,
  most: number,
): Promise<readonly Topic[]> {
  const quotes = (await loaders.newestQuotes.load(speakerId)).filter(
    (quote) => isOwnWords(quote.kind) && !isNeverSaid(quote),
  );
  const texts = await Promise.all(
    quotes.map(async ({ articleId, spans }) => {
      const article = await loaders.articles.load(articleId);
      return article ? quoteText(article, spans) : "";
    }),
  );
  const candidates = [...topicCandidates(texts)]
    .sort((a, b) => b.uses - a.uses || b.stems.length - a.stems.length)
    .slice(0, MAX_CANDIDATES);
  const [counts, chunks] = await Promise.all([
    Promise.all(candidates.map(({ phrase }) => loaders.phraseCounts.load(phrase))),
    loaders.chunkTotal(),
  ]);
  const counted = candidates.map((candidate, i) => ({ ...candidate, chunks: counts[i] ?? 0 }));
  return rankTopics(counted, { quotes: texts.length, chunks }, most);
}
