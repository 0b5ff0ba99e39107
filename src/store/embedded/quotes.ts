import type { Assertion, Quote, QuoteKind, Reported } from "../../model/quote.ts";
import { byIds } from "../by-ids.ts";
import type { Page, PageRequest, QuoteFilter, QuoteOrder } from "../quote-store.ts";
import type { Connection } from "./connection.ts";
import { type KeysetList, readPage, type SortKey } from "./keyset-page.ts";
import { GROUPS_OF_IDS, mentionedBy, spokenConditions } from "./spoken-conditions.ts";
import { allOf, type SqlCondition } from "./sql-condition.ts";

interface QuoteRow {
  readonly id: string;
  readonly article_id: string;
  readonly kind: QuoteKind;
  readonly spans: string;
  readonly cue: string | null;
  readonly speaker_mention: string | null;
  /** A JSON array of ids, the speaker's first. */
  readonly speaker_ids: string;
  readonly behalf_id: string | null;
  readonly assertion: Assertion;
  readonly reports: Reported;
  readonly sentence: string;
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

const SPEAKER_IDS = `(SELECT json_group_array(e.id ORDER BY s.place)
    FROM quote_speaker s JOIN name_group g ON g.key = s.group_key JOIN entity e ON e.key = g.entity_key
    WHERE s.quote_id = q.id)`;

/** Speakers, and those for whom they speak, are given by the id of the joined entity. */
export function readQuotes(connection: Connection, ids: readonly string[]): readonly (Quote | null)[] {
  const rows = connection.all<QuoteRow>(
    `SELECT q.*, ${SPEAKER_IDS} AS speaker_ids, b.id AS behalf_id
     FROM quote q LEFT JOIN name_group g ON g.key = q.behalf_key LEFT JOIN entity b ON b.key = g.entity_key
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
  return allOf([...spokenConditions(filter), ...mentionedBy(filter).map(doesMention)]);
}

/** By the quote's own words, whatever stands beside them. */
const doesMention = (entities: readonly string[]): SqlCondition => ({
  sql: `q.id IN (SELECT m.quote_id FROM quote_entity m WHERE m.group_key IN (${GROUPS_OF_IDS}))`,
  params: [JSON.stringify(entities)],
});

function toQuote(row: QuoteRow): Quote {
  // Two names of one article may turn out to be one person.
  const [speakerId, ...coSpeakerIds] = new Set<string>(JSON.parse(row.speaker_ids));
  return {
    id: row.id,
    articleId: row.article_id,
    kind: row.kind,
    spans: JSON.parse(row.spans),
    cue: row.cue === null ? null : JSON.parse(row.cue),
    speakerMention: row.speaker_mention === null ? null : JSON.parse(row.speaker_mention),
    speakerId: speakerId ?? null,
    coSpeakerIds,
    onBehalfOfId: row.behalf_id,
    assertion: row.assertion,
    reports: row.reports,
    sentence: JSON.parse(row.sentence),
    confidence: row.confidence,
  };
}
