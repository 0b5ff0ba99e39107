import { readFileSync } from "node:fs";
import { z } from "zod";
import { VerbatimError } from "../../../src/errors.ts";
import type { Span } from "../../../src/model/span.ts";

const OFFSET = z.int().nonnegative();

const GOLD_ARTICLE = z.object({
  id: z.string(),
  text: z.string(),
  mentions: z.array(
    z.object({
      cluster: z.int(),
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
  readonly key: Span;
}

export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly GoldMention[];
}

/** Annotated articles by id, one JSON object a line. @throws VerbatimError BAD_INPUT that names the line. */
export function readGold(path: string): ReadonlyMap<string, GoldArticle> {
  const lines = readFileSync(path, "utf8").split("\n");
  const articles = lines.flatMap((line, i) => (line.trim() === "" ? [] : [goldArticle(line, `${path} line ${i + 1}`)]));
  return new Map(articles.map((article) => [article.id, article]));
}

function goldArticle(line: string, where: string): GoldArticle {
  const { data, error } = GOLD_ARTICLE.safeParse(parseJson(line, where));
  if (data === undefined) throw notGold(where, z.prettifyError(error));
  const mentions = data.mentions.map(({ cluster, type, form, headStart, headEnd }) => ({
    cluster,
    type,
    form,
    key: { start: headStart, end: headEnd },
  }));
  return { id: data.id, text: data.text, mentions };
}

function parseJson(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw notGold(where, error instanceof Error ? error.message : String(error));
  }
}

const notGold = (where: string, reason: string): VerbatimError =>
  new VerbatimError("BAD_INPUT", `${where} is not an article with annotated mentions: ${reason}`);
