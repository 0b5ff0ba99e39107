import { foldName } from "../../model/fold-name.ts";
import type { ChunkFilter } from "../quote-store.ts";
import { comparableTime } from "./comparable-time.ts";
import { allOf, isOneOf, type SqlCondition } from "./sql-condition.ts";

/** Where a table keeps what filters ask for. */
interface SpokenColumns {
  readonly article: string;
  readonly speaker: string;
  readonly quoteKind: string;
  readonly confidence: string;
}

type PublishedFilter = Pick<ChunkFilter, "publishers" | "publishedFrom" | "publishedTo">;
type SpokenFilter = PublishedFilter & Pick<ChunkFilter, "speakers" | "articles" | "quoteKinds" | "minConfidence">;

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

/** The keys of all groups of names that are the entities of these ids, a JSON list. */
export const GROUPS_OF_IDS = `SELECT g.key FROM name_group g WHERE g.entity_key IN (
  SELECT entity_key FROM entity_id WHERE id IN (SELECT value FROM json_each(?)))`;

const isSpokenBy = (column: string, speakers: readonly string[]): SqlCondition => ({
  sql: `(${column} IS NOT NULL AND ${column} IN (${GROUPS_OF_IDS}))`,
  params: [JSON.stringify(speakers)],
});

/** The lists of which the words must mention one each. */
export const mentionedBy = ({ mentions, places }: Pick<ChunkFilter, "mentions" | "places">) =>
  [mentions, places].filter((entities) => entities !== undefined);

/** `label` names a chunk. */
export const isMentioning = (label: string, entities: readonly string[]): SqlCondition => ({
  sql: `${label} IN (SELECT m.label FROM chunk_entity m WHERE m.group_key IN (${GROUPS_OF_IDS}))`,
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
