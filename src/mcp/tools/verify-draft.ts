import { z } from "zod";
import type { CheckedQuote } from "../../draft/draft-check.ts";
import { type DraftArchive, type DraftChecker, MAX_CHECKED_QUOTES } from "../../draft/draft-checker.ts";
import { readJsonCursor, toJsonCursor } from "../../model/json-cursor.ts";
import { RequestError } from "../../model/request-fault.ts";
import { stableId } from "../../model/stable-id.ts";
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
  const { text, show } = given;
  const asked = { text, show, archive: { filter }, pageUrl, fingerprint: stableId(text, show, JSON.stringify(filter)) };
  const structured =
    given.cursor === undefined ? await firstPage(drafts, asked) : await goOn(drafts, asked, given.cursor);
  return { structured, text: asText(structured) };
}

interface Asked extends Pick<Given, "text" | "show"> {
  readonly archive: DraftArchive;
  readonly pageUrl: string;
  /** Of all that decides which quotes are listed, and what becomes of them: a cursor goes with it. */
  readonly fingerprint: string;
}

/** What every page tells of the whole draft. */
type Told = Pick<Checked, "summary" | "needingALook" | "total" | "unchecked">;

async function firstPage(drafts: DraftChecker, asked: Asked): Promise<Checked> {
  const { quotes, unchecked, summary } = await drafts.checkText(asked.text, asked.archive);
  const needingALook = quotes.filter((quote) => quote.needsALook).length;
  const told: Told = { summary, needingALook, total: quotes.length, ...(unchecked > 0 && { unchecked }) };
  const listed = [...quotes.entries()].filter(([, quote]) => isListed(asked, quote));
  return toPage(asked, { told, listed, left: listed.length });
}

/** The quotes of the pages before are not verified again: the cursor tells what became of them all. */
async function goOn(drafts: DraftChecker, asked: Asked, cursor: string): Promise<Checked> {
  const { from, left, told } = readCursor(asked, cursor);
  const listed: [number, CheckedQuote][] = [];
  for await (const { checked, quotes } of drafts.checkInParts(asked.text, asked.archive, from)) {
    const placed = quotes.map((quote, i): [number, CheckedQuote] => [checked - quotes.length + i, quote]);
    listed.push(...placed.filter(([, quote]) => isListed(asked, quote)));
    const page = toPage(asked, { told, listed, left });
    if (page.quotes.length === left || page.quotes.length < listed.length) return page;
  }
  return toPage(asked, { told, listed, left: listed.length });
}

const isListed = ({ show }: Asked, { needsALook }: CheckedQuote): boolean => show === "ALL" || needsALook;

interface Listed {
  readonly told: Told;
  /** Quotes with their places in the draft. */
  readonly listed: readonly (readonly [place: number, quote: CheckedQuote])[];
  /** How many are still to be shown, with those listed. */
  readonly left: number;
}

function toPage({ pageUrl, fingerprint }: Asked, { told, listed, left }: Listed): Checked {
  const entries = listed.map(([place, quote], i) => ({
    item: show(quote, pageUrl),
    cursor: toJsonCursor([fingerprint, place + 1, left - i - 1, told]),
  }));
  const { items, rest } = toAnswerPage(entries, listed.length < left);
  return { ...told, quotes: items, ...rest };
}

const Cursor = z.tuple([
  z.string(),
  z.int().min(0).max(MAX_CHECKED_QUOTES),
  z.int().min(0).max(MAX_CHECKED_QUOTES),
  z.strictObject({
    summary: z.string().max(1_000),
    needingALook: z.int(),
    total: z.int(),
    unchecked: z.int().optional(),
  }),
]);

interface Place {
  /** How many quotes of the draft are passed over. */
  readonly from: number;
  /** How many are still to be shown. */
  readonly left: number;
  readonly told: Told;
}

/** Where the page before ended, of the same draft and the same list. @throws RequestError NO_CURSOR, CURSOR_OF_ANOTHER_LIST */
function readCursor({ fingerprint }: Asked, cursor: string): Place {
  const [of, from, left, told] = readJsonCursor(Cursor, cursor);
  if (of !== fingerprint) throw new RequestError({ fault: "CURSOR_OF_ANOTHER_LIST" });
  return { from, left, told };
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
