import type { Chunk } from "../model/chunk.ts";
import { groupBy } from "../model/group-by.ts";
import type { Hit } from "../model/hit.ts";
import type { QuoteStore } from "../store/quote-store.ts";

/** Chunks nearest to a quote, before its own and the further parts of others are left out: twice the longest page. */
const CANDIDATES = 200;

/**
 * The quotes nearest in meaning to a quote, by the best chunk of each, itself left out; none for an unknown quote.
 * Nearness alone counts: quotes that are like a quote are so by themselves, not by what stands around them.
 */
export async function similarQuotes(store: QuoteStore, quoteId: string, first: number): Promise<readonly Hit[]> {
  const vector = await vectorOf(store, quoteId);
  if (!vector) return [];
  const nearest = await store.nearest(vector, CANDIDATES, { chunkKinds: ["QUOTE"] });
  const chunks = await store.chunks(nearest.map(({ chunkId }) => chunkId));
  const hits = nearest.flatMap(({ score }, i) => {
    const chunk = chunks[i];
    return chunk && !chunk.quoteIds.includes(quoteId) ? [toHit(chunk, score)] : [];
  });
  const bestOfEach = [...groupBy(hits, ({ quoteIds }) => quoteIds[0]).values()].flatMap(([best]) => best ?? []);
  return bestOfEach.slice(0, first);
}

/** That of the quote's beginning, where it is longer than a chunk. */
async function vectorOf(store: QuoteStore, quoteId: string): Promise<Float32Array | null> {
  const [quote] = await store.quotes([quoteId]);
  const [chunks = []] = quote ? await store.chunksOfArticles([quote.articleId]) : [];
  const own = chunks.find((chunk) => chunk.quoteIds.includes(quoteId));
  const [vector = null] = own ? await store.vectors([own.id]) : [];
  return vector;
}

const toHit = (chunk: Chunk, cosine: number): Hit => ({
  chunk,
  quoteIds: chunk.quoteIds,
  score: cosine,
  trace: { base: 0, signals: [{ signal: "DENSE", raw: cosine, normalized: cosine, weight: 1 }], total: cosine },
  highlights: [],
  alsoIn: [],
});
