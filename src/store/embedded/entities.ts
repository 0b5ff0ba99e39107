import type { NamedIn } from "../../model/correction.ts";
import type { Entity, EntityKind } from "../../model/entity.ts";
import { endOfPrefix, nameWords } from "../../model/name-words.ts";
import { byIds } from "../by-ids.ts";
import { toAuthority } from "../people/to-authority.ts";
import type { EntityFilter, Page, PageRequest } from "../quote-store.ts";
import type { Connection } from "./connection.ts";
import { type KeysetList, readPage } from "./keyset-page.ts";
import { beginsAName, similarWords } from "./similar-words.ts";
import { allOf, type SqlCondition } from "./sql-condition.ts";

interface EntityRow {
  readonly asked: string;
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly aliases: string;
  readonly titles: string;
  readonly may_be: string | null;
  readonly authority_key: number | null;
  readonly born: string | null;
  readonly wikidata: string | null;
  readonly url: string | null;
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

/** What an entity is read with: whom it may be, and what the authority file tells. */
const ENTITIES = `entity e LEFT JOIN name_group g ON g.id = e.id AND g.link_key IS NULL
  LEFT JOIN authority_person p ON p.entity_id = e.id`;
const COLUMNS = "e.*, g.may_be, p.key AS authority_key, p.born, p.wikidata, p.url";

/** Each by its own id, an earlier one, or that of any of its members. */
export function readEntities(connection: Connection, ids: readonly string[]): readonly (Entity | null)[] {
  const rows = connection.all<EntityRow>(
    `SELECT i.id AS asked, ${COLUMNS} FROM entity_id i JOIN ${ENTITIES}
     WHERE e.key = i.entity_key AND i.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  return byIds(ids, rows, ({ asked }) => asked, toEntity);
}

/** By their keys; the unknown ones are left out. */
export function readEntitiesByKeys(connection: Connection, keys: readonly number[]): ReadonlyMap<number, Entity> {
  const rows = connection.all<EntityRow & { readonly key: number }>(
    `SELECT e.id AS asked, ${COLUMNS} FROM ${ENTITIES} WHERE e.key IN (SELECT value FROM json_each(?))`,
    JSON.stringify(keys),
  );
  return new Map(rows.map((row) => [row.key, toEntity(row)]));
}

/** By which names some articles call an entity, whatever they are joined by. */
export const readNamesIn = (
  connection: Connection,
  entityId: string,
  articleIds: readonly string[],
): readonly NamedIn[] =>
  connection.all<NamedIn>(
    `SELECT DISTINCT m.article_id AS articleId, m.name FROM entity_id i JOIN name_group g ON g.entity_key = i.entity_key
     JOIN article_entity m ON m.group_key = g.key
     WHERE i.id = ? AND m.mention_count > 0 AND m.article_id IN (SELECT value FROM json_each(?)) ORDER BY m.article_id, m.name`,
    entityId,
    JSON.stringify(articleIds),
  );

export function listEntities(connection: Connection, filter: EntityFilter, page: PageRequest): Page<Entity> {
  const words = nameWords(filter.query ?? "").map(hasWordWith);
  const strict = readEntityPage(connection, filter, words, page);
  if (strict.total > 0 || words.length === 0) return strict;
  return readEntityPage(connection, filter, forgivingWords(connection, filter.query ?? ""), page);
}

/** @param words Conditions that some one name has to meet, all of them. */
function readEntityPage(
  connection: Connection,
  filter: EntityFilter,
  words: readonly SqlCondition[],
  page: PageRequest,
): Page<Entity> {
  const where = allOf([
    ...(filter.kind === undefined ? [] : [{ sql: "e.kind = ?", params: [filter.kind] }]),
    ...(filter.article === undefined ? [] : [isMentionedBy(filter.article)]),
    ...(words.length === 0 ? [] : [hasNameWith(words)]),
  ]);
  return readPage(connection, MOST_MENTIONED_FIRST, where, page, (ids) => readEntities(connection, ids));
}

/** A word that begins some name is meant as it stands; another stands for those nearest to it. */
const forgivingWords = (connection: Connection, query: string): readonly SqlCondition[] =>
  nameWords(query).map((word) =>
    beginsAName(connection, word) ? hasWordWith(word) : hasOneOf(similarWords(connection, word)),
  );

const isMentionedBy = (articleId: string): SqlCondition => ({
  sql: "e.key IN (SELECT g.entity_key FROM article_entity m JOIN name_group g ON g.key = m.group_key WHERE m.article_id = ?)",
  params: [articleId],
});

function hasNameWith(words: readonly SqlCondition[]): SqlCondition {
  const name = allOf(words);
  return { sql: `e.key IN (SELECT n.entity_key FROM entity_name n WHERE ${name.sql})`, params: name.params };
}

const hasOneOf = (words: readonly string[]): SqlCondition => ({
  sql: "n.key IN (SELECT name_key FROM entity_name_word WHERE word IN (SELECT value FROM json_each(?)))",
  params: [JSON.stringify(words)],
});

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
  mayBe: row.may_be === null ? [] : JSON.parse(row.may_be),
  authority: row.authority_key === null ? null : toAuthority(row.born, row.wikidata, row.url),
  mentionCount: row.mention_count,
  articleCount: row.article_count,
  quoteCount: row.quote_count,
});
