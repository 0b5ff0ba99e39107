import { z } from "zod";
import { openTagger } from "../../src/app/open-models.ts";
import { readConfig } from "../../src/config.ts";
import { readStatuses } from "../../src/extract/assertion/quote-status.ts";
import type { DraftQuote } from "../../src/extract/quotes/draft-quote.ts";
import { readQuotes } from "../../src/extract/quotes/read-quotes.ts";
import { type Document, readDocument } from "../../src/extract/text/document.ts";
import { fileInput } from "../../src/indexing/index-input.ts";
import type { Tagger } from "../../src/inference/tagger.ts";
import { readArticles } from "../../src/ingest/read-articles.ts";
import { articleBlocks, type ReadableArticle } from "../../src/model/article.ts";
import { NO_TAGS } from "../../src/model/article-tags.ts";
import type { QuoteKind, Reported } from "../../src/model/quote.ts";
import { contains, type Span } from "../../src/model/span.ts";
import { WORKING_DIRECTORY } from "../command-line.ts";
import { readGoldLines } from "../evaluate/gold-lines.ts";
import { matchQuotes } from "../evaluate/quotes/match-quotes.ts";
import { wordSet } from "../evaluate/quotes/word-set.ts";

const SPANS = z.array(
  z.tuple([z.int().nonnegative(), z.int().nonnegative()]).transform(([start, end]): Span => ({ start, end })),
);
const QUOTES = z.object({
  id: z.string(),
  quotes: z.array(z.object({ id: z.string(), type: z.string(), content: SPANS, cue: SPANS, source: SPANS })),
});
const SPEAKERS = z.object({ id: z.string(), speakers: z.record(z.string(), z.object({ said: z.boolean() })) });

type GoldQuote = z.infer<typeof QUOTES>["quotes"][number];

/** A quote with what told of it, and what a reader says that it reports. */
export interface ReportedQuote {
  readonly evidence: readonly string[];
  readonly reports: Reported;
}

/** The quotes of an article of which a reader said whether they report words. */
export interface ReportedQuotes {
  /** As they were annotated. */
  readonly annotated: readonly ReportedQuote[];
  /** As the extraction finds them, at least half of the words in common. */
  readonly found: readonly ReportedQuote[];
}

/**
 * @param quotes Annotated articles (JSON Lines), as npm run eval:quotes takes them, each quote with an id.
 * @param speakers For each article, {id, speakers: {quote id: {said}}}.
 * @throws VerbatimError where one can't be read.
 */
export async function readReportedQuotes(quotes: string, speakers: string): Promise<readonly ReportedQuotes[]> {
  const gold = new Map(readGoldLines(quotes, QUOTES, "an article with annotated quotes").map((one) => [one.id, one]));
  const said = new Map(readGoldLines(speakers, SPEAKERS, "an article's speakers").map((one) => [one.id, one.speakers]));
  const config = readConfig(process.env);
  const tagger = await openTagger(config);
  const read: ReportedQuotes[] = [];
  try {
    for await (const result of readArticles(fileInput(quotes, {}, WORKING_DIRECTORY).source, config)) {
      if ("error" in result) throw result.error;
      const judged = said.get(result.givenId ?? "");
      const own = gold.get(result.givenId ?? "")?.quotes.filter(({ id }) => judged?.[id] !== undefined);
      if (judged === undefined || own === undefined) continue;
      const reports = own.map(({ id }): Reported => (judged[id]?.said ? "WORDS" : "ATTITUDE"));
      read.push(await quotesOf(result.article, tagger, own, reports));
    }
  } finally {
    await tagger?.close();
  }
  return read;
}

async function quotesOf(
  article: ReadableArticle,
  tagger: Tagger | null,
  gold: readonly GoldQuote[],
  reports: readonly Reported[],
): Promise<ReportedQuotes> {
  const document = readDocument(article);
  const tags = (await tagger?.tag(article.text, articleBlocks(article))) ?? NO_TAGS;
  const drafts = readQuotes(document, tags.statements);
  const matches = matchQuotes(
    gold.map(({ content }) => wordSet(article.text, content)),
    drafts.map(({ spans }) => wordSet(article.text, spans)),
  );
  const reportOf = (place: number): Reported => reports[place] ?? "WORDS";
  const found = readStatuses(document, drafts);
  return {
    annotated: annotatedEvidence(document, gold, drafts).map((evidence, i) => ({ evidence, reports: reportOf(i) })),
    found: matches.map((match) => ({ evidence: found[match.found]?.evidence ?? [], reports: reportOf(match.gold) })),
  };
}

function annotatedEvidence(
  document: Document,
  gold: readonly GoldQuote[],
  drafts: readonly DraftQuote[],
): readonly (readonly string[])[] {
  const marked = drafts.flatMap((draft) => draft.marked);
  const annotated = gold.map(({ type, content, cue, source }): DraftQuote => {
    const own = marked.filter((mark) => content.some((span) => contains(span, mark) || contains(mark, span)));
    const kind = type.toUpperCase() as QuoteKind;
    return {
      kind,
      spans: content,
      cue: cue[0] ?? null,
      source: source[0] ?? null,
      block: 0,
      basis: "TAGGED",
      marked: own,
    };
  });
  return readStatuses(document, annotated).map(({ evidence }) => evidence);
}
