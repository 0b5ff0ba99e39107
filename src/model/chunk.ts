import type { Span } from "./span.ts";
import { stableId } from "./stable-id.ts";

export type ChunkKind = "QUOTE" | "PARAGRAPH";

/** The unit of retrieval: words of one paragraph, of a quote or of the narration, that fit the model's window. */
export interface Chunk {
  /** Stable: a hash of the article, the kind, the words and which occurrence they are. */
  readonly id: string;
  readonly articleId: string;
  readonly kind: ChunkKind;
  /** The quote whose words these are; null for a paragraph. */
  readonly quoteId: string | null;
  /** In text order, all within the paragraph. */
  readonly spans: readonly Span[];
  /** The spans' words, joined as `quoteText` joins them. */
  readonly text: string;
  /** Which paragraph of the article, from 0; -1 for the title. */
  readonly paragraph: number;
  /** The words around: the title, the rest of the paragraph and its neighbours. An answer looks at them; search has the chunks themselves. */
  readonly context: string;
}

export const chunkId = (articleId: string, kind: ChunkKind, words: string, occurrence: number): string =>
  stableId("chunk", articleId, kind, words, occurrence);
