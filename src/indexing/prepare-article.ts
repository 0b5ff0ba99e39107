import type { Embedder } from "../inference/embedder.ts";
import type { Tagger } from "../inference/tagger.ts";
import type { Article, ReadableArticle } from "../model/article.ts";
import type { Chunk } from "../model/chunk.ts";
import type { Quote } from "../model/quote.ts";
import type { IndexedArticle } from "../store/quote-store.ts";
import { chunkArticle } from "./chunk-article.ts";
import { contextVectors } from "./context-vectors.ts";
import { extractTagged } from "./extract-tagged.ts";
import { linkEntity } from "./link-entity.ts";

/** The models that read an article. */
export interface ArticleModels {
  readonly embedder: Embedder;
  /** Null or absent: the rules carry the extraction alone. */
  readonly tagger?: Tagger | null;
}

/** Texts a request to the model: a second of work, which is how long stopping may wait. */
const TEXTS_PER_REQUEST = 128;

/**
 * Everything that is kept of an article: quotes, entities, chunks and their vectors.
 * @throws the signal's reason when it is aborted.
 */
export async function prepareArticle(
  article: ReadableArticle,
  { embedder, tagger = null }: ArticleModels,
  signal: AbortSignal,
): Promise<Pick<IndexedArticle, "article" | "quotes" | "entities" | "chunks">> {
  const { quotes, entities } = await extractTagged(article, tagger);
  const chunks = await chunkArticle(article, quotes, embedder);
  return {
    article,
    quotes,
    entities: entities.map((entity) => linkEntity(entity, article.text)),
    chunks: await embedChunks(article, { chunks, quotes }, embedder, signal),
  };
}

/** Embeds an article's chunks, each by itself, and puts each into its context. */
export async function embedChunks(
  { title }: Article,
  { chunks, quotes }: { readonly chunks: readonly Chunk[]; readonly quotes: readonly Quote[] },
  embedder: Embedder,
  signal: AbortSignal,
): Promise<IndexedArticle["chunks"]> {
  const texts = [title ?? "", ...chunks.map(({ text }) => text)];
  const [titleVector, ...vectors] = await embedAll(texts, embedder, signal);
  const turns = new Set(quotes.filter(({ kind }) => kind === "TRANSCRIPT").map(({ id }) => id));
  const embedded = chunks.map((chunk, i) => ({
    chunk,
    vector: vectors[i] as Float32Array,
    isTurn: chunk.quoteIds.some((id) => turns.has(id)),
  }));
  const inContext = contextVectors(embedded, title === null ? null : (titleVector ?? null));
  return embedded.map(({ chunk, vector }, i) => ({ chunk, vector, contextVector: inContext[i] as Float32Array }));
}

async function embedAll(
  texts: readonly string[],
  embedder: Embedder,
  signal: AbortSignal,
): Promise<readonly Float32Array[]> {
  const vectors: Float32Array[] = [];
  for (let start = 0; start < texts.length; start += TEXTS_PER_REQUEST) {
    signal.throwIfAborted();
    vectors.push(...(await embedder.embed(texts.slice(start, start + TEXTS_PER_REQUEST))));
  }
  return vectors;
}
