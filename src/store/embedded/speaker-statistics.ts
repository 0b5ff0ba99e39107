import type { Quote } from "../../model/quote.ts";
import type { CoMention, PeriodCount, TimelineUnit } from "../quote-store.ts";
import type { Connection } from "./connection.ts";
import { matchExpression } from "./full-text.ts";
import { readQuotes } from "./quotes.ts";

/** How much of an ISO date names the period. */
const PERIOD_LENGTH: Readonly<Record<TimelineUnit, number>> = { DAY: 10, MONTH: 7, YEAR: 4 };

/**
 * Each of the ids that are asked for, a JSON list, with the groups of names of its entity. Looked up id by id: joined to
 * the view as a whole, SQLite would read all of it.
 */
const ASKED_GROUPS = `SELECT i.asked, g.key AS group_key
  FROM (SELECT value AS asked, (SELECT entity_key FROM entity_id WHERE id = value LIMIT 1) AS entity_key
    FROM (SELECT DISTINCT value FROM json_each(?))) i
  JOIN name_group g ON g.entity_key = i.entity_key`;

/** Each quote `q` that one who is asked for said, alone or with others, once, and the article `a` in which. */
const ASKED_QUOTES = `(SELECT DISTINCT k.asked, s.quote_id
    FROM (${ASKED_GROUPS}) k JOIN quote_speaker s ON s.group_key = k.group_key)
  JOIN quote q ON q.id = quote_id JOIN article a ON a.id = q.article_id`;

type Asked<T> = T & { readonly asked: string };

/** The quotes of each speaker by period, the oldest first, undated ones last. */
export function readTimelines(connection: Connection, speakerIds: readonly string[], unit: TimelineUnit) {
  const rows = connection.all<Asked<PeriodCount>>(
    `SELECT asked, substr(a.published_at, 1, ?) AS period, COUNT(*) AS quotes
     FROM ${ASKED_QUOTES} GROUP BY asked, period ORDER BY period IS NULL, period`,
    PERIOD_LENGTH[unit],
    JSON.stringify(speakerIds),
  );
  return grouped(speakerIds, rows, ({ period, quotes }): PeriodCount => ({ period, quotes }));
}

/** Who and what each entity is mentioned with, those they speak of or are spoken of by first. */
export function readCoMentions(connection: Connection, entityIds: readonly string[], limit: number) {
  return entityIds.map((id) => {
    const [key] = connection.column<number>("SELECT entity_key FROM entity_id WHERE id = ? LIMIT 1", id);
    if (key === undefined) return [];
    return connection.all<CoMention>(CO_MENTIONS, key, key, limit);
  });
}

/** Each of the three ways to be together, counted by the other's key, then put in one row. */
const CO_MENTIONS = `WITH mine AS (SELECT key FROM name_group WHERE entity_key = ?),
  together AS (
    SELECT g.entity_key AS other, COUNT(DISTINCT m.quote_id) AS spoken_of, 0 AS spoken_by, 0 AS articles
    FROM quote_speaker s JOIN quote_entity m ON m.quote_id = s.quote_id JOIN name_group g ON g.key = m.group_key
    WHERE s.group_key IN (SELECT key FROM mine) GROUP BY g.entity_key
  UNION ALL
    SELECT g.entity_key, 0, COUNT(DISTINCT m.quote_id), 0
    FROM quote_entity m JOIN quote_speaker s ON s.quote_id = m.quote_id JOIN name_group g ON g.key = s.group_key
    WHERE m.group_key IN (SELECT key FROM mine) GROUP BY g.entity_key
  UNION ALL
    SELECT g.entity_key, 0, 0, COUNT(DISTINCT o.article_id)
    FROM article_entity m JOIN article_entity o ON o.article_id = m.article_id JOIN name_group g ON g.key = o.group_key
    WHERE m.group_key IN (SELECT key FROM mine) GROUP BY g.entity_key)
  SELECT e.id AS entityId, SUM(t.spoken_of) AS spokenOf, SUM(t.spoken_by) AS spokenBy, SUM(t.articles) AS articles
  FROM together t JOIN entity e ON e.key = t.other WHERE t.other <> ? GROUP BY t.other
  ORDER BY spokenOf + spokenBy DESC, articles DESC, e.id LIMIT ?`;

/** The newest quotes of each speaker, up to a limit each. */
export function readQuotesOfSpeakers(connection: Connection, speakerIds: readonly string[], limit: number) {
  const rows = connection.all<Asked<{ readonly id: string }>>(
    `SELECT asked, id FROM (
       SELECT asked, q.id, ROW_NUMBER() OVER (
         PARTITION BY asked ORDER BY COALESCE(a.published_at, '') DESC, a.id, q.ordinal) AS place
       FROM ${ASKED_QUOTES})
     WHERE place <= ? ORDER BY asked, place`,
    JSON.stringify(speakerIds),
    limit,
  );
  const quotes = readQuotes(
    connection,
    rows.map(({ id }) => id),
  );
  const found = rows.flatMap(({ asked }, i) => (quotes[i] ? [{ asked, quote: quotes[i] }] : []));
  return grouped(speakerIds, found, ({ quote }): Quote => quote);
}

/** In how many chunks' own words each phrase stands, stemmed; 0 for what holds no word. */
export function countPhrases(connection: Connection, phrases: readonly string[]): readonly number[] {
  const sql = "SELECT COUNT(*) AS n FROM chunk_words WHERE chunk_words MATCH ?";
  return phrases.map((phrase) => {
    const expression = matchExpression([phrase]);
    return expression === null ? 0 : (connection.get<{ readonly n: number }>(sql, expression)?.n ?? 0);
  });
}

/** What belongs to each id, in the order of the ids. */
function grouped<Row extends { readonly asked: string }, T>(
  ids: readonly string[],
  rows: readonly Row[],
  value: (row: Row) => T,
): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>(ids.map((id) => [id, []]));
  for (const row of rows) groups.get(row.asked)?.push(value(row));
  return ids.map((id) => groups.get(id) ?? []);
}
