import { foldName } from "../../../model/fold-name.ts";
import { ASSERTIONS, type Assertion, REPORTED, type Reported } from "../../../model/quote.ts";
import { ROW_KINDS, rowKindNumber } from "../../../ranking/row-kinds.ts";
import type { ChunkFilter } from "../../chunk-filter.ts";
import { comparableTime } from "../../comparable-time.ts";
import { checkFilterSize } from "../../filter-size.ts";
import type { RowArticle } from "./chunk-row.ts";
import type { ChunkTable } from "./chunk-table.ts";
import { NONE } from "./name-column.ts";

/** 1 for each row that is let through, 0 for the others. */
export type RowMask = Uint8Array;

/** The same for each entry of what is said in the rows. */
type StatementMask = Uint8Array;

/** What a filter lets through: rows in which something is said, or told, that fits all of it, and which that is. */
export interface Filtered {
  readonly rows: RowMask;
  readonly statements: StatementMask;
}

/** The keys of the groups of names of the entities that these ids stand for. */
export type KeysOf = (entityIds: readonly string[]) => readonly number[];

/**
 * The rows that a filter lets through, without the removed ones. An empty list, `and` and `or` among them, matches
 * nothing. A filter of more than 400 parts, or with a time that is none, is BAD_INPUT.
 */
export function filterRows(table: ChunkTable, filter: ChunkFilter, keysOf: KeysOf): Filtered {
  checkFilterSize(filter);
  const statements = new FilterReader(table, keysOf).read(filter);
  const rowOf = table.statements.rows.values;
  const present = table.present.values;
  const rows = new Uint8Array(table.rowCount);
  for (let i = 0; i < statements.length; i++) {
    const row = rowOf[i] as number;
    rows[row] = (rows[row] as number) | ((statements[i] as number) & (present[row] as number));
  }
  return { rows, statements };
}

/** Reads a filter as a mask over what is said in the rows. */
class FilterReader {
  readonly #table: ChunkTable;
  readonly #keysOf: KeysOf;

  constructor(table: ChunkTable, keysOf: KeysOf) {
    this.#table = table;
    this.#keysOf = keysOf;
  }

  /** A fresh mask, which the caller may write to. */
  read(filter: ChunkFilter): StatementMask {
    const [first, ...others] = this.#conditions(filter);
    return first === undefined ? this.#all() : others.reduce(both, first);
  }

  #conditions(filter: ChunkFilter): readonly StatementMask[] {
    const { speakers, onBehalfOf, assertions, reports } = filter;
    const { quoteKinds, chunkKinds, minConfidence, mentions, places, and, or, not } = filter;
    const { kinds, confidences } = this.#table.statements;
    const masks = [
      speakers && this.#areSpokenBy(speakers),
      onBehalfOf && this.#isOneOf(this.#table.statements.onBehalfOf.values, this.#keysOf(onBehalfOf)),
      assertions && this.#isOneOf(this.#table.statements.assertions.values, assertions.map(assertionNumber)),
      reports && this.#isOneOf(this.#table.statements.reports.values, reports.map(reportedNumber)),
      quoteKinds && this.#isOneOf(kinds.values, quoteKinds.map(rowKindNumber)),
      chunkKinds && this.#isOneOf(kinds.values, chunkKinds.flatMap(kindsOfChunk)),
      minConfidence !== undefined && this.#where(confidences.values, (confidence) => confidence >= minConfidence),
      mentions && this.#doMention(mentions),
      places && this.#doMention(places),
      this.#inArticles(filter),
      and && (and.length === 0 ? this.#none() : and.map((part) => this.read(part)).reduce(both)),
      or?.map((part) => this.read(part)).reduce(either, this.#none()),
      not && this.read(not).map((through) => 1 - through),
    ];
    return masks.filter((mask) => mask instanceof Uint8Array);
  }

  #all(): StatementMask {
    return this.#none().fill(1);
  }

  #none(): StatementMask {
    return new Uint8Array(this.#table.statements.count);
  }

  #where(column: ArrayLike<number>, holds: (value: number) => boolean): StatementMask {
    const mask = this.#none();
    for (let i = 0; i < mask.length; i++) mask[i] = holds(column[i] as number) ? 1 : 0;
    return mask;
  }

  /** The numbers of a column are NONE and up: a table of them is asked many times as fast as a set. */
  #isOneOf(column: ArrayLike<number>, values: readonly number[]): StatementMask {
    const wanted = new Uint8Array(values.reduce((most, value) => Math.max(most, value), NONE) - NONE + 1);
    for (const value of values) wanted[value - NONE] = 1;
    const mask = this.#none();
    for (let i = 0; i < mask.length; i++) mask[i] = wanted[(column[i] as number) - NONE] ?? 0;
    return mask;
  }

  /** By any of those who speak together. */
  #areSpokenBy(speakers: readonly string[]): StatementMask {
    const keys = this.#keysOf(speakers);
    const wanted = new Set(keys);
    const mask = this.#isOneOf(this.#table.statements.speakers.values, keys);
    for (const [entry, others] of this.#table.statements.coSpeakers)
      if (others.some((key) => wanted.has(key))) mask[entry] = 1;
    return mask;
  }

  #doMention(entityIds: readonly string[]): StatementMask {
    const mask = this.#none();
    for (const key of this.#keysOf(entityIds)) {
      this.#table.forEachMentioning(key, (row) => this.#letThrough(mask, row, row + 1));
    }
    return mask;
  }

  /** Where and when: looked at once for each article. Undefined where the filter asks for neither. */
  #inArticles(filter: ChunkFilter): StatementMask | undefined {
    const conditions = articleConditions(filter);
    if (conditions.length === 0) return undefined;
    const mask = this.#none();
    for (const { article, first, end } of this.#table.articles) {
      if (conditions.every((holds) => holds(article))) this.#letThrough(mask, first, end);
    }
    return mask;
  }

  /** All that is said in some rows, from the first up to, but not including, `end`. */
  #letThrough(mask: StatementMask, firstRow: number, endRow: number): void {
    const { first, end } = this.#table.statements.range(firstRow, endRow);
    mask.fill(1, first, end);
  }
}

type ArticleCondition = (article: RowArticle) => boolean;

function articleConditions(filter: ChunkFilter): readonly ArticleCondition[] {
  const { articles, publishers, publishedFrom, publishedTo } = filter;
  const conditions: ArticleCondition[] = [];
  if (articles !== undefined) {
    const wanted = new Set(articles);
    conditions.push(({ id }) => wanted.has(id));
  }
  if (publishers !== undefined) {
    const folded = new Set(publishers.map(foldName));
    conditions.push(({ publisherFolded }) => publisherFolded !== null && folded.has(publisherFolded));
  }
  if (publishedFrom !== undefined) {
    const from = comparableTime(publishedFrom);
    conditions.push(({ publishedAt }) => publishedAt !== null && publishedAt >= from);
  }
  if (publishedTo !== undefined) {
    const to = comparableTime(publishedTo);
    conditions.push(({ publishedAt }) => publishedAt !== null && publishedAt <= to);
  }
  return conditions;
}

const assertionNumber = (assertion: Assertion): number => ASSERTIONS.indexOf(assertion);

const reportedNumber = (reported: Reported): number => REPORTED.indexOf(reported);

const kindsOfChunk = (kind: "QUOTE" | "PARAGRAPH"): readonly number[] =>
  ROW_KINDS.filter((rowKind) => (rowKind === "PARAGRAPH") === (kind === "PARAGRAPH")).map(rowKindNumber);

function both(a: StatementMask, b: StatementMask): StatementMask {
  for (let i = 0; i < a.length; i++) a[i] = (a[i] as number) & (b[i] as number);
  return a;
}

function either(a: StatementMask, b: StatementMask): StatementMask {
  for (let i = 0; i < a.length; i++) a[i] = (a[i] as number) | (b[i] as number);
  return a;
}
