import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Article } from "../../../src/model/article.ts";
import type { Quote } from "../../../src/model/quote.ts";
import { type Span, spanText } from "../../../src/model/span.ts";
import type { IndexedArticle } from "../../../src/store/quote-store.ts";
import type { AnnotatedSpeakers } from "../quotes/annotated-speakers.ts";
import type { ClaimMaterial } from "./make-claims.ts";
import { isInMarks, type SpokenWords, speech } from "./spoken-words.ts";

const SPANS = z.array(z.tuple([z.int().nonnegative(), z.int().nonnegative()]));

const ANNOTATED = z.object({
  id: z.string(),
  quotes: z.array(
    z.object({
      id: z.string().optional(),
      type: z.enum(["direct", "mixed", "indirect", "transcript"]),
      content: SPANS,
      sourceText: z.string(),
      speaker: z.string().optional(),
    }),
  ),
});

type AnnotatedQuote = z.infer<typeof ANNOTATED>["quotes"][number];

/** The quotes that people annotated, by the article's id. Throws a ZodError for lines of another kind. */
export function readAnnotated(path: string): ReadonlyMap<string, readonly AnnotatedQuote[]> {
  const lines = readFileSync(path, "utf8").split("\n");
  const articles = lines.filter((line) => line.trim() !== "").map((line) => ANNOTATED.parse(JSON.parse(line)));
  return new Map(articles.map(({ id, quotes }) => [id, quotes]));
}

/** The same quotes, each by the full name of the one person who said it where careful readers tell it. */
export const withSpeakers = (
  articles: ReadonlyMap<string, readonly AnnotatedQuote[]>,
  known: AnnotatedSpeakers,
): ReadonlyMap<string, readonly AnnotatedQuote[]> =>
  new Map(
    [...articles].map(([id, quotes]) => [
      id,
      quotes.map((quote) => {
        const speaker = known.get(id)?.[quote.id ?? ""];
        const [name, fullName] = speaker?.kind === "person" ? speaker.names : [];
        return { ...quote, speaker: fullName ?? name ?? quote.sourceText };
      }),
    ]),
  );

type Prepared = Pick<IndexedArticle, "article" | "quotes" | "entities">;

/** What rules find in articles, in the form of annotations: for articles that nobody annotated. */
export function asAnnotated({ article, quotes, entities }: Prepared): readonly AnnotatedQuote[] {
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  return quotes.map((quote: Quote) => ({
    type: quote.kind.toLowerCase() as AnnotatedQuote["type"],
    content: quote.spans.map(({ start, end }) => [start, end]),
    sourceText: quote.speakerMention === null ? "" : spanText(article.text, quote.speakerMention),
    ...(quote.speakerId !== null && { speaker: names.get(quote.speakerId) ?? "" }),
  }));
}

/** One article and what is said in it. */
export interface AnnotatedArticle {
  readonly article: Article;
  readonly quotes: readonly AnnotatedQuote[];
}

export const toMaterial = (
  indexed: readonly AnnotatedArticle[],
  heldOut: readonly AnnotatedArticle[],
): ClaimMaterial => ({
  spoken: indexed.flatMap(spokenIn),
  accounts: indexed.flatMap(({ article, quotes }) =>
    quotes.filter(({ type }) => type === "indirect").map((quote) => wordsOf(article, quote)),
  ),
  elsewhere: heldOut.flatMap(spokenIn),
});

const spokenIn = ({ article, quotes }: AnnotatedArticle): readonly SpokenWords[] =>
  quotes
    .filter((quote) => isSpoken(article, quote))
    .map((quote) => ({
      articleId: article.id,
      words: wordsOf(article, quote),
      speaker: quote.speaker ?? quote.sourceText,
    }));

const isSpoken = ({ text }: Article, { type, content }: AnnotatedQuote): boolean =>
  type === "transcript" ||
  (type === "direct" && (isSpeechWithoutMarks(text, content) || isInMarks(text, toSpans(content))));

/** A speech that dashes open, as some reports lay it out, has no marks at all; a headline in a list has no stop. */
const isSpeechWithoutMarks = (text: string, content: AnnotatedQuote["content"]): boolean =>
  content.every(
    ([start, end]) =>
      /(?:^|\n)[-–—]\s*$/.test(text.slice(Math.max(0, start - 4), start)) && /[.!?]\s*$/.test(text.slice(start, end)),
  );

const toSpans = (content: AnnotatedQuote["content"]): readonly Span[] =>
  content.map(([start, end]) => ({ start, end }));

const wordsOf = ({ text }: Article, { content }: AnnotatedQuote): string => speech(text, toSpans(content));
