import type { Article } from "../model/article.ts";
import { assertionLabel } from "../model/assertion-label.ts";
import { attributionWords, namesInWords } from "../model/attribution.ts";
import type { Chunk } from "../model/chunk.ts";
import { describeCorrection } from "../model/describe-correction.ts";
import { toGlobalId } from "../model/global-id.ts";
import { isSureOfSpeaker, quoteText } from "../model/quote.ts";
import { needsSentence, shownSpans } from "../model/shown-spans.ts";
import { type Span, spanText } from "../model/span.ts";
import { textFragmentUrl } from "../model/text-fragment.ts";
import { textSelectors } from "../model/text-selector.ts";
import type { Statement } from "../search/load-statements.ts";
import { articlePage, quoteLink } from "./page-links.ts";

/** The columns of an export, in order, each with what it holds. */
export const COLUMNS = {
  id: "the quote's id, for node(id:) in GraphQL; a passage's where nobody is quoted in it",
  text: "the words to the letter, parts over paragraphs joined by a blank line",
  kind: "DIRECT, MIXED, INDIRECT, TRANSCRIPT, or PARAGRAPH for an article's own words",
  shown:
    "the words as they can be printed: in their sentence where they must not stand alone, with … where the article interrupts them",
  told: "what must not be left out: denies, refuses, asks, denied that it was said; empty where it was simply said",
  assertion: "ASSERTED, DENIED, REFUSED, HYPOTHETICAL or ASKED",
  speaker: "the names of all who said it",
  speakerMention: "the article's words for the speaker",
  isSpeakerSure: "whether the speaker is sure rather than likely",
  onBehalfOf: "for whom the speaker speaks",
  correction: "what an editor put right in it, when, and what it was before; empty where it is told as it was found",
  sentence: "the sentence that the words stand in",
  title: "the article's headline",
  publisher: "who published it",
  author: "who wrote it",
  publishedAt: "when, ISO 8601 in UTC",
  url: "the article's address, opened at the words",
  link: "the page here, opened at a quote's words",
  start: "where the words begin in the article's text, in UTF-16 code units",
  end: "where they end",
} as const;

export type QuoteRow = Readonly<Record<keyof typeof COLUMNS, string | number | boolean | null>> & {
  readonly text: string;
  readonly shown: string;
  readonly told: string | null;
  readonly title: string | null;
};

/** @param pageUrl Where the reading page is, without a slash at its end. */
export function statementRow(
  { quote, article, speakers, onBehalfOf, correction }: Statement,
  pageUrl: string,
): QuoteRow {
  const speaker = namesInWords(speakers.map(({ name }) => name));
  const id = toGlobalId("Quote", quote.id);
  return {
    ...{ id, text: quoteText(article, quote.spans), shown: shownWords({ quote, article }) },
    ...{ kind: quote.kind, told: assertionLabel(quote), assertion: quote.assertion },
    ...{ speaker, speakerMention: quote.speakerMention && spanText(article.text, quote.speakerMention) },
    isSpeakerSure: speaker === null ? null : isSureOfSpeaker(quote),
    onBehalfOf: onBehalfOf?.name ?? null,
    correction: correction && describeCorrection(correction),
    sentence: spanText(article.text, quote.sentence),
    ...articleColumns(article, quote.spans),
    link: quoteLink(pageUrl, article.id, quote.id),
  };
}

/** Between parts of a quote that the article interrupts. */
const INTERRUPTION = " … ";

/** A quote's words as they can be printed. */
export const shownWords = ({ quote, article }: Pick<Statement, "quote" | "article">): string =>
  quoteText(article, shownSpans(quote, quote.spans), INTERRUPTION);

/** A passage in which nobody says anything. */
export const passageRow = (article: Article, chunk: Chunk, pageUrl: string): QuoteRow => ({
  ...{ id: toGlobalId("SearchHit", chunk.id), text: chunk.text, shown: chunk.text, kind: "PARAGRAPH" },
  ...{
    told: null,
    assertion: null,
    speaker: null,
    speakerMention: null,
    isSpeakerSure: null,
    onBehalfOf: null,
    correction: null,
    sentence: null,
  },
  ...articleColumns(article, chunk.spans),
  link: articlePage(pageUrl, article.id),
});

function articleColumns({ title, publisher, author, publishedAt, url, text }: Article, spans: readonly Span[]) {
  return {
    ...{ title, publisher, author, publishedAt },
    url: url && textFragmentUrl(url, textSelectors(text, spans)),
    ...{ start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 },
  };
}

/** Who said it, as sure as that is, and with what must not be left out: `perhaps Lena Marsh (denies)`; null where nobody is known. */
export function whoOf({ speaker, isSpeakerSure, speakerMention, onBehalfOf, told }: QuoteRow): string | null {
  const who = attributionWords({
    who: textOf(speaker ?? speakerMention),
    isUnsure: isSpeakerSure === false,
    onBehalfOf: textOf(onBehalfOf),
  });
  return who === null || told === null ? who : `${who} (${told})`;
}

export const textOf = (value: string | number | boolean | null): string | null =>
  value === null ? null : String(value);

/** Whether the words must not stand without their sentence, nor in marks of their own. */
export const standsInSentence = ({ kind, assertion }: QuoteRow): boolean =>
  kind !== "PARAGRAPH" && needsSentence({ kind, assertion } as Parameters<typeof needsSentence>[0]);
