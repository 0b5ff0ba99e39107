import type { McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { VerbatimError } from "../../errors.ts";
import type { Article } from "../../model/article.ts";
import { localIdOf, parseGlobalId, toGlobalId } from "../../model/global-id.ts";
import { QUOTE_KINDS } from "../../model/quote.ts";
import { overlaps, type Span, spanText } from "../../model/span.ts";
import type { QuoteStore } from "../../store/quote-store.ts";
import { loadStatements, type Statement, speakerName } from "../load-statements.ts";
import { type IndexRange, nearestWithin } from "../nearest-within.ts";
import { shownWords, WORDING, WordingSchema, wordsAt } from "../quote-wording.ts";
import { capped, QUOTED_LINES, quotedLines } from "../quoted-material.ts";
import { SourceShape, sourceLine, sourceOf } from "../source.ts";
import { answerTool, READ_ONLY, type ToolAnswer, type ToolParts } from "../tool-answer.ts";

const MAX_NEIGHBOURS = 5;
/** Of one paragraph and of all, in UTF-16 code units: about 1,000 and 3,000 tokens. */
const MAX_PARAGRAPH_LENGTH = 4_000;
const MAX_CONTEXT_LENGTH = 12_000;

const CUT_HINT =
  "Not all paragraphs asked for fit into one answer: these are the nearest. The article's url has the rest.";

const Input = z.strictObject({
  id: z.string().trim().min(1).describe("`id` or `passageId` of a hit of search_quotes."),
  paragraphs: z
    .int()
    .min(1)
    .max(MAX_NEIGHBOURS, `At most ${MAX_NEIGHBOURS} paragraphs to either side; for more, open the article's url.`)
    .default(1)
    .describe("How many paragraphs to read before it, and as many after it."),
});

const Output = z.object({
  quote: z.object({
    id: z.string(),
    words: z
      .string()
      .describe("All words of the quote, to the letter; […] stands for what the article puts between them."),
    cut: z.literal(true).optional().describe("Present where `words` go on in the article."),
    wording: WordingSchema,
    kind: z.enum(QUOTE_KINDS),
    speaker: z.string().nullable(),
  }),
  ...SourceShape,
  paragraphs: z.array(
    z.object({
      number: z.int().describe("Its place in the article, from 1."),
      text: z.string(),
      cut: z.literal(true).optional(),
      holdsQuote: z.boolean().describe("Whether the words asked for stand in it."),
    }),
  ),
  paragraphCount: z.int().describe("How many paragraphs the article has."),
  hint: z.string().optional(),
});

type Context = z.infer<typeof Output>;

/** What was asked for: a quote, and where its words, or the asked part of them, stand. */
interface Asked {
  readonly statement: Statement;
  readonly spans: readonly Span[];
}

export function registerGetContext(server: McpServer, parts: ToolParts): void {
  server.registerTool(
    "get_context",
    {
      title: "Read around a quote",
      description:
        "Gives the paragraphs of the article around a quote, with all words of the quote. Use it to check what a quote refers to, who is meant, and whether it is given fairly, before relying on it.",
      inputSchema: Input,
      outputSchema: Output,
      annotations: READ_ONLY,
    },
    ({ id, paragraphs }) => answerTool(parts, () => getContext(parts.store, id, paragraphs)),
  );
}

async function getContext(store: QuoteStore, id: string, neighbours: number): Promise<ToolAnswer> {
  const asked = await findAsked(store, id);
  if (asked === null) {
    throw new VerbatimError(
      "ARTICLE_NOT_FOUND",
      "Nothing in the index has this id any more: its article was changed or removed. Call search_quotes again for a new one.",
    );
  }
  const context = toContext(asked, neighbours);
  return { structured: context, text: asText(context) };
}

/** @throws VerbatimError BAD_ID for what is not the id of a quote or a hit. */
async function findAsked(store: QuoteStore, id: string): Promise<Asked | null> {
  const localId = localIdOf(id, "Quote", "SearchHit");
  if (parseGlobalId(id)?.type === "Quote") {
    const [statement] = await loadStatements(store, [localId]);
    return statement ? { statement, spans: statement.quote.spans } : null;
  }
  const [chunk] = await store.chunks([localId]);
  if (!chunk || chunk.quoteId === null) return null;
  const [statement] = await loadStatements(store, [chunk.quoteId]);
  return statement ? { statement, spans: chunk.spans } : null;
}

function toContext({ statement, spans }: Asked, neighbours: number): Context {
  const { quote, article } = statement;
  const { text: words, isCut } = capped(wordsAt(article, quote.spans), MAX_PARAGRAPH_LENGTH);
  const centre = paragraphsHolding(article, spans);
  const wanted = { first: Math.max(0, centre.first - neighbours), last: centre.last + neighbours };
  const all = article.paragraphs.map((span) => capped(spanText(article.text, span), MAX_PARAGRAPH_LENGTH));
  const shown = nearestWithin(
    all.map(({ text }) => text.length),
    centre,
    wanted,
    MAX_CONTEXT_LENGTH,
  );
  return {
    quote: {
      id: toGlobalId("Quote", quote.id),
      words,
      ...(isCut && { cut: true as const }),
      wording: WORDING[quote.kind],
      kind: quote.kind,
      speaker: speakerName(statement),
    },
    ...sourceOf(article),
    paragraphs: all.slice(shown.first, shown.last + 1).map(({ text, isCut: paragraphIsCut }, i) => ({
      number: shown.first + i + 1,
      text,
      ...(paragraphIsCut && { cut: true as const }),
      holdsQuote: centre.first <= shown.first + i && shown.first + i <= centre.last,
    })),
    paragraphCount: all.length,
    ...(isWhole(shown, wanted, all.length) ? {} : { hint: CUT_HINT }),
  };
}

/** The paragraphs that hold the words; for words of the title none, just before those that follow it. */
function paragraphsHolding({ paragraphs }: Article, spans: readonly Span[]): IndexRange {
  const holds = (paragraph: Span) => spans.some((span) => overlaps(paragraph, span));
  const first = paragraphs.findIndex(holds);
  if (first >= 0) return { first, last: paragraphs.findLastIndex(holds) };
  const start = spans[0]?.start ?? 0;
  const next = paragraphs.filter((paragraph) => paragraph.end <= start).length;
  return { first: next, last: next - 1 };
}

const isWhole = (shown: IndexRange, wanted: IndexRange, count: number): boolean =>
  shown.first <= wanted.first && shown.last >= Math.min(wanted.last, count - 1);

function asText({ quote, paragraphs, paragraphCount, hint, ...source }: Context): string {
  const { words, wording, cut = false, speaker } = quote;
  const statement = `${shownWords(words, wording, cut)}\n— ${speaker ?? "speaker unknown"}, in: ${sourceLine(source)}`;
  const blocks = paragraphs.map(({ number, text, cut: isCut, holdsQuote }) => {
    const head = `Paragraph ${number} of ${paragraphCount}${holdsQuote ? ", with the quote" : ""}`;
    return `${head}\n${quotedLines(text + (isCut ? " […]" : ""))}`;
  });
  const head = `The quote (${wording}) and the paragraphs around it. ${QUOTED_LINES}\n${quotedLines(statement)}`;
  return [head, ...blocks, ...(hint === undefined ? [] : [hint])].join("\n\n");
}
