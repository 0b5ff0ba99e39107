import type { Article } from "../../model/article.ts";
import { nameWords } from "../../model/name-words.ts";
import { byIds } from "../by-ids.ts";
import type { ArticleFilter, ArticleState, Page, PageRequest } from "../quote-store.ts";
import type { Connection } from "./connection.ts";
import { type KeysetList, readPage } from "./keyset-page.ts";
import { readRecording } from "./recording-column.ts";
import { GROUPS_OF_IDS, publishedConditions } from "./spoken-conditions.ts";
import { allOf, type SqlCondition } from "./sql-condition.ts";

interface ArticleRow {
  readonly id: string;
  readonly source_key: string;
  readonly revision: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly published_at: string | null;
  readonly title_span: string | null;
  readonly paragraphs: string;
  readonly text: string;
  readonly author: string | null;
  readonly recording: string | null;
}

const NEWEST_FIRST: KeysetList = {
  name: "articles",
  from: "article a",
  counted: "article a",
  id: "a.id",
  keys: [
    // Undated ones come last: nothing is before the empty text.
    { sql: "COALESCE(a.published_at, '')", descending: true },
    { sql: "a.id", descending: false },
  ],
};

export function readArticles(connection: Connection, ids: readonly string[]): readonly (Article | null)[] {
  const rows = connection.all<ArticleRow>(
    `SELECT a.*, b.title_span, b.paragraphs, b.text, b.author, b.recording FROM article a JOIN article_body b ON b.article_id = a.id
     WHERE a.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  return byIds(ids, rows, ({ id }) => id, toArticle);
}

export function readArticleByUrl(connection: Connection, url: string): Article | null {
  const row = connection.get<{ readonly id: string }>("SELECT id FROM article WHERE url = ? ORDER BY id LIMIT 1", url);
  return row === undefined ? null : (readArticles(connection, [row.id])[0] ?? null);
}

export function listArticles(connection: Connection, filter: ArticleFilter, page: PageRequest): Page<Article> {
  return readPage(connection, NEWEST_FIRST, articleFilterSql(filter), page, (ids) => readArticles(connection, ids));
}

export function readArticleStates(connection: Connection): readonly ArticleState[] {
  const rows = connection.all<Omit<ArticleState, "sample"> & { readonly sample: number }>(
    "SELECT id, revision, title, origin, sample FROM article ORDER BY id",
  );
  return rows.map((row) => ({ ...row, sample: row.sample === 1 }));
}

function articleFilterSql(filter: ArticleFilter): SqlCondition {
  const words = filter.title === undefined ? [] : nameWords(filter.title);
  return allOf([
    ...publishedConditions("a", filter),
    ...words.map((word) => ({ sql: "instr(a.title_words, ' ' || ?) > 0", params: [word] })),
    ...(filter.mentions === undefined ? [] : [doesMention(filter.mentions)]),
  ]);
}

const doesMention = (entityId: string): SqlCondition => ({
  sql: `a.id IN (SELECT article_id FROM article_entity WHERE group_key IN (${GROUPS_OF_IDS}))`,
  params: [JSON.stringify([entityId])],
});

const toArticle = (row: ArticleRow): Article => ({
  id: row.id,
  sourceKey: row.source_key,
  revision: row.revision,
  title: row.title,
  publisher: row.publisher,
  author: row.author,
  url: row.url,
  publishedAt: row.published_at,
  text: row.text,
  titleSpan: row.title_span === null ? null : JSON.parse(row.title_span),
  paragraphs: JSON.parse(row.paragraphs),
  recording: readRecording(row.recording),
});
