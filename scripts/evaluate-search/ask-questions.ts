import type { SearchMode } from "../../src/ranking/ranking-model.ts";
import type { Search } from "../../src/search/search.ts";
import type { Question } from "./beir-files.ts";
import type { MeetingsIndex } from "./meetings-index.ts";

/** Hits asked for: ten are judged, and a turn may be several chunks long. */
const HITS = 100;

/** What a search answered to a question. */
export interface Answered {
  readonly question: Question;
  /** Ids of turns, the best first, each once. */
  readonly turns: readonly string[];
  readonly elapsedMs: number;
}

/** The same with how many passages match. */
export interface Counted extends Answered {
  readonly total: number;
  /** False where more may match. */
  readonly isTotalExact: boolean;
}

export interface AskOptions {
  readonly mode: SearchMode;
  /** Whether each question is asked of its own meeting alone. */
  readonly within: boolean;
}

/** Asks every question, one after the other, as GraphQL's `search` does. */
export async function askAll(
  search: Search,
  index: MeetingsIndex,
  questions: readonly Question[],
  options: AskOptions,
): Promise<readonly Counted[]> {
  const answered: Counted[] = [];
  for (const question of questions) answered.push(await ask(search, index, question, options));
  return answered;
}

async function ask(
  search: Search,
  { turnOfQuote, articleOf }: MeetingsIndex,
  question: Question,
  { mode, within }: AskOptions,
): Promise<Counted> {
  const filter = within ? { articles: [articleOf.get(question.meeting) ?? ""] } : {};
  const startedAt = performance.now();
  const { hits, totalCount, isTotalExact } = await search.search({
    query: question.text,
    mode,
    kinds: null,
    filter,
    first: HITS,
    after: null,
  });
  const elapsedMs = performance.now() - startedAt;
  const turns = hits.flatMap(({ hit }) => hit.quoteIds.flatMap((id) => turnOfQuote.get(id) ?? []));
  return { question, turns: [...new Set(turns)], total: totalCount, isTotalExact, elapsedMs };
}
