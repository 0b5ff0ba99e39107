import { dayOf } from "../../model/day.ts";
import type { QueryDate } from "../search.ts";

/** What was made of a time that a query names, as a sentence. */
export function describeDate({ words, from, to, isFilter }: QueryDate): string {
  if (!isFilter) return `Nothing that matches was published “${words}”, so all times were searched.`;
  return `Only articles published ${between(from && dayOf(from), to && dayOf(to))} were searched: “${words}”.`;
}

function between(from: string | null, to: string | null): string {
  if (from === null) return `up to ${to}`;
  if (to === null) return `from ${from} on`;
  return from === to ? `on ${from}` : `from ${from} to ${to}`;
}
