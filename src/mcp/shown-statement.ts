import { z } from "zod";
import { toGlobalId } from "../model/global-id.ts";
import type { Span } from "../model/span.ts";
import { type Statement, speakerName } from "./load-statements.ts";
import { shownWords, WORDING, WordingSchema, wordsAt } from "./quote-wording.ts";
import { capped, MAX_PASSAGE_LENGTH, shownUrl } from "./quoted-material.ts";
import { SourceShape, sourceLine, sourceOf } from "./source.ts";

/** Speakers that were found by nearness alone are right in fewer cases (docs/quotes.md, "What the confidence means"). */
const SURE = 0.7;

/** One statement, or a passage of it, as a model reads it. */
export const StatementShape = {
  id: z.string().describe("Give it to get_context to read around these words."),
  words: z
    .string()
    .describe(
      "The words to the letter; […] stands for what the article puts between them. `wording` says whose they are.",
    ),
  cut: z.literal(true).optional().describe("Present where the quote has more words: get_context has them."),
  wording: WordingSchema,
  speaker: z.string().optional().describe("Who said it, as well as the article tells; absent where it does not."),
  speakerPage: z.string().optional().describe("A page that tells who the speaker is, such as the item at Wikidata."),
  unsure: z
    .literal(true)
    .optional()
    .describe("Present where `speaker` is a guess from what stands near: check with get_context before you name them."),
  ...SourceShape,
} as const;

export type ShownStatement = z.infer<z.ZodObject<typeof StatementShape>>;

/** Which words of a statement to show, and the id that leads to them. */
export interface ShownPassage {
  readonly id: string;
  readonly spans: readonly Span[];
  /** Whether the statement has other words, too. */
  readonly isPart: boolean;
}

export const wholeQuote = ({ quote }: Statement): ShownPassage => ({
  id: toGlobalId("Quote", quote.id),
  spans: quote.spans,
  isPart: false,
});

export function showStatement(statement: Statement, passage: ShownPassage, pageUrl: string): ShownStatement {
  const { quote, article } = statement;
  const { text, isCut } = capped(wordsAt(article, passage.spans), MAX_PASSAGE_LENGTH);
  const speaker = speakerName(statement);
  return {
    id: passage.id,
    words: text,
    ...((passage.isPart || isCut) && { cut: true as const }),
    wording: WORDING[quote.kind],
    ...(speaker !== null && { speaker }),
    ...speakerPageOf(statement),
    ...(speaker !== null && quote.confidence < SURE && { unsure: true as const }),
    ...sourceOf(article, pageUrl),
  };
}

/** Where the authority file gives an address of the speaker. */
function speakerPageOf({ speaker }: Statement): { readonly speakerPage?: string } {
  const page = shownUrl(speaker?.authority?.sameAs[0] ?? null);
  return page === null ? {} : { speakerPage: page };
}

/** `“We came.” — Marta Okoro, in: Title (Publisher, 2024-03-05) https://...`, on two lines. */
export function statementAsText(shown: ShownStatement): string {
  const { words, wording, cut = false, speaker, speakerPage, unsure = false } = shown;
  const page = speakerPage === undefined ? "" : ` <${speakerPage}>`;
  const who = speaker === undefined ? "speaker unknown" : speaker + page + (unsure ? " (unsure)" : "");
  return `${shownWords(words, wording, cut)}\n— ${who}, in: ${sourceLine(shown)}`;
}
