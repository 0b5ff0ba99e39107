import type { DatedTitle } from "../../model/entity.ts";
import { groupBy } from "../../model/group-by.ts";
import { mayBeCalled, titleHead } from "../../model/title-words.ts";

/** A title as some articles of one date give it. */
export interface TitleUse {
  readonly title: string;
  /** ISO 8601; '' where the articles have no date. */
  readonly asOf: string;
  /** How many articles. */
  readonly uses: number;
}

/** Titles of one office, under the one that is used most. */
interface Office {
  readonly title: string;
  readonly count: number;
  /** The newest date. */
  readonly asOf: string;
  /** Up to when two articles or more give it; null where only one does. */
  readonly settledAt: string | null;
}

/** A title that one article alone gives may be a slip, or old news. */
const SEVERAL = 2;
/** Titles given within so many days of the newest are all in use: then the commonest is the one to show. */
const CURRENT_DAYS = 90;
const DAY_MS = 86_400_000;

/**
 * Each office once, by the title that most articles give it: "GOP nominee" and "Republican presidential nominee" are
 * one, "deputy minister" and "minister" are two. The current one comes first: of those that several articles give the
 * newest. The others follow, the newest first.
 */
export function distinctTitles(uses: readonly TitleUse[]): readonly DatedTitle[] {
  const offices = [...groupBy(uses, ({ title }) => titleHead(title)).values()].flatMap(officesOfHead);
  const newestFirst = offices.sort(
    (a, b) => descending(a.asOf, b.asOf) || b.count - a.count || (a.title < b.title ? -1 : 1),
  );
  const current = currentOf(newestFirst);
  const ordered = current === null ? newestFirst : [current, ...newestFirst.filter((office) => office !== current)];
  return ordered.map(({ title, asOf }) => ({ title, asOf: asOf === "" ? null : asOf }));
}

/** The commonest titles first, of those the shortest, so that each of the others joins the first that says the same. */
function officesOfHead(uses: readonly TitleUse[]): readonly Office[] {
  const spellings = [...groupBy(uses, ({ title }) => title.toLowerCase()).values()].sort(
    (a, b) => countOf(b) - countOf(a) || titleOf(a).length - titleOf(b).length || (titleOf(a) < titleOf(b) ? -1 : 1),
  );
  const groups: { readonly title: string; readonly uses: TitleUse[] }[] = [];
  for (const spelling of spellings) {
    const title = titleOf(spelling);
    const same = groups.find((group) => mayBeCalled(group.title, title) || mayBeCalled(title, group.title));
    if (same) same.uses.push(...spelling);
    else groups.push({ title, uses: [...spelling] });
  }
  return groups.map(toOffice);
}

function toOffice({ title, uses }: { readonly title: string; readonly uses: readonly TitleUse[] }): Office {
  const newestFirst = [...uses].sort((a, b) => descending(a.asOf, b.asOf));
  let count = 0;
  let settledAt: string | null = null;
  for (const use of newestFirst) {
    count += use.uses;
    if (count >= SEVERAL) settledAt ??= use.asOf;
  }
  return { title, count, asOf: newestFirst[0]?.asOf ?? "", settledAt };
}

function currentOf(offices: readonly Office[]): Office | null {
  const settled = offices.filter(({ settledAt }) => settledAt !== null);
  const newest = settled.reduce((latest, { settledAt }) => Math.max(latest, timeOf(settledAt)), 0);
  const current = settled.filter(({ settledAt }) => newest - timeOf(settledAt) <= CURRENT_DAYS * DAY_MS);
  const [first = null] = [...current].sort((a, b) => b.count - a.count);
  return first;
}

const timeOf = (date: string | null): number => (date ? Date.parse(date) : 0);
const countOf = (uses: readonly TitleUse[]): number => uses.reduce((sum, { uses: count }) => sum + count, 0);

/** As most articles write it. */
function titleOf(uses: readonly TitleUse[]): string {
  const written = [...groupBy(uses, ({ title }) => title)].sort(
    ([a, some], [b, others]) => countOf(others) - countOf(some) || (a < b ? -1 : 1),
  );
  return written[0]?.[0] ?? "";
}

const descending = (a: string, b: string): number => (a === b ? 0 : a > b ? -1 : 1);
