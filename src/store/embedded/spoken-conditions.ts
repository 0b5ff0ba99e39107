import { foldName } from "../../model/fold-name.ts";
import type { ChunkFilter } from "../chunk-filter.ts";
import { comparableTime } from "../comparable-time.ts";
import type { QuoteFilter } from "../quote-store.ts";
import { allOf, isOneOf, type SqlCondition } from "./sql-condition.ts";

type PublishedFilter = Pick<ChunkFilter, "publishers" | "publishedFrom" | "publishedTo">;
type SpokenFilter = Omit<QuoteFilter, "mentions" | "places">;

/** The conditions on what was said, by whom, where and when, for the table `quote` under the alias `q`. */
export function spokenConditions(filter: SpokenFilter): readonly SqlCondition[] {
  const { speakers, onBehalfOf, assertions, reports, articles, quoteKinds, minConfidence } = filter;
  const published = publishedConditions("a", filter);
  const conditions = [
    speakers && isSpokenBy(speakers),
    onBehalfOf && isSaidFor(onBehalfOf),
    assertions && isOneOf("q.assertion", assertions),
    reports && isOneOf("q.reports", reports),
    articles && isOneOf("q.article_id", articles),
    quoteKinds && isOneOf("q.kind", quoteKinds),
    minConfidence !== undefined && isAtLeast("q.confidence", minConfidence),
    published.length > 0 && isInArticle("q.article_id", allOf(published)),
  ];
  return conditions.filter((condition) => typeof condition === "object");
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

/** By any of its speakers. */
const isSpokenBy = (speakers: readonly string[]): SqlCondition => ({
  sql: `q.id IN (SELECT s.quote_id FROM quote_speaker s WHERE s.group_key IN (${GROUPS_OF_IDS}))`,
  params: [JSON.stringify(speakers)],
});

const isSaidFor = (entities: readonly string[]): SqlCondition => ({
  sql: `(q.behalf_key IS NOT NULL AND q.behalf_key IN (${GROUPS_OF_IDS}))`,
  params: [JSON.stringify(entities)],
});

/** The lists of which the words must mention one each. */
export const mentionedBy = ({ mentions, places }: Pick<ChunkFilter, "mentions" | "places">) =>
  [mentions, places].filter((entities) => entities !== undefined);

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
