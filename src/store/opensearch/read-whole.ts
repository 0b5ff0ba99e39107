import type { ArticleDocument } from "./documents/article-document.ts";
import type { KeptChunk } from "./documents/chunk-document.ts";
import type { WholeArticle } from "./documents/documents-of-article.ts";
import type { QuoteDocument } from "./documents/quote-document.ts";
import type { Indices } from "./indices.ts";

/** An article as it is kept, with its quotes and chunks in reading order; null where there is none. */
export async function readWhole(indices: Indices, id: string): Promise<WholeArticle | null> {
  const document = (await indices.get<ArticleDocument>("articles", [id])).get(id);
  if (document === undefined) return null;
  const body = { query: { term: { articleId: id } }, sort: [{ ordinal: "asc" }] };
  const quotes = [];
  const chunks = [];
  for await (const { _source } of indices.all<QuoteDocument>("quotes", { ...body, _source: ["quote"] })) {
    quotes.push(_source.quote);
  }
  const parts = ["chunk", "vector", "contextVector", "label", "wording", "sketch", "bands"];
  for await (const { _source } of indices.all<KeptChunk>("chunks", { ...body, _source: parts }, CHUNKS_AT_ONCE)) {
    chunks.push(_source);
  }
  const { article, origin, sample, found, members } = document;
  return { article, origin, sample, found, members, quotes, chunks };
}

/** With their vectors they are some 15 kB each. */
const CHUNKS_AT_ONCE = 500;
