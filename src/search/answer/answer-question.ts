import { groupBy } from "../../model/group-by.ts";
import { RequestError } from "../../model/request-fault.ts";
import type { ChunkFilter } from "../../store/chunk-filter.ts";
import type { QuoteStore } from "../../store/quote-store.ts";
import type { Search } from "../search.ts";
import type { Answer, AnswerRequest, Positions, Statement } from "./answer.ts";
import { answerCandidates } from "./answer-candidates.ts";
import { ANSWER_MODEL } from "./answer-model.ts";
import { answerText } from "./answer-text.ts";
import { chooseStatements } from "./choose-statements.ts";
import { coverageOf } from "./coverage.ts";

/** More is a list to page through, and `search` gives it. */
const MAX_STATEMENTS = 20;
/** Hits to choose from: a long quote is several, and a much quoted one stands in many articles. */
const HITS = 100;

interface AnswerSources {
  readonly search: Pick<Search, "search">;
  readonly store: QuoteStore;
}

/**
 * Answers by what was said and nothing else: the statements to a question, each word of them from a source.
 * @throws VerbatimError BAD_INPUT for a blank or too long question, or a number of statements outside 1 to 20.
 */
export async function answerQuestion(sources: AnswerSources, request: AnswerRequest): Promise<Answer> {
  const { question, filter, maxStatements } = request;
  checkMost(maxStatements);
  const { reading, candidates } = await findCandidates(sources, question, filter);
  const chosen = await chooseStatements(sources.store, candidates, {
    ...{ model: ANSWER_MODEL, most: maxStatements },
    // A question of nothing but when, such as "what was said last week", is answered by all of that time.
    asksForAll: reading.words.length === 0,
  });
  const { statements } = chosen;
  const coverage = coverageOf(question, reading, chosen, ANSWER_MODEL);
  return { text: answerText(statements, coverage), statements, byTime: positionsIn(statements), coverage };
}

/** How a question is understood, and the statements that may answer it, what is found best first. */
export async function findCandidates({ search, store }: AnswerSources, question: string, filter: ChunkFilter) {
  const asked = { query: question, mode: "HYBRID", kinds: ["QUOTE"], filter, first: HITS, after: null } as const;
  const { hits, reading } = await search.search(asked);
  const found = hits.map(({ hit }) => hit);
  return { reading, candidates: await answerCandidates(store, found, question, reading) };
}

function checkMost(statements: number): void {
  if (Number.isInteger(statements) && statements >= 1 && statements <= MAX_STATEMENTS) return;
  throw new RequestError({ fault: "STATEMENT_COUNT", statements, most: MAX_STATEMENTS });
}

/** Everyone who said more than one of the statements, in the order of their best one. */
function positionsIn(statements: readonly Statement[]): readonly Positions[] {
  const bySpeaker = groupBy(statements, ({ speaker }) => speaker?.id ?? null);
  return [...bySpeaker.values()].flatMap((said) => {
    const speaker = said[0]?.speaker;
    return speaker && said.length > 1 ? [{ speaker, statements: [...said].sort(byDate) }] : [];
  });
}

/** Undated ones last: a tilde's code is above those of digits, though dictionaries put it first. Within one article in reading order. */
function byDate(a: Statement, b: Statement): number {
  const [one, other] = [dateOf(a), dateOf(b)];
  if (one !== other) return one < other ? -1 : 1;
  return (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0);
}

const dateOf = ({ article }: Statement): string => `${article.publishedAt ?? "~"} ${article.id}`;
