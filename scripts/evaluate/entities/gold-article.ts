import { z } from "zod";
import type { Span } from "../../../src/model/span.ts";
import { readGoldLines } from "../gold-lines.ts";

const OFFSET = z.int().nonnegative();

const GOLD_ARTICLE = z.object({
  id: z.string(),
  text: z.string(),
  mentions: z.array(
    z.object({
      cluster: z.coerce.number().int(),
      type: z.string(),
      form: z.enum(["name", "nominal", "pronoun"]),
      start: OFFSET,
      end: OFFSET,
      headStart: OFFSET,
      headEnd: OFFSET,
    }),
  ),
});

/** A mention as people annotated it. Its key word is the last word of a name that is no title. */
export interface GoldMention {
  /** Mentions of one entity share it. */
  readonly cluster: number;
  /** "person", "organization", "place", or another kind of thing. */
  readonly type: string;
  readonly form: "name" | "nominal" | "pronoun";
  /** Where the whole mention starts, with its article and titles. */
  readonly start: number;
  readonly key: Span;
}

export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly GoldMention[];
}

/** Annotated articles by id, one JSON object a line. @throws VerbatimError BAD_INPUT that names the line. */
export function readGold(path: string): ReadonlyMap<string, GoldArticle> {
  const articles = readGoldLines(path, GOLD_ARTICLE, "an article with annotated mentions");
  return new Map(articles.map((article) => [article.id, goldArticle(article)]));
}

function goldArticle({ id, text, mentions }: z.infer<typeof GOLD_ARTICLE>): GoldArticle {
  const withKeys = mentions.map(({ cluster, type, form, start, headStart, headEnd }) => ({
    cluster,
    type,
    form,
    start,
    key: { start: headStart, end: headEnd },
  }));
  return { id, text, mentions: withKeys };
}
