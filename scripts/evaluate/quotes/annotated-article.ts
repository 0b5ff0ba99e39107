import { z } from "zod";
import type { Span } from "../../../src/model/span.ts";
import { readGoldLines } from "../gold-lines.ts";

export const GOLD_KINDS = ["direct", "mixed", "indirect", "transcript"] as const;

const SPANS = z.array(
  z
    .tuple([z.int().nonnegative(), z.int().nonnegative()])
    .refine(([start, end]) => start <= end, "a span ends before it starts")
    .transform(([start, end]): Span => ({ start, end })),
);

const ANNOTATED_ARTICLE = z.object({
  id: z.string(),
  text: z.string(),
  quotes: z.array(
    z
      .object({
        id: z.string().default(""),
        type: z.enum(GOLD_KINDS),
        content: SPANS,
        cue: SPANS.default([]),
        source: SPANS.default([]),
        speaker: z.string().nullable().default(null),
      })
      .transform(({ type, ...parts }): AttributedQuote => ({ kind: type, ...parts })),
  ),
});

/** A quote by its parts, as people annotated it or as it was found. Spans are UTF-16 offsets into the article's text. */
export interface AttributedQuote {
  /** Of an annotated quote; empty where the annotation gives none. */
  readonly id?: string;
  /** "direct", "mixed", "indirect" or "transcript". */
  readonly kind: string;
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
  /** The canonical name of the speaker; null where it is not told. */
  readonly speaker: string | null;
}

export interface AnnotatedArticle {
  readonly id: string;
  readonly text: string;
  readonly quotes: readonly AttributedQuote[];
}

/** @throws VerbatimError BAD_INPUT that names the line. */
export const readAnnotatedArticles = (path: string): readonly AnnotatedArticle[] =>
  readGoldLines(path, ANNOTATED_ARTICLE, "an article with annotated quotes");
