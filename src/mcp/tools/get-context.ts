import { z } from "zod";
import { VerbatimError } from "../../errors.ts";
import { toGlobalId } from "../../model/global-id.ts";
import type { Statement } from "../../search/load-statements.ts";
import { findPassage } from "../find-passage.ts";
import { WordingSchema, wordingOf } from "../quote-wording.ts";
import { QUOTED_LINES, quotedLines } from "../quoted-material.ts";
import { type Reading, readParagraphs } from "../read-paragraphs.ts";
import { showTold, speakerWords, ToldShape, toldWords, wordsOf } from "../shown-statement.ts";
import { SourceShape, sourceLine, sourceOf } from "../source.ts";
import { defineTool, type ToolAnswer, type ToolParts } from "../tool.ts";

const MAX_NEIGHBOURS = 5;
/** Of a quote and of the paragraphs around it, in UTF-16 code units: about 1,000 and 3,000 tokens. */
const MAX_QUOTE_LENGTH = 4_000;
const MAX_CONTEXT_LENGTH = 12_000;

const CUT_HINT =
  "Not all paragraphs asked for fit into one answer: these are the nearest. The article's url has the rest.";

const Input = z.strictObject({
  id: z.string().trim().min(1).describe("The id of a hit of search_quotes."),
  paragraphs: z
    .int()
    .min(1)
    .max(MAX_NEIGHBOURS, `At most ${MAX_NEIGHBOURS} paragraphs to either side; for more, call fetch with the same id.`)
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
    ...ToldShape,
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

export const getContextTool = defineTool({
  name: "get_context",
  title: "Read around a quote",
  description:
    "Gives the paragraphs of the article around a quote, with all words of the quote. Use it to check what a quote refers to, who is meant, and whether it is given fairly, before relying on it.",
  input: Input,
  output: Output,
  answer: getContext,
});

async function getContext({ store, pageUrl }: ToolParts, given: z.infer<typeof Input>): Promise<ToolAnswer<Context>> {
  const { article, spans, statement } = await findPassage(store, given.id);
  if (statement === null) throw noQuoteThere();
  const extent = { neighbours: given.paragraphs, maxLength: MAX_CONTEXT_LENGTH };
  const context = toContext(statement, readParagraphs(article, spans, extent), pageUrl);
  return { structured: context, text: asText(context) };
}

const noQuoteThere = (): VerbatimError =>
  new VerbatimError(
    "BAD_INPUT",
    "There is no quote at this id, only words of the article itself: read them with fetch and the same id.",
  );

function toContext(statement: Statement, reading: Reading, pageUrl: string): Context {
  const { quote, article } = statement;
  const { text: words, isCut } = wordsOf(statement, quote.spans, MAX_QUOTE_LENGTH);
  return {
    quote: {
      id: toGlobalId("Quote", quote.id),
      words,
      ...(isCut && { cut: true as const }),
      wording: wordingOf(quote),
      ...showTold(statement),
    },
    ...sourceOf(article, pageUrl, quote.spans),
    paragraphs: reading.paragraphs.map(({ holdsPassage, ...paragraph }) => ({
      ...paragraph,
      holdsQuote: holdsPassage,
    })),
    paragraphCount: reading.paragraphCount,
    ...(reading.isWhole ? {} : { hint: CUT_HINT }),
  };
}

function asText({ quote, paragraphs, paragraphCount, hint, ...source }: Context): string {
  const statement = `${toldWords(quote)}\n— ${speakerWords(quote)}, in: ${sourceLine(source)}`;
  const blocks = paragraphs.map(({ number, text, cut: isCut, holdsQuote }) => {
    const head = `Paragraph ${number} of ${paragraphCount}${holdsQuote ? ", with the quote" : ""}`;
    return `${head}\n${quotedLines(text + (isCut ? " […]" : ""))}`;
  });
  const head = `The quote (${quote.wording}) and the paragraphs around it. ${QUOTED_LINES}\n${quotedLines(statement)}`;
  return [head, ...blocks, ...(hint === undefined ? [] : [hint])].join("\n\n");
}
