import { VerbatimError } from "../../errors.ts";
import { groupBy } from "../../model/group-by.ts";
import type { QuoteStore } from "../../store/quote-store.ts";
import type { Search } from "../search.ts";
import type { Answer, AnswerRequest, Positions, Statement } from "./answer.ts";
import { answerText } from "./answer-text.ts";
import { chooseStatements } from "./choose-statements.ts";
import { coverageOf } from "./coverage.ts";

/** More is a list to page through, and `search` gives it. */
const MAX_STATEMENTS = 20;
/** Hits to choose from: a long quote is several, and a much quoted one stands in many articles. */
const HITS = 100;

/**
 * Answers by what was said and nothing else: the statements to a question, each word of them from a source.
 * @throws VerbatimError BAD_INPUT for a blank or too long question, or a number of statements outside 1 to 20.
 */
export async function answerQuestion(
  { search, store }: { readonly search: Pick<Search, "search">; readonly store: QuoteStore },
  { question, filter, maxStatements }: AnswerRequest,
): Promise<Answer> {
  checkMost(maxStatements);
  const { hits, reading } = await search.search({
    query: question,
    mode: "HYBRID",
    kinds: ["QUOTE"],
    filter,
    first: HITS,
    after: null,
  });
  const found = hits.map(({ hit }) => hit);
  const statements = await chooseStatements(store, found, reading, maxStatements);
  const coverage = coverageOf(question, reading, statements);
  return { text: answerText(statements, coverage), statements, byTime: positionsIn(statements), coverage };
}

function checkMost(maxStatements: number): void {
  if (Number.isInteger(maxStatements) && maxStatements >= 1 && maxStatements <= MAX_STATEMENTS) return;
  throw new VerbatimError(
    "BAD_INPUT",
    `\`maxStatements\` is ${maxStatements}, and must be a whole number from 1 to ${MAX_STATEMENTS}.`,
  );
}

/** Everyone who said more than one of the statements, in the order of their best one. */
function positionsIn(statements: readonly Statement[]): readonly Positions[] {
  const bySpeaker = groupBy(statements, ({ speaker }) => speaker?.id ?? null);
  return [...bySpeaker.values()].flatMap((said) => {
    const speaker = said[0]?.speaker;
    return speaker && said.length > 1 ? [{ speaker, statements: [...said].sort(byDate) }] : [];
  });
}

/** Undated ones last: no year begins with a tilde. Within one article in reading order. */
const byDate = (a: Statement, b: Statement): number =>
  dateOf(a).localeCompare(dateOf(b)) || (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0);

const dateOf = ({ article }: Statement): string => `${article.publishedAt ?? "~"} ${article.id}`;
