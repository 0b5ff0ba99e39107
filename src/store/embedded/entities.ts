import type { Entity, EntityKind } from "../../model/entity.ts";
import { foldName } from "../../model/fold-name.ts";
import type { EntityFilter, Page, PageRequest } from "../quote-store.ts";
import { byIds } from "./by-ids.ts";
import type { Connection } from "./connection.ts";
import { type KeysetList, readPage } from "./keyset-page.ts";
import { endOfPrefix, nameWords } from "./name-words.ts";
import { allOf, type SqlCondition } from "./sql-condition.ts";

interface EntityRow {
  readonly asked: string;
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly aliases: string;
  readonly titles: string;
  readonly mention_count: number;
  readonly article_count: number;
  readonly quote_count: number;
}

const MOST_MENTIONED_FIRST: KeysetList = {
  name: "entities",
  from: "entity e",
  counted: "entity e",
  id: "e.id",
  keys: [
    { sql: "e.mention_count", descending: true },
    { sql: "e.id", descending: false },
  ],
};

/** Each by its own id or that of any of its members. */
export function readEntities(connection: Connection, ids: readonly string[]): readonly (Entity | null)[] {
  const rows = connection.all<EntityRow>(
    `SELECT m.id AS asked, e.* FROM article_entity m JOIN entity e ON e.key = m.entity_key
     WHERE m.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  return byIds(ids, rows, ({ asked }) => asked, toEntity);
}

/** All that bear the name, the most mentioned first. */
export function readEntitiesNamed(connection: Connection, name: string): readonly Entity[] {
  const folded = foldName(name);
  if (folded === "") return [];
  const rows = connection.all<EntityRow>(
    `SELECT e.id AS asked, e.* FROM entity e WHERE e.key IN (SELECT entity_key FROM entity_name WHERE folded = ?)
     ORDER BY e.mention_count DESC, e.id`,
    folded,
  );
  return rows.map(toEntity);
}

export function listEntities(connection: Connection, filter: EntityFilter, page: PageRequest): Page<Entity> {
  const where = entityFilterSql(filter);
  return readPage(connection, MOST_MENTIONED_FIRST, where, page, (ids) => readEntities(connection, ids));
}

function entityFilterSql(filter: EntityFilter): SqlCondition {
  const words = filter.query === undefined ? [] : nameWords(filter.query);
  return allOf([
    ...(filter.kind === undefined ? [] : [{ sql: "e.kind = ?", params: [filter.kind] }]),
    ...(filter.article === undefined ? [] : [isMentionedBy(filter.article)]),
    ...(words.length === 0 ? [] : [hasNameWith(words)]),
  ]);
}

const isMentionedBy = (articleId: string): SqlCondition => ({
  sql: "e.key IN (SELECT entity_key FROM article_entity WHERE article_id = ?)",
  params: [articleId],
});

/** Some one name has, for each of these, a word that begins with it. */
function hasNameWith(beginnings: readonly string[]): SqlCondition {
  const name = allOf(beginnings.map(hasWordWith));
  return { sql: `e.key IN (SELECT n.entity_key FROM entity_name n WHERE ${name.sql})`, params: name.params };
}

const hasWordWith = (beginning: string): SqlCondition => ({
  sql: "n.key IN (SELECT name_key FROM entity_name_word WHERE word >= ? AND word < ?)",
  params: [beginning, endOfPrefix(beginning)],
});

const toEntity = (row: EntityRow): Entity => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  aliases: JSON.parse(row.aliases),
  titles: JSON.parse(row.titles),
  mentionCount: row.mention_count,
  articleCount: row.article_count,
  quoteCount: row.quote_count,
});
