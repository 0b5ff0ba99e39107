import type { Parameters } from "./parameters.ts";

/** Months as `2024-03`, both within; null for no bound. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

export const ALL_TIME: Period = { from: null, to: null };

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;

export const readPeriod = (parameters: URLSearchParams): Period => ({
  from: readMonth(parameters.get("from")),
  to: readMonth(parameters.get("to")),
});

const readMonth = (month: string | null): string | null => (month !== null && MONTH.test(month) ? month : null);

export const periodParameters = ({ from, to }: Period): Parameters => [
  ...(from === null ? [] : ([["from", from]] as const)),
  ...(to === null ? [] : ([["to", to]] as const)),
];

export const isAllTime = ({ from, to }: Period): boolean => from === null && to === null;

/** The filter that keeps what was published in the period, in UTC. */
export const publishedIn = ({ from, to }: Period) => ({
  ...(from !== null && { publishedFrom: `${from}-01T00:00:00.000Z` }),
  ...(to !== null && { publishedTo: lastMomentOf(to) }),
});

/** Filters are exact to the millisecond. */
function lastMomentOf(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number) - 1).toISOString();
}
