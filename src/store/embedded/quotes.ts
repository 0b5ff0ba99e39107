import { PLAINLY_SAID, type Quote, type QuoteKind } from "../../model/quote.ts";
import type { Page, PageRequest, QuoteFilter, QuoteOrder } from "../quote-store.ts";
import { byIds } from "./by-ids.ts";
import type { Connection } from "./connection.ts";
import { type KeysetList, readPage, type SortKey } from "./keyset-page.ts";
import { isMentioning, mentionedBy, spokenConditions } from "./spoken-conditions.ts";
import { allOf, type SqlCondition } from "./sql-condition.ts";

interface QuoteRow {
  readonly id: string;
  readonly article_id: string;
  readonly kind: QuoteKind;
  readonly spans: string;
  readonly cue: string | null;
  readonly speaker_mention: string | null;
  readonly speaker_id: string | null;
  readonly confidence: number;
}

/** The article's id is taken from where the date is, so that one index of articles gives the order of both. */
const placeIn = (articleId: string): readonly SortKey[] => [
  { sql: articleId, descending: false },
  { sql: "q.ordinal", descending: false },
];
const DATED_QUOTES = "article a JOIN quote q ON q.article_id = a.id";

/** Undated ones come last both ways: nothing is before the empty text, and no year begins with a tilde. */
const LISTS: Readonly<Record<QuoteOrder, KeysetList>> = {
  NEWEST: {
    name: "quotes-newest",
    from: DATED_QUOTES,
    counted: "quote q",
    id: "q.id",
    keys: [{ sql: "COALESCE(a.published_at, '')", descending: true }, ...placeIn("a.id")],
  },
  OLDEST: {
    name: "quotes-oldest",
    from: DATED_QUOTES,
    counted: "quote q",
    id: "q.id",
    keys: [{ sql: "COALESCE(a.published_at, '~')", descending: false }, ...placeIn("a.id")],
  },
  CONFIDENCE: {
    name: "quotes-confidence",
    from: "quote q",
    counted: "quote q",
    id: "q.id",
    keys: [{ sql: "q.confidence", descending: true }, ...placeIn("q.article_id")],
  },
};

/** Speakers are given by the id of the joined entity. */
export function readQuotes(connection: Connection, ids: readonly string[]): readonly (Quote | null)[] {
  const rows = connection.all<QuoteRow>(
    `SELECT q.*, e.id AS speaker_id FROM quote q
     LEFT JOIN name_group g ON g.key = q.speaker_key LEFT JOIN entity e ON e.key = g.entity_key
     WHERE q.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  return byIds(ids, rows, ({ id }) => id, toQuote);
}

export function listQuotes(
  connection: Connection,
  filter: QuoteFilter,
  order: QuoteOrder,
  page: PageRequest,
): Page<Quote> {
  return readPage(connection, LISTS[order], quoteFilterSql(filter), page, (ids) => readQuotes(connection, ids));
}

function quoteFilterSql(filter: QuoteFilter): SqlCondition {
  const columns = {
    article: "q.article_id",
    speaker: "q.speaker_key",
    quoteKind: "q.kind",
    confidence: "q.confidence",
  };
  return allOf([...spokenConditions(columns, filter), ...mentionedBy(filter).map(doesMention)]);
}

/** A quote mentions what any of its chunks does. */
function doesMention(entities: readonly string[]): SqlCondition {
  const chunk = isMentioning("c.label", entities);
  return { sql: `q.id IN (SELECT c.quote_id FROM chunk c WHERE ${chunk.sql})`, params: chunk.params };
}

const toQuote = (row: QuoteRow): Quote => ({
  id: row.id,
  articleId: row.article_id,
  kind: row.kind,
  spans: JSON.parse(row.spans),
  cue: row.cue === null ? null : JSON.parse(row.cue),
  speakerMention: row.speaker_mention === null ? null : JSON.parse(row.speaker_mention),
  speakerId: row.speaker_id,
  ...PLAINLY_SAID,
  sentence: JSON.parse(row.spans)[0],
  confidence: row.confidence,
});
