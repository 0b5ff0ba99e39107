import type { ArticleTags } from "../model/article-tags.ts";
import type { Span } from "../model/span.ts";

/** Labels an article's words, on this machine. The port; `process-tagger.ts` is its adapter. */
export interface Tagger {
  /** The name of the model. */
  readonly model: string;
  /** @param blocks The title and the paragraphs, in text order. Spans of the answer are offsets into `text`. */
  tag(text: string, blocks: readonly Span[]): Promise<ArticleTags>;
  close(): Promise<void>;
}
