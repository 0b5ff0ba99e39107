import type { PublicationFilter, ScoredChunk } from "../quote-store.ts";
import { tellingWords, wordsToCount } from "../telling-words.ts";
import { MAX_WINDOW } from "./index-definitions.ts";
import type { Indices } from "./indices.ts";
import { publicationQueries } from "./publication-query.ts";
import { countPhrases, holdsTokens } from "./speaker-statistics.ts";

/**
 * The chunks whose own words are most like a text, by the BM25 of its rarest words; of a text without rare words, by
 * that of its phrases. Equal scores in the order of the ids.
 * @param words The text's words, all of them and in order.
 */
export async function findWordedLike(
  indices: Indices,
  words: readonly string[],
  limit: number,
  filter: PublicationFilter,
): Promise<readonly ScoredChunk[]> {
  if (limit < 1 || words.length === 0) return [];
  const different = wordsToCount(words);
  const counts = await countPhrases(indices, different);
  const telling = tellingWords(
    words,
    different.map((word, i) => ({ word, chunks: counts[i] ?? 0 })),
  );
  const should = [...new Set(telling)].map(holdsTokens);
  const { hits } = await indices.search<unknown>({
    kind: "chunks",
    body: {
      query: { bool: { filter: publicationQueries(filter), should, minimum_should_match: 1 } },
      size: Math.min(limit, MAX_WINDOW),
      sort: [{ _score: "desc" }, { id: "asc" }],
      track_scores: true,
      _source: false,
    },
  });
  return hits.hits.map(({ _id, _score }) => ({ chunkId: _id, score: _score ?? 0 }));
}
