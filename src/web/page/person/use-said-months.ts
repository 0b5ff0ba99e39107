import { useEffect, useState } from "preact/hooks";
import type { MonthCount } from "../facets/month-bins.ts";
import { ask } from "../graphql/ask.ts";
import type { ResultOf } from "../graphql/graphql.ts";
import { SAID_WHEN } from "./documents.ts";

/** Pages of a hundred quotes to read for their dates: of whoever is quoted more, the newest thousand stand for all. */
const MAX_PAGES = 10;

/** How many quotes of somebody each month has; empty until they are counted, and where the server does not answer. */
export function useSaidMonths(id: string): readonly MonthCount[] {
  const [months, setMonths] = useState<readonly MonthCount[]>([]);
  useEffect(() => {
    const controller = new AbortController();
    // The bars are an addition: the quotes themselves tell of a server that is away.
    countMonths(id, controller.signal).then(setMonths, () => {});
    return () => controller.abort();
  }, [id]);
  return months;
}

async function countMonths(id: string, signal: AbortSignal): Promise<readonly MonthCount[]> {
  const counts = new Map<string, number>();
  let after: string | null = null;
  for (let page = 0; page < MAX_PAGES; page++) {
    const { quotes }: ResultOf<typeof SAID_WHEN> = await ask(SAID_WHEN, { filter: { speaker: [id] }, after }, signal);
    for (const { article } of quotes.nodes) {
      const month = article.publishedAt?.slice(0, MONTH_LENGTH);
      if (month !== undefined) counts.set(month, (counts.get(month) ?? 0) + 1);
    }
    after = quotes.pageInfo.endCursor;
    if (!quotes.pageInfo.hasNextPage) break;
  }
  return [...counts].map(([month, count]) => ({ month, count }));
}

/** Of `2024-03` in a date of ISO 8601. */
const MONTH_LENGTH = 7;
