import type { Component, ParsedComponents, ParsedResult } from "chrono-node";

/** From the first to the last millisecond of some days, months or years, in UTC. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

const UNITS = ["day", "week", "month", "year"] as const;
type Unit = (typeof UNITS)[number];
const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;

/** "the last two weeks", "the past year": up to now, where "last week" is the week before this one. */
const UP_TO_NOW =
  /^past\b|^last\s+(?:\d+|a few|few|a couple|couple|two|three|four|five|six|seven|eight|nine|ten|twelve)\b/i;

/** The whole of what is named: of "March 2024" the month, of "last week" the days from Monday to Sunday. */
export function periodOf({ text, start, end }: ParsedResult, now: number): Period {
  if (UP_TO_NOW.test(text)) return { start: startOf("day", timeOf(start)), end: now };
  const first = periodAround(start, unitOf(text, start));
  return end ? { start: first.start, end: periodAround(end, unitOf("", end)).end } : first;
}

/** The same some years later, or earlier. */
export function inOtherYear({ start, end }: Period, years: number): Period {
  return { start: plusYears(start, years), end: plusYears(end + 1, years) - 1 };
}

function plusYears(time: number, years: number): number {
  const date = new Date(time);
  return date.setUTCFullYear(date.getUTCFullYear() + years);
}

/** The one that the words tell ("two weeks ago"), else the smallest that the date has. */
function unitOf(text: string, date: ParsedComponents): Unit {
  const told = UNITS.find((unit) => new RegExp(String.raw`\b${unit}s?\b`, "i").test(text));
  const isCertain = (component: Component): boolean => date.isCertain(component);
  return told ?? (isCertain("day") ? "day" : isCertain("month") ? "month" : "year");
}

function periodAround(date: ParsedComponents, unit: Unit): Period {
  const start = startOf(unit, timeOf(date));
  return { start, end: startOfNext(unit, start) - 1 };
}

const timeOf = (date: ParsedComponents): number =>
  Date.UTC(date.get("year") ?? 0, (date.get("month") ?? 1) - 1, date.get("day") ?? 1);

function startOf(unit: Unit, time: number): number {
  const date = new Date(time);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  if (unit === "year") return Date.UTC(year, 0);
  if (unit === "month") return Date.UTC(year, month);
  const sinceMonday = unit === "week" ? (date.getUTCDay() + WEEK_DAYS - 1) % WEEK_DAYS : 0;
  return Date.UTC(year, month, day - sinceMonday);
}

function startOfNext(unit: Unit, start: number): number {
  const date = new Date(start);
  if (unit === "year") return Date.UTC(date.getUTCFullYear() + 1, 0);
  if (unit === "month") return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
  return start + (unit === "week" ? WEEK_DAYS : 1) * DAY_MS;
}
