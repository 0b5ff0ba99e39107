import type { Span } from "./span.ts";
import { stableId } from "./stable-id.ts";

export type ChunkKind = "QUOTE" | "PARAGRAPH";

/**
 * The unit of retrieval, a passage that can be read by itself: the sentences in which something is said, with who says it; a
 * turn of a transcript; or the sentences of a paragraph in which nobody says anything. It is at most as long as the model's window.
 */
export interface Chunk {
  /** Stable: a hash of the article, the kind, the words and which occurrence they are. */
  readonly id: string;
  readonly articleId: string;
  /** QUOTE where anything is said in it. */
  readonly kind: ChunkKind;
  /** The quotes that have words in it, in text order; none in a paragraph. */
  readonly quoteIds: readonly string[];
  /** In text order, all within the paragraph. */
  readonly spans: readonly Span[];
  /** The spans' words, joined as `quoteText` joins them. */
  readonly text: string;
  /** Which paragraph of the article, from 0; -1 for the title. */
  readonly paragraph: number;
}

export const chunkId = (articleId: string, kind: ChunkKind, words: string, occurrence: number): string =>
  stableId("chunk", articleId, kind, words, occurrence);
