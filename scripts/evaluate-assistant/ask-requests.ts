import { z } from "zod";
import { VerbatimError } from "../../src/errors.ts";
import { readArguments } from "../../src/mcp/forgiving-input.ts";
import type { ToolParts } from "../../src/mcp/tool.ts";
import { TOOLS } from "../../src/mcp/tools.ts";
import { isSamePassage } from "../evaluate/same-passage.ts";
import { type JudgedRequest, type JudgedWords, saidByName } from "./judged-request.ts";

/** One call of a tool as a model would make it, and whether the answer was right. */
export interface AskedRequest {
  readonly kind: string;
  readonly request: string;
  readonly isRight: boolean;
}

/** What a model reads before it answers. */
const READ = 3;
/** Nobody in the news. */
const STRANGER = "Ottoline Brakspear";

const Statement = z.object({ words: z.string(), speaker: z.string().optional() });
const Statements = z.object({ statements: z.array(Statement), answered: z.boolean() });
const Hits = z.object({
  hits: z.array(Statement.extend({ id: z.string() })),
  total: z.number(),
  nextCursor: z.string().optional(),
});
const Verdict = z.object({ verdict: z.string() });

/** Asks all that can be asked about a judged question. */
export async function askRequests(parts: ToolParts, judged: JudgedRequest): Promise<readonly AskedRequest[]> {
  const [said] = saidByName(judged);
  return [
    ...(await askQuestion(parts, judged)),
    ...(said === undefined ? [] : await askAboutSpeaker(parts, judged, said)),
  ];
}

async function askQuestion(parts: ToolParts, { question, passages }: JudgedRequest): Promise<readonly AskedRequest[]> {
  const { statements, answered } = await call(parts, "answer_question", { question }, Statements);
  if (passages.length === 0) return [{ kind: "said that nobody answers", request: question, isRight: !answered }];
  const { hits } = await call(parts, "search_quotes", { query: question }, Hits);
  const among = (found: readonly { readonly words: string }[]) =>
    found.slice(0, READ).some(({ words }) => passages.some(({ text }) => isSamePassage(words, text)));
  return [
    { kind: "an answer among three statements", request: question, isRight: answered && among(statements) },
    { kind: "an answer among three hits", request: question, isRight: among(hits) },
  ];
}

async function askAboutSpeaker(
  parts: ToolParts,
  { question, passages }: JudgedRequest,
  { text, speaker }: JudgedWords,
): Promise<readonly AskedRequest[]> {
  const { hits } = await call(parts, "search_quotes", { query: question, speaker }, Hits);
  const checked = await call(parts, "verify_quote", { quote: text, speaker }, Verdict);
  const swapped = await call(parts, "verify_quote", { quote: text, speaker: STRANGER }, Verdict);
  const request = `${speaker}: ${question}`;
  const theirs = passages.filter((passage) => passage.speaker === speaker);
  return [
    {
      kind: "a speaker's words among three hits",
      request,
      isRight: hits.slice(0, READ).some(({ words }) => theirs.some((passage) => isSamePassage(words, passage.text))),
    },
    { kind: "no other speaker's words", request, isRight: hits.every((hit) => isOf(hit.speaker ?? "", speaker)) },
    { kind: "all that a speaker said, each once", request: speaker, isRight: await givesAllOnce(parts, speaker) },
    { kind: "said by the speaker", request: `${speaker}: ${text}`, isRight: !DOUBTED.has(checked.verdict) },
    { kind: "not said by a stranger", request: text, isRight: swapped.verdict !== "VERBATIM" },
  ];
}

const DOUBTED = new Set(["NOT_FOUND", "MISATTRIBUTED", "DISPUTED"]);

/** Whether the last name of one of those who speak is that of whoever was asked for. */
const isOf = (speakers: string, asked: string): boolean => {
  const last = asked.split(" ").at(-1) ?? asked;
  return speakers.toLowerCase().includes(last.toLowerCase());
};

async function givesAllOnce(parts: ToolParts, speaker: string): Promise<boolean> {
  const ids: string[] = [];
  let cursor: string | undefined;
  let total = 0;
  do {
    const page: z.infer<typeof Hits> = await call(parts, "search_quotes", { speaker, limit: 20, cursor }, Hits);
    ids.push(...page.hits.map(({ id }) => id));
    ({ total } = page);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return total > 0 && ids.length === total && new Set(ids).size === total;
}

/** Calls a tool by its name, with the arguments read as those of a model; a refusal that can be read is an empty answer. */
async function call<T>(
  parts: ToolParts,
  name: string,
  given: Readonly<Record<string, unknown>>,
  answer: z.ZodType<T>,
): Promise<T> {
  const tool = TOOLS.find((one) => one.name === name);
  if (tool === undefined) throw new Error(`There is no tool ${name}.`);
  const { success, data, error } = readArguments(tool.input, given);
  if (!success) throw new Error(`${name} refuses ${JSON.stringify(given)}: ${error}`);
  try {
    return answer.parse((await tool.answer(parts, data)).structured);
  } catch (failure) {
    if (!(failure instanceof VerbatimError)) throw failure;
    return answer.parse({ statements: [], answered: false, hits: [], total: 0, verdict: "NOT_FOUND" });
  }
}
