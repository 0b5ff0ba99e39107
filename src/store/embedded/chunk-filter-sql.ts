import { VerbatimError } from "../../errors.ts";
import { foldName } from "../../model/fold-name.ts";
import type { ChunkFilter } from "../quote-store.ts";
import { allOf, anyOf, isOneOf, NEVER, not, type SqlCondition } from "./sql-condition.ts";

/** SQLite takes expressions 1,000 deep, and a chain of ANDs is as deep as it is long. */
const MAX_CONDITIONS = 400;

/** Where a table keeps what filters ask for. */
interface SpokenColumns {
  readonly article: string;
  readonly speaker: string;
  readonly quoteKind: string;
  readonly confidence: string;
}

type PublishedFilter = Pick<ChunkFilter, "publishers" | "publishedFrom" | "publishedTo">;
type SpokenFilter = PublishedFilter & Pick<ChunkFilter, "speakers" | "articles" | "quoteKinds" | "minConfidence">;

const CHUNK_COLUMNS: SpokenColumns = {
  article: "c.article_id",
  speaker: "c.speaker_key",
  quoteKind: "c.quote_kind",
  confidence: "c.confidence",
};

/**
 * The condition on `chunk c` that a filter states. An empty list, `and` and `or` among them, matches nothing.
 * A filter of more than 400 parts is BAD_INPUT.
 */
export function chunkFilterSql(filter: ChunkFilter): SqlCondition {
  if (size(filter) > MAX_CONDITIONS) {
    throw new VerbatimError("BAD_INPUT", `The filter has more than ${MAX_CONDITIONS} parts. Ask for less at once.`);
  }
  return nested(filter);
}

/** True when the filter lets everything through, so that nothing has to be looked up. */
export const isEmptyFilter = (filter: ChunkFilter): boolean =>
  Object.values(filter).every((condition) => condition === undefined);

/** The conditions on what was said, where and when, for any table that has these columns. */
export function spokenConditions(columns: SpokenColumns, filter: SpokenFilter): readonly SqlCondition[] {
  const conditions: SqlCondition[] = [];
  if (filter.speakers !== undefined) conditions.push(isSpokenBy(columns.speaker, filter.speakers));
  if (filter.articles !== undefined) conditions.push(isOneOf(columns.article, filter.articles));
  if (filter.quoteKinds !== undefined) conditions.push(isOneOf(columns.quoteKind, filter.quoteKinds));
  if (filter.minConfidence !== undefined) conditions.push(isAtLeast(columns.confidence, filter.minConfidence));
  const published = publishedConditions("a", filter);
  if (published.length > 0) conditions.push(isInArticle(columns.article, allOf(published)));
  return conditions;
}

/** The conditions on who published an article and when, for the table `article` under this alias. */
export function publishedConditions(alias: string, filter: PublishedFilter): readonly SqlCondition[] {
  const date = `${alias}.published_at`;
  const conditions: SqlCondition[] = [];
  if (filter.publishers !== undefined)
    conditions.push(isOneOf(`${alias}.publisher_folded`, filter.publishers.map(foldName)));
  if (filter.publishedFrom !== undefined) conditions.push(isDated(date, ">=", filter.publishedFrom));
  if (filter.publishedTo !== undefined) conditions.push(isDated(date, "<=", filter.publishedTo));
  return conditions;
}

function nested(filter: ChunkFilter): SqlCondition {
  const conditions = [...spokenConditions(CHUNK_COLUMNS, filter)];
  for (const entities of mentionedBy(filter)) conditions.push(isMentioning("c.label", entities));
  if (filter.chunkKinds !== undefined) conditions.push(isOneOf("c.kind", filter.chunkKinds));
  if (filter.and !== undefined) conditions.push(filter.and.length === 0 ? NEVER : allOf(filter.and.map(nested)));
  if (filter.or !== undefined) conditions.push(anyOf(filter.or.map(nested)));
  if (filter.not !== undefined) conditions.push(not(nested(filter.not)));
  return allOf(conditions);
}

function size(filter: ChunkFilter): number {
  const parts = [...(filter.and ?? []), ...(filter.or ?? []), ...(filter.not === undefined ? [] : [filter.not])];
  return parts.reduce((sum, part) => sum + size(part), Object.keys(filter).length);
}

/** Ids of joined entities and of their members lead to the same key. */
const isSpokenBy = (column: string, speakers: readonly string[]): SqlCondition => ({
  sql: `(${column} IS NOT NULL AND ${column} IN (
    SELECT entity_key FROM article_entity WHERE id IN (SELECT value FROM json_each(?))))`,
  params: [JSON.stringify(speakers)],
});

/** The lists of which the words must mention one each. */
export const mentionedBy = ({ mentions, places }: Pick<ChunkFilter, "mentions" | "places">) =>
  [mentions, places].filter((entities) => entities !== undefined);

/** `label` names a chunk; joined entities and members again lead to the same key. */
export const isMentioning = (label: string, entities: readonly string[]): SqlCondition => ({
  sql: `${label} IN (SELECT m.label FROM chunk_entity m WHERE m.entity_key IN (
    SELECT entity_key FROM article_entity WHERE id IN (SELECT value FROM json_each(?))))`,
  params: [JSON.stringify(entities)],
});

const isAtLeast = (column: string, least: number): SqlCondition => ({
  sql: `(${column} IS NOT NULL AND ${column} >= ?)`,
  params: [least],
});

const isInArticle = (column: string, condition: SqlCondition): SqlCondition => ({
  sql: `${column} IN (SELECT a.id FROM article a WHERE ${condition.sql})`,
  params: condition.params,
});

const isDated = (column: string, comparison: ">=" | "<=", time: string): SqlCondition => ({
  sql: `(${column} IS NOT NULL AND ${column} ${comparison} ?)`,
  params: [comparableTime(time)],
});

/** Dates are kept as `toISOString` writes them, so that the order of the letters is the order of time. */
function comparableTime(time: string): string {
  const milliseconds = Date.parse(time);
  if (Number.isNaN(milliseconds)) {
    throw new VerbatimError("BAD_INPUT", `"${time}" is not a time. Write it as 2024-03-05T00:00:00.000Z.`);
  }
  return new Date(milliseconds).toISOString();
}
