import type { ParsedResult } from "chrono-node";
// English alone: all of its languages are two hundred files more.
import { casual } from "chrono-node/en";
import { overlaps, type Span } from "../../model/span.ts";
import { inOtherYear, type Period, periodOf } from "./period.ts";

/** How exactly a query names a time. RELATIVE is told from today: "last week". */
export type DateKind = "DAY" | "MONTH" | "MONTH_WITHOUT_YEAR" | "YEAR" | "RELATIVE";

/** A time that a query names, where its words stand in it. */
export interface FoundDate extends Span {
  readonly kind: DateKind;
  readonly period: Period;
}

/** chrono takes no number alone for a year; here what stands before it decides that. */
const YEAR = /(?<![\p{L}\p{N}$€£.,/-])(?:19|20)\d{2}(?![\p{L}\p{N}/-]|[.,]\d)/gu;

const RELATIVE = /^(?:yesterday|today)$|\b(?:last|past|this|ago)\b/i;
const JOINED = /^\s*(?:and|to|until|till|through|[-–—])\s*$/i;

/** Whether two times are the ends of one: "from March 2023 to May 2024". */
export const areJoined = (query: string, one: Span, next: Span): boolean =>
  JOINED.test(query.slice(one.end, next.start));

/** All times that the words of a query name, by the library that reads them, in order. */
export function findDates(query: string, now: number): readonly FoundDate[] {
  const read = casual.parse(query, { instant: new Date(now), timezone: 0 }).flatMap((result) => toDate(result, now));
  const dates = [...read, ...yearsBeside(read, query)].sort((a, b) => a.start - b.start);
  return dates.map((date, i) => {
    const next = dates[i + 1];
    const goesOn = next !== undefined && areJoined(query, date, next);
    return goesOn && date.kind === "MONTH_WITHOUT_YEAR" ? inYearOf(date, next) : date;
  });
}

const yearsBeside = (dates: readonly FoundDate[], query: string): readonly FoundDate[] =>
  [...query.matchAll(YEAR)]
    .map(({ 0: year, index }): FoundDate => {
      const period = { start: Date.UTC(Number(year), 0), end: Date.UTC(Number(year) + 1, 0) - 1 };
      return { kind: "YEAR", start: index, end: index + year.length, period };
    })
    .filter((year) => !dates.some((date) => overlaps(date, year)));

/** "between March and May 2024". */
function inYearOf(date: FoundDate, { kind, period }: FoundDate): FoundDate {
  const years = new Date(period.start).getUTCFullYear() - new Date(date.period.start).getUTCFullYear();
  return { ...date, kind, period: inOtherYear(date.period, years) };
}

function toDate(result: ParsedResult, now: number): readonly FoundDate[] {
  const kind = kindOf(result);
  if (kind === null) return [];
  const { text, index } = result;
  const period = periodOf(result, now);
  // What is said in March was said in the last one.
  const years = kind === "MONTH_WITHOUT_YEAR" && period.start > now ? -1 : 0;
  return [{ kind, start: index, end: index + text.length, period: inOtherYear(period, years) }];
}

/** Null for times of day, days of the week, and what is written with a slash: 9/11 and 24/7 are no dates of an article. */
function kindOf({ text, start }: ParsedResult): DateKind | null {
  if (/[/:]/.test(text)) return null;
  if (RELATIVE.test(text)) return "RELATIVE";
  if (start.isCertain("hour") || start.isCertain("weekday")) return null;
  if (start.isCertain("day")) return start.isCertain("year") ? "DAY" : null;
  if (start.isCertain("month")) return start.isCertain("year") ? "MONTH" : "MONTH_WITHOUT_YEAR";
  return null;
}
