import { en, type ParsedResult } from "chrono-node";
import type { Span } from "../../model/span.ts";
import { inOtherYear, type Period, periodOf } from "./period.ts";

/** How exactly a query names a time. RELATIVE is told from today: "last week". */
export type DateKind = "DAY" | "MONTH" | "MONTH_WITHOUT_YEAR" | "YEAR" | "RELATIVE";

/** A time that a query names, where its words stand in it. */
export interface FoundDate extends Span {
  readonly kind: DateKind;
  readonly period: Period;
}

/** chrono reads no year by itself, as it may be any number: here the place in which it stands decides that. */
const YEAR = {
  pattern: () => /\b(?:19|20)\d{2}\b/,
  extract: (_: unknown, [year]: RegExpMatchArray) => ({ year: Number(year) }),
};

const DATES = en.casual.clone();
DATES.parsers.push(YEAR);

const RELATIVE = /^(?:yesterday|today)$|\b(?:last|past|this|ago)\b/i;
const AND = /^\s*(?:and|to|[-–—]|until|till|through)\s*$/i;

/** All times that the words of a query name, by the library that reads them, in order. */
export function findDates(query: string, now: number): readonly FoundDate[] {
  const dates = DATES.parse(query, { instant: new Date(now), timezone: 0 }).flatMap((result) => toDate(result, now));
  return dates.map((date, i) => {
    const next = dates[i + 1];
    const goesOn = next !== undefined && AND.test(query.slice(date.end, next.start));
    return goesOn && date.kind === "MONTH_WITHOUT_YEAR" ? inYearOf(date, next) : date;
  });
}

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
  return start.isCertain("year") ? "YEAR" : null;
}
