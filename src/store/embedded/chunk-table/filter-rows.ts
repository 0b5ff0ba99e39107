import { VerbatimError } from "../../../errors.ts";
import { foldName } from "../../../model/fold-name.ts";
import { ASSERTIONS, type Assertion, REPORTED, type Reported } from "../../../model/quote.ts";
import type { ChunkFilter } from "../../quote-store.ts";
import { comparableTime } from "../comparable-time.ts";
import type { RowArticle } from "./chunk-row.ts";
import { type ChunkTable, ROW_KINDS } from "./chunk-table.ts";

/** 1 for each row that is let through, 0 for the others. */
export type RowMask = Uint8Array;

/** The keys of the groups of names of the entities that these ids stand for. */
export type KeysOf = (entityIds: readonly string[]) => readonly number[];

/** More than a person writes; each is a pass over all rows. */
const MAX_CONDITIONS = 400;

/**
 * The rows that a filter lets through, without the removed ones. An empty list, `and` and `or` among them, matches
 * nothing. A filter of more than 400 parts, or with a time that is none, is BAD_INPUT.
 */
export function filterRows(table: ChunkTable, filter: ChunkFilter, keysOf: KeysOf): RowMask {
  if (size(filter) > MAX_CONDITIONS) {
    throw new VerbatimError("BAD_INPUT", `The filter has more than ${MAX_CONDITIONS} parts. Ask for less at once.`);
  }
  const mask = new FilterReader(table, keysOf).read(filter);
  if (table.count === table.rowCount) return mask;
  const present = table.present.values;
  for (let row = 0; row < mask.length; row++) mask[row] = (mask[row] as number) & (present[row] as number);
  return mask;
}

class FilterReader {
  readonly #table: ChunkTable;
  readonly #keysOf: KeysOf;

  constructor(table: ChunkTable, keysOf: KeysOf) {
    this.#table = table;
    this.#keysOf = keysOf;
  }

  /** A fresh mask, which the caller may write to. */
  read(filter: ChunkFilter): RowMask {
    const [first, ...others] = this.#conditions(filter);
    return first === undefined ? this.#all() : others.reduce(both, first);
  }

  #conditions(filter: ChunkFilter): readonly RowMask[] {
    const { speakers, onBehalfOf, assertions, reports } = filter;
    const { quoteKinds, chunkKinds, minConfidence, mentions, places, and, or, not } = filter;
    const { kinds, confidences } = this.#table;
    const masks = [
      speakers && this.#areSpokenBy(speakers),
      onBehalfOf && this.#isOneOf(this.#table.onBehalfOf.values, this.#keysOf(onBehalfOf)),
      assertions && this.#isOneOf(this.#table.assertions.values, assertions.map(assertionNumber)),
      reports && this.#isOneOf(this.#table.reports.values, reports.map(reportedNumber)),
      quoteKinds && this.#isOneOf(kinds.values, quoteKinds.map(kindNumber)),
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

  #all(): RowMask {
    return new Uint8Array(this.#table.rowCount).fill(1);
  }

  #none(): RowMask {
    return new Uint8Array(this.#table.rowCount);
  }

  #where(column: ArrayLike<number>, holds: (value: number) => boolean): RowMask {
    const mask = this.#none();
    for (let row = 0; row < mask.length; row++) mask[row] = holds(column[row] as number) ? 1 : 0;
    return mask;
  }

  #isOneOf(column: ArrayLike<number>, values: readonly number[]): RowMask {
    const wanted = new Set(values);
    return this.#where(column, (value) => wanted.has(value));
  }

  /** By any of those who speak together. */
  #areSpokenBy(speakers: readonly string[]): RowMask {
    const wanted = new Set(this.#keysOf(speakers));
    const mask = this.#where(this.#table.speakers.values, (speaker) => wanted.has(speaker));
    for (const [row, others] of this.#table.coSpeakers) if (others.some((key) => wanted.has(key))) mask[row] = 1;
    return mask;
  }

  #doMention(entityIds: readonly string[]): RowMask {
    const mask = this.#none();
    for (const key of this.#keysOf(entityIds)) {
      for (const row of this.#table.mentioning.get(key) ?? []) mask[row] = 1;
    }
    return mask;
  }

  /** Where and when: looked at once for each article. Undefined where the filter asks for neither. */
  #inArticles(filter: ChunkFilter): RowMask | undefined {
    const conditions = articleConditions(filter);
    if (conditions.length === 0) return undefined;
    const mask = this.#none();
    for (const { article, first, end } of this.#table.articles) {
      if (conditions.every((holds) => holds(article))) mask.fill(1, first, end);
    }
    return mask;
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

const kindNumber = (kind: (typeof ROW_KINDS)[number]): number => ROW_KINDS.indexOf(kind);

const assertionNumber = (assertion: Assertion): number => ASSERTIONS.indexOf(assertion);

const reportedNumber = (reported: Reported): number => REPORTED.indexOf(reported);

const kindsOfChunk = (kind: "QUOTE" | "PARAGRAPH"): readonly number[] =>
  ROW_KINDS.filter((rowKind) => (rowKind === "PARAGRAPH") === (kind === "PARAGRAPH")).map(kindNumber);

function both(a: RowMask, b: RowMask): RowMask {
  for (let row = 0; row < a.length; row++) a[row] = (a[row] as number) & (b[row] as number);
  return a;
}

function either(a: RowMask, b: RowMask): RowMask {
  for (let row = 0; row < a.length; row++) a[row] = (a[row] as number) | (b[row] as number);
  return a;
}

function size(filter: ChunkFilter): number {
  const parts = [...(filter.and ?? []), ...(filter.or ?? []), ...(filter.not === undefined ? [] : [filter.not])];
  return parts.reduce((sum, part) => sum + size(part), Object.keys(filter).length);
}
