import type { Period } from "../navigation/period.ts";

/** @property month As `2024-03`. */
export interface MonthCount {
  readonly month: string;
  readonly count: number;
}

/** A bar of the histogram. */
export interface MonthBin {
  /** Its first and last month, which are one where a bar is a month. */
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** Such as "March 2024", "2024" for a whole year, "2020–2029" for ten. */
  readonly label: string;
}

/** Months that a bar may stand for: one, a year, ten years, a century. */
const STEPS = [1, 12, 120, 1_200] as const;
/** More are too thin for a finger on a phone. */
const MAX_BARS = 48;

const MONTH_NAME = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/** One bar for each month, or for each year or more of a long time, without a gap from the first to the last. */
export function monthBins(months: readonly MonthCount[]): readonly MonthBin[] {
  const numbers = months.map(({ month }) => monthNumber(month));
  if (numbers.length === 0) return [];
  const first = Math.min(...numbers);
  const last = Math.max(...numbers);
  const barsBy = (step: number) => Math.floor(last / step) - Math.floor(first / step) + 1;
  const step = STEPS.find((step) => barsBy(step) <= MAX_BARS) ?? STEPS[STEPS.length - 1] ?? 1;
  return Array.from({ length: barsBy(step) }, (_, i) => {
    const start = (Math.floor(first / step) + i) * step;
    const [from, to] = [monthText(start), monthText(start + step - 1)];
    return { from, to, label: labelOf(from, to), count: countWithin(from, to, months) };
  });
}

function labelOf(from: string, to: string): string {
  if (from === to) return MONTH_NAME.format(new Date(`${from}-01T00:00:00Z`));
  const years = [...new Set([from, to].map((month) => month.slice(0, YEAR_LENGTH)))];
  return years.join("–");
}

/** Of `2024` in `2024-03`. */
const YEAR_LENGTH = 4;

/** Months as text sort as they follow each other. */
const countWithin = (from: string, to: string, months: readonly MonthCount[]): number =>
  months.reduce((sum, { month, count }) => (month >= from && month <= to ? sum + count : sum), 0);

/** Whether the period takes in any part of the bar. */
export const isWithin = ({ from, to }: MonthBin, period: Period): boolean =>
  (period.from === null || to >= period.from) && (period.to === null || from <= period.to);

/** Months since the year 0. */
function monthNumber(month: string): number {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return year * 12 + number - 1;
}

const monthText = (number: number): string =>
  `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;
