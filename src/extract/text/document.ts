import { articleBlocks, type ReadableArticle } from "../../model/article.ts";
import type { Span } from "../../model/span.ts";
import type { Turn } from "../../model/turn.ts";
import { inHeadlineCase } from "./headline-case.ts";
import { mendTags } from "./mend-tags.ts";
import { tagPartsOfSpeech } from "./tag-parts-of-speech.ts";
import type { Token } from "./token.ts";
import { tokenize } from "./tokenize.ts";

/** The title or one paragraph, read into tokens. */
export interface Block extends Span {
  readonly isTitle: boolean;
  /** Place among the document's blocks. */
  readonly index: number;
  readonly tokens: readonly Token[];
  /** For each token whether its sentence is written in the way of a headline. */
  readonly inHeadline: readonly boolean[];
}

/** An article as the readers of this room see it. */
export interface Document {
  readonly articleId: string;
  readonly text: string;
  /** The title first, where it stands in the text, then the paragraphs. */
  readonly blocks: readonly Block[];
  /** What the format says of who speaks. */
  readonly turns: readonly Turn[];
}

export function readDocument(article: ReadableArticle): Document {
  const { text, titleSpan } = article;
  const blocks = articleBlocks(article).map((span, index) => {
    const isTitle = span === titleSpan;
    const tokens = tagPartsOfSpeech(tokenize(text, span));
    const inHeadline = inHeadlineCase(tokens, isTitle);
    return { start: span.start, end: span.end, isTitle, index, tokens: mendTags(tokens, inHeadline), inHeadline };
  });
  return { articleId: article.id, text, blocks, turns: article.turns };
}
