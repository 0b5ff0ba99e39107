import type { Embedder } from "../inference/embedder.ts";
import type { Tagger } from "../inference/tagger.ts";
import type { ReadableArticle } from "../model/article.ts";
import type { IndexedArticle } from "../store/quote-store.ts";
import { chunkArticle } from "./chunk-article.ts";
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
  const vectors = await embedAll(
    chunks.map(({ text }) => text),
    embedder,
    signal,
  );
  return {
    article,
    quotes,
    entities: entities.map((entity) => linkEntity(entity, article.text)),
    chunks: chunks.map((chunk, i) => ({ chunk, vector: vectors[i] as Float32Array })),
  };
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
