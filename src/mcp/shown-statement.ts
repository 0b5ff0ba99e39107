import { z } from "zod";
import type { Article } from "../model/article.ts";
import { assertionLabel } from "../model/assertion-label.ts";
import { attributionWords } from "../model/attribution.ts";
import { describeCorrection } from "../model/describe-correction.ts";
import { toGlobalId } from "../model/global-id.ts";
import type { Quote } from "../model/quote.ts";
import { shownSpans } from "../model/shown-spans.ts";
import { contains, type Span } from "../model/span.ts";
import type { Statement } from "../search/load-statements.ts";
import { attributionOf } from "./attribution-of.ts";
import { shownWords, WordingSchema, wordingOf, wordsAt } from "./quote-wording.ts";
import { cappedAround, MAX_PASSAGE_LENGTH, oneLine, shownUrl } from "./quoted-material.ts";
import { SourceShape, sourceLine, sourceOf } from "./source.ts";

/** What is not simply said, as a model reads it; what goes without saying is absent. */
export const ToldShape = {
  told: z
    .string()
    .optional()
    .describe(
      "Present where it was not simply said: `denies`, `refuses`, `asks`, `hypothetical, not said`, `denied that it was said`, or `attitude, said or not`. Never report the words without it.",
    ),
  speaker: z.string().optional().describe("Who said it, as well as the article tells; absent where it does not."),
  onBehalfOf: z
    .string()
    .optional()
    .describe("For whom the speaker, named or not, speaks: the words are the speaker's, not this one's."),
  unsure: z
    .literal(true)
    .optional()
    .describe("Present where `speaker` is likely rather than sure: say “perhaps”, and check with get_context."),
  corrected: z
    .string()
    .optional()
    .describe("Present where an editor put this right: when, by whom, what it was before. The correction counts."),
} as const;

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
  ...ToldShape,
  speakerPage: z
    .string()
    .optional()
    .describe("A page that tells who the one speaker is, such as the item at Wikidata."),
  ...SourceShape,
} as const;

export type ShownStatement = z.infer<z.ZodObject<typeof StatementShape>>;
export type Told = z.infer<z.ZodObject<typeof ToldShape>>;

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
  const { text, isCut } = wordsOf(statement, passage.spans, MAX_PASSAGE_LENGTH);
  return {
    id: passage.id,
    words: text,
    ...((passage.isPart || isCut) && { cut: true as const }),
    wording: wordingOf(statement.quote),
    ...showTold(statement),
    ...speakerPageOf(statement),
    ...sourceOf(statement.article, pageUrl, passage.spans),
  };
}

/** The words at some spans of a statement, in their sentence where they must not stand alone: cut, but never without its verb. */
export function wordsOf({ quote, article }: Statement, spans: readonly Span[], maxLength: number) {
  const shown = shownSpans(quote, spans);
  return cappedAround(wordsAt(article, shown), verbIn(article, shown, quote), maxLength);
}

/** Where the verb that governs a statement, or else who says it, stands among the words that are shown; nowhere is at their beginning. */
function verbIn(article: Article, shown: readonly Span[], { cue, speakerMention }: Quote): Span {
  const verb = cue ?? speakerMention;
  const place = verb === null ? -1 : shown.findIndex((span) => contains(span, verb));
  const holder = shown[place];
  if (!verb || !holder) return { start: 0, end: 0 };
  const end = wordsAt(article, shown.slice(0, place + 1)).length - (holder.end - verb.end);
  return { start: end - (verb.end - verb.start), end };
}

/** How a statement is told, and by whom. */
export function showTold(statement: Statement): Told {
  const told = assertionLabel(statement.quote);
  const { correction } = statement;
  const { who, isUnsure, onBehalfOf } = attributionOf(statement);
  return {
    ...(told !== null && { told }),
    ...(who !== null && { speaker: who }),
    ...(onBehalfOf !== null && { onBehalfOf }),
    ...(isUnsure && { unsure: true as const }),
    ...(correction !== null && { corrected: oneLine(describeCorrection(correction), MAX_PASSAGE_LENGTH) }),
  };
}

/** Where the authority file gives an address of the speaker; of several who speak together none, since it would pass for all. */
function speakerPageOf({ speakers }: Statement): { readonly speakerPage?: string } {
  const [speaker, ...others] = speakers;
  const page = others.length > 0 ? null : shownUrl(speaker?.authority?.sameAs[0] ?? null);
  return page === null ? {} : { speakerPage: page };
}

/** `“We came.” — Marta Okoro, in: Title (Publisher, 2024-03-05) https://...`, on two lines. */
export function statementAsText(shown: ShownStatement): string {
  const { speaker, speakerPage } = shown;
  const linked = speakerPage === undefined ? shown : { ...shown, speaker: `${speaker} <${speakerPage}>` };
  return `${toldWords(shown)}\n— ${speakerWords(linked)}, in: ${sourceLine(shown)}`;
}

/** `denies: She denied that she knew.` */
export const toldWords = ({ told, words, wording, cut }: Pick<ShownStatement, "told" | "words" | "wording" | "cut">) =>
  (told === undefined ? "" : `${told}: `) + shownWords(words, wording, cut === true);

/** `perhaps Marta Okoro`, `a spokesman, for Marta Okoro`, `speaker unknown`; with what an editor put right. */
export function speakerWords({ speaker, onBehalfOf, unsure, corrected }: Told): string {
  const attribution = { who: speaker ?? null, isUnsure: unsure === true, onBehalfOf: onBehalfOf ?? null };
  const who = attributionWords(attribution) ?? "speaker unknown";
  return corrected === undefined ? who : `${who} [${corrected}]`;
}
