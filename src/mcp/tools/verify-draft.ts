import { z } from "zod";
import type { CheckedQuote } from "../../draft/draft-check.ts";
import { RequestError } from "../../model/request-fault.ts";
import { QUOTE_VERDICTS, type QuoteVerification } from "../../search/verify/quote-verification.ts";
import { saidBy } from "../../search/verify/said-by.ts";
import { restAsText, toAnswerPage } from "../answer-page.ts";
import { ListShape } from "../list-arguments.ts";
import { PublishedDaysShape, publishedWithin } from "../published-days.ts";
import { wordsAt } from "../quote-wording.ts";
import { MAX_NAME_LENGTH, MAX_PASSAGE_LENGTH, oneLine, QUOTED_LINES, quotedLines } from "../quoted-material.ts";
import { SourceShape, sourceLine, sourceOf } from "../source.ts";
import { defineTool, type ToolAnswer, type ToolParts } from "../tool.ts";

/** What a model hands over in one call; the page and the command line take more. */
const MAX_TEXT_LENGTH = 100_000;
/** Of the words of a quote, enough to find it in the draft. */
const MAX_WORDS_LENGTH = 200;
const MAX_SUMMARY_LENGTH = 400;
const MAX_CHANGES = 5;

const Input = z.strictObject({
  text: z
    .string()
    .regex(/\S/, "Give the whole text of the draft.")
    .max(MAX_TEXT_LENGTH, `At most ${MAX_TEXT_LENGTH} characters: check the draft in parts.`)
    .describe(`The draft, as plain text with its paragraphs: at most ${MAX_TEXT_LENGTH} characters.`),
  show: z
    .enum(["NEEDING_A_LOOK", "ALL"])
    .default("NEEDING_A_LOOK")
    .describe("Which quotes to list: those that somebody should look at, or all."),
  publisher: ListShape.publisher,
  ...PublishedDaysShape,
  cursor: ListShape.cursor,
});

const ShownQuote = z.object({
  text: z.string().describe("The words in the draft, their beginning where they are long."),
  start: z.int().describe("Where they begin in the draft, in UTF-16 code units."),
  end: z.int(),
  speaker: z.string().optional().describe("Whom the draft gives them to; absent where it names nobody."),
  verdict: z.enum(QUOTE_VERDICTS).describe("As verify_quote tells."),
  needsALook: z.boolean(),
  summary: z.string().describe("The verdict in a sentence or two."),
  changes: z.array(z.object({ kind: z.string(), claim: z.string(), source: z.string() })).optional(),
  source: z
    .object({
      words: z.string(),
      speaker: z
        .string()
        .optional()
        .describe('Who said it there, with "perhaps" where the article leaves it open; absent where it names nobody.'),
      ...SourceShape,
    })
    .optional(),
});

const Output = z.object({
  summary: z.string().describe("How many quotes there are, and what became of them."),
  needingALook: z.int(),
  total: z.int().describe("How many quotes were checked."),
  unchecked: z.int().optional().describe("How many were not: a draft's first thousand are."),
  quotes: z.array(ShownQuote),
  nextCursor: z.string().optional().describe("For the next page; absent on the last one."),
  hint: z.string().optional(),
});

type Given = z.infer<typeof Input>;
type Shown = z.infer<typeof ShownQuote>;
type Checked = z.infer<typeof Output>;

export const verifyDraftTool = defineTool({
  name: "verify_draft",
  title: "Check a draft",
  description:
    "Checks a whole draft before it prints: finds every quote in it, and tells of each whether it was said in these words, altered, by somebody else, cut out of context, denied, only in sense, or not found in the indexed articles; with its place in the draft and the source. Give the whole text at once rather than quote by quote. Not found means only that no indexed article has it.",
  input: Input,
  output: Output,
  answer: verifyDraft,
});

async function verifyDraft({ drafts, pageUrl }: ToolParts, given: Given): Promise<ToolAnswer<Checked>> {
  const filter = { ...publishedWithin(given), ...(given.publisher !== undefined && { publishers: [given.publisher] }) };
  const { quotes, unchecked, summary } = await drafts.checkText(given.text, filter);
  const listed = given.show === "ALL" ? quotes : quotes.filter(({ needsALook }) => needsALook);
  const from = readCursor(given.cursor);
  const entries = listed.slice(from).map((quote, i) => ({ item: show(quote, pageUrl), cursor: String(from + i + 1) }));
  const page = toAnswerPage(entries, false);
  const structured = {
    summary,
    needingALook: quotes.filter(({ needsALook }) => needsALook).length,
    total: quotes.length,
    ...(unchecked > 0 && { unchecked }),
    quotes: page.items,
    ...page.rest,
  };
  return { structured, text: asText(structured) };
}

/** How many quotes the pages before have shown. */
function readCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (/^\d{1,4}$/.test(cursor)) return Number(cursor);
  throw new RequestError({ fault: "CURSOR_OF_ANOTHER_LIST" });
}

function show(
  { text, quote, speaker, verdict, needsALook, summary, verification }: CheckedQuote,
  pageUrl: string,
): Shown {
  const changes = verification.changes.slice(0, MAX_CHANGES).map(({ kind, claim, source }) => ({
    kind,
    claim: oneLine(claim, MAX_WORDS_LENGTH),
    source: oneLine(source, MAX_WORDS_LENGTH),
  }));
  return {
    text: oneLine(text, MAX_WORDS_LENGTH),
    start: quote.spans[0]?.start ?? 0,
    end: quote.spans.at(-1)?.end ?? 0,
    ...(speaker !== null && { speaker: oneLine(speaker, MAX_NAME_LENGTH) }),
    ...{ verdict, needsALook },
    summary: oneLine(summary, MAX_SUMMARY_LENGTH),
    ...(changes.length > 0 && { changes }),
    ...sourceIn(verification, pageUrl),
  };
}

function sourceIn(verification: QuoteVerification, pageUrl: string): Pick<Shown, "source"> {
  const { source } = verification;
  if (source === null) return {};
  const speaker = saidBy(verification);
  const words = oneLine(wordsAt(source.article, source.spans), MAX_PASSAGE_LENGTH);
  return {
    source: {
      words,
      ...(speaker !== null && { speaker: oneLine(speaker, MAX_NAME_LENGTH) }),
      ...sourceOf(source.article, pageUrl, source.spans),
    },
  };
}

function asText({ summary, quotes, nextCursor, hint }: Checked): string {
  const listed = quotes.map(
    (quote, i) => `[${i + 1}] ${quote.verdict}, at ${quote.start}:\n${quotedLines(linesOf(quote).join("\n"))}`,
  );
  const rest = { ...(nextCursor !== undefined && { nextCursor }), ...(hint !== undefined && { hint }) };
  return [summary, ...(listed.length > 0 ? [QUOTED_LINES, ...listed] : []), ...restAsText(rest)].join("\n\n");
}

const linesOf = ({ text, speaker, summary, source }: Shown): readonly string[] => [
  `Draft: ${text}${speaker === undefined ? "" : ` — ${speaker}`}`,
  summary,
  ...(source === undefined
    ? []
    : [`Source: ${source.words} — ${source.speaker ?? "nobody named"}, in: ${sourceLine(source)}`]),
];
