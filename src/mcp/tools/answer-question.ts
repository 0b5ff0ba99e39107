import { z } from "zod";
import { quoteText } from "../../model/quote.ts";
import type { Answer, Positions, Statement } from "../../search/answer/answer.ts";
import { NarrowingShape, narrowingFilter, widerAdvice } from "../narrowing.ts";
import { MAX_NAME_LENGTH, oneLine, QUOTED_LINES, quotedLines } from "../quoted-material.ts";
import { StatementShape, showStatement, statementAsText, wholeQuote } from "../shown-statement.ts";
import { defineTool, type ToolAnswer, type ToolParts } from "../tool.ts";

/** So many, with what belongs to them, fit into an answer of 2,000 tokens. */
const MAX_STATEMENTS = 8;
/** What one reads to get the picture. */
const DEFAULT_STATEMENTS = 5;
const MAX_QUESTION_LENGTH = 1_000;
/** Of a note, in UTF-16 code units: some sentences, with the words that were not found. */
const MAX_NOTE_LENGTH = 600;

const Input = z.strictObject({
  question: z
    .string()
    .trim()
    .min(1, "Ask something, such as: what was said about NATO meetings.")
    .max(MAX_QUESTION_LENGTH, `At most ${MAX_QUESTION_LENGTH} characters: ask for the heart of it.`)
    .describe("The user's question, in plain words."),
  ...NarrowingShape,
  statements: z
    .int()
    .min(1)
    .max(MAX_STATEMENTS, `At most ${MAX_STATEMENTS} statements; search_quotes pages through all.`)
    .default(DEFAULT_STATEMENTS)
    .describe("How many statements at most."),
});

const Output = z.object({
  answered: z.boolean().describe("False where nobody spoke of it, or of what the question asks for."),
  note: z.string().describe("What the statements leave open: tell the user."),
  statements: z.array(z.object({ marker: z.int().describe("To cite by: [1]."), ...StatementShape })),
  positions: z
    .array(z.object({ speaker: z.string(), markers: z.array(z.int()).describe("Oldest first.") }))
    .optional()
    .describe("Who said several of the statements, in order of time: look whether they changed their mind."),
  hint: z.string().optional(),
});

type Arguments = z.infer<typeof Input>;
type Answered = z.infer<typeof Output>;
type CitedStatement = Answered["statements"][number];

export const answerQuestionTool = defineTool({
  name: "answer_question",
  title: "Answer a question by quotes",
  description:
    "Answers a question by what people were quoted as saying: the few statements that matter most, without repetitions, numbered to cite by, with what they leave open. Use it first for a question; use search_quotes to see more or to page through everything.",
  input: Input,
  output: Output,
  answer: answerQuestion,
});

async function answerQuestion({ store, search, pageUrl }: ToolParts, given: Arguments): Promise<ToolAnswer<Answered>> {
  const { question, statements: maxStatements, ...narrowing } = given;
  const answer = await search.answer({ question, filter: await narrowingFilter(store, narrowing), maxStatements });
  const advice = answer.statements.length === 0 ? await widerAdvice(store, narrowing) : null;
  const structured = toAnswered(answer, pageUrl, advice);
  return { structured, text: asText(structured) };
}

function toAnswered({ statements, byTime, coverage }: Answer, pageUrl: string, advice: string | null): Answered {
  return {
    answered: coverage.isAnswered,
    note: oneLine(coverage.note, MAX_NOTE_LENGTH),
    statements: statements.map((statement) => showCited(statement, pageUrl)),
    ...(byTime.length > 0 && { positions: byTime.map(showPositions) }),
    ...(advice !== null && { hint: advice }),
  };
}

function showCited(statement: Statement, pageUrl: string): CitedStatement {
  const whole = wholeQuote(statement);
  const isPart =
    quoteText(statement.article, statement.spans).length < quoteText(statement.article, whole.spans).length;
  const passage = { id: whole.id, spans: statement.spans, isPart };
  return { marker: statement.marker, ...showStatement(statement, passage, pageUrl) };
}

const showPositions = ({ speaker, statements }: Positions): NonNullable<Answered["positions"]>[number] => ({
  speaker: oneLine(speaker.name, MAX_NAME_LENGTH),
  markers: statements.map(({ marker }) => marker),
});

function asText({ answered, note, statements, positions = [], hint }: Answered): string {
  const head = `${answered ? "Answered" : "Not answered"}: ${note}`;
  if (statements.length === 0) return [head, ...(hint === undefined ? [] : [hint])].join("\n\n");
  const blocks = statements.map(
    (one) => `[${one.marker}] ${one.wording}, id ${one.id}\n${quotedLines(statementAsText(one))}`,
  );
  const several = positions.map(({ speaker, markers }) => `${speaker}: ${markers.map((one) => `[${one}]`).join(", ")}`);
  const byTime = several.length === 0 ? [] : [`In order of time:\n${quotedLines(several.join("\n"))}`];
  return [head, QUOTED_LINES, ...blocks, ...byTime].join("\n\n");
}
