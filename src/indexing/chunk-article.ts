import type { Article } from "../model/article.ts";
import { type Chunk, type ChunkKind, chunkId } from "../model/chunk.ts";
import { type Quote, quoteText } from "../model/quote.ts";
import { overlaps } from "../model/span.ts";
import { type Passage, passagesOf } from "./passages.ts";
import { splitPassages, type WordPieceCounter } from "./split-passage.ts";

/** The chunks of an article in reading order: its passages, each at most `counter.maxTokens` word pieces long. */
export async function chunkArticle(
  article: Article,
  quotes: readonly Quote[],
  counter: WordPieceCounter,
): Promise<readonly Chunk[]> {
  const pieces = await splitPassages(article.text, passagesOf(article, quotes), counter);
  const quotesById = new Map(quotes.map((quote) => [quote.id, quote]));
  const occurrence = occurrenceCounter();
  return pieces.map((piece) => {
    const { paragraph, spans } = piece;
    const quoteIds = quotesWithWordsIn(piece, quotesById);
    const kind = quoteIds.length > 0 ? "QUOTE" : "PARAGRAPH";
    const text = quoteText(article, spans);
    const id = chunkId(article.id, kind, text, occurrence(kind, text));
    return { id, articleId: article.id, kind, quoteIds, spans, text, paragraph };
  });
}

/** A piece of a passage that was cut may hold the words of some of its quotes only. */
const quotesWithWordsIn = ({ quoteIds, spans }: Passage, quotes: ReadonlyMap<string, Quote>): readonly string[] =>
  quoteIds.filter((id) => quotes.get(id)?.spans.some((span) => spans.some((own) => overlaps(span, own))));

/** How often the same words came before, from 0. */
function occurrenceCounter(): (kind: ChunkKind, words: string) => number {
  const seen = new Map<string, number>();
  return (kind, words) => {
    const key = `${kind} ${words}`;
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return count;
  };
}
