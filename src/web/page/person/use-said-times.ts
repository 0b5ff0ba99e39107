import { useEffect, useState } from "preact/hooks";
import type { MonthCount } from "../facets/month-bins.ts";
import { ask } from "../graphql/ask.ts";
import type { ResultOf } from "../graphql/graphql.ts";
import { SAID_WHEN } from "./documents.ts";

/** When somebody said something. */
export interface SaidTimes {
  readonly months: readonly MonthCount[];
  /** Quotes of articles without a date. */
  readonly undated: number;
  /** Quotes that were not looked at. */
  readonly uncounted: number;
}

const NOT_COUNTED: SaidTimes = { months: [], undated: 0, uncounted: 0 };

/** Pages of a hundred quotes to read for their dates: of whoever is quoted more, the newest thousand stand for all. */
const MAX_PAGES = 10;
/** Of `2024-03` in a date of ISO 8601. */
const MONTH_LENGTH = 7;

/** How many quotes of somebody each month has; none until they are counted, and where the server does not answer. */
export function useSaidTimes(id: string): SaidTimes {
  const [times, setTimes] = useState(NOT_COUNTED);
  useEffect(() => {
    const controller = new AbortController();
    // The bars are an addition: the quotes themselves tell of a server that is away.
    countTimes(id, controller.signal).then(setTimes, () => {});
    return () => controller.abort();
  }, [id]);
  return times;
}

async function countTimes(id: string, signal: AbortSignal): Promise<SaidTimes> {
  const dates: (string | null)[] = [];
  let after: string | null = null;
  for (let pages = 1; ; pages++) {
    const { quotes }: ResultOf<typeof SAID_WHEN> = await ask(SAID_WHEN, { filter: { speaker: [id] }, after }, signal);
    dates.push(...quotes.nodes.map(({ article }) => article.publishedAt));
    after = quotes.pageInfo.endCursor;
    if (!quotes.pageInfo.hasNextPage || pages === MAX_PAGES) {
      return { ...countMonths(dates), uncounted: quotes.totalCount - dates.length };
    }
  }
}

function countMonths(dates: readonly (string | null)[]): Pick<SaidTimes, "months" | "undated"> {
  const counts = new Map<string, number>();
  const dated = dates.filter((date) => date !== null);
  for (const month of dated.map((date) => date.slice(0, MONTH_LENGTH))) counts.set(month, (counts.get(month) ?? 0) + 1);
  const months = [...counts].map(([month, count]) => ({ month, count }));
  return { months, undated: dates.length - dated.length };
}
