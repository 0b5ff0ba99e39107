import { foldName } from "../../../model/fold-name.ts";
import type { Quote } from "../../../model/quote.ts";
import { attributionsByQuote, mentionsInOrder } from "../../mentions-within.ts";
import type { WriteOperation } from "../writing/write-operation.ts";
import { type ArticleContent, articleDocument } from "./article-document.ts";
import { type ChunkContext, chunkDocuments, type KeptChunk } from "./chunk-document.ts";
import { quoteDocument } from "./quote-document.ts";

/** All that is kept of an article: its quotes and chunks in reading order. */
export interface WholeArticle extends Omit<ArticleContent, "quoteIds" | "chunkIds"> {
  readonly quotes: readonly Quote[];
  readonly chunks: readonly KeptChunk[];
}

/** Writes an article with its quotes and chunks, by the entities that its members are joined into. */
export function operationsOf(whole: WholeArticle): readonly WriteOperation[] {
  const { article, quotes, chunks } = whole;
  const context = contextOf(whole);
  const quoteIds = quotes.map(({ id }) => id);
  const chunkIds = chunks.map(({ chunk }) => chunk.id);
  const routing = article.id;
  return [
    { kind: "articles", id: article.id, document: articleDocument({ ...contentOf(whole), quoteIds, chunkIds }) },
    ...quotes.map(
      (quote, i): WriteOperation => ({
        kind: "quotes",
        id: quote.id,
        routing,
        document: quoteDocument(quote, i, context),
      }),
    ),
    ...chunkDocuments(chunks, context).map(
      (document): WriteOperation => ({
        kind: "chunks",
        id: document.chunk.id,
        routing,
        document,
      }),
    ),
  ];
}

const contentOf = ({ article, origin, sample, found, members }: WholeArticle) => ({
  ...{ article, origin, sample, found, members },
});

function contextOf({ article, members, quotes }: WholeArticle): ChunkContext {
  const byId = new Map(members.map((member) => [member.id, member]));
  return {
    title: article.title,
    publisher: article.publisher,
    publication: {
      publisherFolded: article.publisher === null ? null : foldName(article.publisher),
      publishedAt: article.publishedAt,
    },
    mentions: mentionsInOrder(members),
    attributions: attributionsByQuote(quotes),
    quotes: new Map(quotes.map((quote) => [quote.id, quote])),
    isPlace: (id) => byId.get(id)?.kind === "PLACE",
    entityOf: (id) => {
      const member = byId.get(id);
      if (member === undefined) throw new Error(`${id} speaks or is spoken of, and is no entity of its article.`);
      return member.entityId;
    },
  };
}
