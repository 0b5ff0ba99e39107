import { setImmediate as nextTurn } from "node:timers/promises";
import { chunkArticle } from "../../src/indexing/chunk-article.ts";
import { type Article, articleId, articleRevision } from "../../src/model/article.ts";
import type { ChunkKind } from "../../src/model/chunk.ts";
import { articleEntityId } from "../../src/model/entity.ts";
import { PLAINLY_SAID, type Quote, quoteId } from "../../src/model/quote.ts";
import { type Span, spanText } from "../../src/model/span.ts";
import type { IndexedArticle, LinkableEntity } from "../../src/store/quote-store.ts";
import { speakerEntity } from "../speaker-entity.ts";
import { type InventedArticle, inventArticles } from "./invented-articles.ts";

/** An invented article with its quotes and speakers, as extraction would give them, but for the vectors. */
export type TakenApart = Pick<IndexedArticle, "article" | "quotes" | "entities"> & {
  readonly chunks: readonly IndexedArticle["chunks"][number]["chunk"][];
};

/** Invented paragraphs are far shorter than the model's window: nothing is to be cut. */
const NOTHING_TO_CUT = {
  maxTokens: 256,
  countTokens: async (texts: readonly string[]) => texts.map(() => 0),
};

/** Invented articles taken apart, with so many chunks of these kinds in all; the same ones for the same seed. */
export async function* takeApartInvented(
  seed: number,
  chunks: number,
  kinds: readonly ChunkKind[] = ["QUOTE", "PARAGRAPH"],
): AsyncGenerator<TakenApart> {
  let left = chunks;
  for (const invented of inventArticles(seed)) {
    if (left === 0) return;
    const whole = await takeApart(invented);
    const cut = whole.chunks.filter(({ kind }) => kinds.includes(kind)).slice(0, left);
    left -= cut.length;
    yield { ...whole, chunks: cut };
    // Else nothing but promises would run for a minute, and Ctrl-C would wait.
    await nextTurn();
  }
}

async function takeApart(invented: InventedArticle): Promise<TakenApart> {
  const { article, offsets } = layOut(invented);
  const entities = speakersOf(article, invented);
  const quotes = quotesOf(article, invented, offsets);
  return { article, quotes, entities, chunks: await chunkArticle(article, quotes, NOTHING_TO_CUT) };
}

function layOut({ title, publisher, url, publishedAt, paragraphs }: InventedArticle) {
  const details = { sourceKey: url, title, publisher, url, publishedAt };
  const text = [title, ...paragraphs.map((paragraph) => paragraph.text)].join("\n\n");
  let end = title.length;
  const spans = paragraphs.map((paragraph): Span => {
    const start = end + 2;
    end = start + paragraph.text.length;
    return { start, end };
  });
  const article: Article = {
    ...details,
    id: articleId(url),
    revision: articleRevision(text, details),
    text,
    titleSpan: { start: 0, end: title.length },
    author: null,
    recording: null,
    paragraphs: spans,
  };
  return { article, offsets: spans.map(({ start }) => start) };
}

function speakersOf({ id }: Article, { paragraphs }: InventedArticle): readonly LinkableEntity[] {
  const names = new Set(paragraphs.flatMap(({ quote }) => (quote ? [quote.speaker] : [])));
  return [...names].map((name) => speakerEntity(id, name));
}

function quotesOf(article: Article, { paragraphs }: InventedArticle, offsets: readonly number[]): readonly Quote[] {
  return paragraphs.flatMap(({ quote }, i): readonly Quote[] => {
    if (!quote) return [];
    const inText = ({ start, end }: Span): Span => ({ start: start + (offsets[i] ?? 0), end: end + (offsets[i] ?? 0) });
    const words = inText(quote.words);
    return [
      {
        id: quoteId(article.id, spanText(article.text, words), 0),
        articleId: article.id,
        kind: "DIRECT",
        spans: [words],
        cue: inText(quote.cue),
        speakerMention: inText(quote.speakerMention),
        speakerId: articleEntityId(article.id, "PERSON", quote.speaker),
        ...PLAINLY_SAID,
        sentence: words,
        confidence: 1,
      },
    ];
  });
}
