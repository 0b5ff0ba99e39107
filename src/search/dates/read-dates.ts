import type { Span } from "../../model/span.ts";
import { ASKS_FOR_WORDS } from "../names/asking-words.ts";
import { areJoined, type DateKind, type FoundDate, findDates } from "./find-dates.ts";
import type { Period } from "./period.ts";

/** When a query says that the articles were published, and what is left of it without these words. */
export interface ReadDate {
  /** As the query has them: "in March 2024". */
  readonly words: string;
  /** ISO 8601 UTC, inclusive; null where that side is open. */
  readonly from: string | null;
  readonly to: string | null;
  /** The query without the words. */
  readonly rest: string;
}

/** In UTF-16 units. Longer ones are pasted words rather than questions, and chrono takes half a second for 500 numbers in a row. */
const MAX_QUERY_CHARACTERS = 300;

/** What stands before a time and belongs to it. */
const BEFORE_DATE =
  /(?:^|\s)(?:(?<preposition>by|for|about|at|in|during|throughout|on|of|from|since|after|before|until|till|between)\s+)?(?:the\s+)?(?:(?:early|late|mid|beginning of|start of|end of|middle of|course of|month of|year of|year|spring of|summer of|autumn of|fall of|winter of|spring|summer|autumn|winter)[\s-]+(?:the\s+)?)?$/iu;

/** What each preposition makes of a time. */
type Relation = "WITHIN" | "SINCE" | "AFTER" | "BEFORE" | "UNTIL";

const RELATIONS: Readonly<Record<string, Relation>> = {
  since: "SINCE",
  after: "AFTER",
  before: "BEFORE",
  until: "UNTIL",
  till: "UNTIL",
};

/** The words of a query that say when, with what stands before them. */
interface DatePhrase extends Span {
  readonly preposition: string;
  readonly hasArticle: boolean;
  readonly kind: DateKind;
  readonly from: FoundDate;
  readonly to: FoundDate;
}

/**
 * When a query says that something was said, and so when the article was published; null where it says nothing of that. A time
 * that names what the question is about is none: "the 2016 election", "the flood of March 2024", "the plan for 2023". So it has to
 * end or begin the query with its preposition, or to stand behind what people do with words ("said in March 2024 about"); and it
 * may not lie in the future.
 * @param now Milliseconds since 1970.
 */
export function readDate(query: string, now: number): ReadDate | null {
  if (query.length > MAX_QUERY_CHARACTERS) return null;
  const phrases = phrasesIn(query, findDates(query, now));
  const phrase = phrases.findLast((one) => one.from.period.start <= now && saysWhen(query, one));
  if (phrase === undefined) return null;
  const { start, end, preposition } = phrase;
  const [before, behind] = [query.slice(0, start), query.slice(end)];
  return {
    ...rangeOf(RELATIONS[preposition] ?? "WITHIN", { start: phrase.from.period.start, end: phrase.to.period.end }),
    words: query.slice(start, end).trim(),
    rest: `${before} ${behind.replace(/^\s*,/, " ")}`
      .replace(/\s+/g, " ")
      .replace(/\s+(?=[?.!,])/g, "")
      .trim(),
  };
}

/** Each time with what stands before it; two that "and" joins behind "between" are one. */
function phrasesIn(query: string, dates: readonly FoundDate[]): readonly DatePhrase[] {
  const phrases: DatePhrase[] = [];
  for (const [i, date] of dates.entries()) {
    const before = phrases.at(-1);
    if (before === undefined || before.to !== date) phrases.push(...phraseAt(query, date, dates[i + 1]));
  }
  return phrases;
}

function phraseAt(query: string, date: FoundDate, next: FoundDate | undefined): readonly DatePhrase[] {
  const match = BEFORE_DATE.exec(query.slice(0, date.start));
  const preposition = match?.groups?.preposition?.toLowerCase() ?? "";
  const isRange =
    (preposition === "between" || preposition === "from") && next !== undefined && areJoined(query, date, next);
  if (preposition === "between" && !isRange && date.kind !== "RELATIVE") return [];
  const to = isRange ? next : date;
  const start = date.start - (match?.[0].trimStart().length ?? 0);
  const hasArticle = /\bthe\s+/i.test(match?.[0] ?? "");
  return [{ preposition, hasArticle, kind: date.kind, from: date, to, start, end: to.end }];
}

function saysWhen(query: string, phrase: DatePhrase): boolean {
  const before = query.slice(0, phrase.start).trimEnd();
  const behind = query.slice(phrase.end);
  const isFirst = before === "";
  const isLast = /^[\s?.!,]*$/.test(behind);
  const followsSaying = ASKS_FOR_WORDS.test(before) || IN_PRINT.test(before);
  if (!mayTellWhen(phrase, followsSaying) || isOfAnother(before, query.slice(phrase.from.start, phrase.to.end)))
    return false;
  if (phrase.kind === "MONTH_WITHOUT_YEAR" && !ASKS_OR_SAID.test(before)) return false;
  if (isLast) return true;
  if (isFirst) return /^\s*,|^\s+(?:what|who|which|how|why|where|did|does|has|have|is|was)\b/i.test(behind);
  return followsSaying && (phrase.kind === "MONTH_WITHOUT_YEAR" ? NAMES_MATTER : GOES_ON).test(behind);
}

/** "Statements published after May 2024 by". */
const IN_PRINT = /\b(?:published|printed|dated|reported|articles?|news|coverage)$/i;

/** "Get no say in November" asks for nobody's words. */
const ASKS_OR_SAID = /^(?:what|who|whom|which|how|why|did|does|has|have|is|was|were|summari[sz]e)\b|\bsaid$/i;

/** "His last two years", "eight years before 2016", and a programme called This Week. */
const isOfAnother = (before: string, date: string): boolean =>
  /(?:\b(?:his|her|its|their|my|our|years?|months?|weeks?|days?|decades?)|['’]s)$/i.test(before) ||
  (before !== "" && /^(?:This|Last|Past) \p{Lu}/u.test(date));

const NAMES_MATTER = /^\s+(?:about|on|regarding|concerning)\s/i;
/** What follows a time that is whole: "said last week about", and not "said last week's storm". */
const GOES_ON =
  /^\s*(?:,|(?:about|on|regarding|concerning|that|to|in|at|over|against|for|as|when|while|and|with|by)\s)/i;

/** Whether these words, rather than what stands around them, can say when: "for 2024" and "the March 2024 vote" do not. */
function mayTellWhen({ preposition, kind, hasArticle, from, to }: DatePhrase, followsSaying: boolean): boolean {
  const isRange = from !== to;
  // "Trust in May" may be a woman's; what was said in May was not said in her.
  if (kind === "MONTH_WITHOUT_YEAR") return followsSaying && /^(?:in|during|since)$/.test(preposition);
  switch (preposition) {
    case "":
      return kind === "RELATIVE" ? !hasArticle : (kind === "MONTH" || kind === "DAY") && !hasArticle;
    case "by":
    case "for":
    case "about":
    case "at":
      return false;
    case "of":
      return followsSaying;
    case "on":
      return kind === "DAY";
    case "from":
      return true;
    case "in":
    case "during":
    case "throughout":
    case "between":
      return kind !== "DAY" || isRange;
    case "until":
    case "till":
      return followsSaying;
    default:
      return true;
  }
}

const iso = (time: number): string => new Date(time).toISOString();

function rangeOf(relation: Relation, { start, end }: Period): Pick<ReadDate, "from" | "to"> {
  switch (relation) {
    case "SINCE":
      return { from: iso(start), to: null };
    case "AFTER":
      return { from: iso(end + 1), to: null };
    case "BEFORE":
      return { from: null, to: iso(start - 1) };
    case "UNTIL":
      return { from: null, to: iso(end) };
    default:
      return { from: iso(start), to: iso(end) };
  }
}
