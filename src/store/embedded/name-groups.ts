import type { EntityKind } from "../../model/entity.ts";
import { groupIdOf } from "../corrections/groups-by-hand.ts";
import type { LinkableEntity } from "../quote-store.ts";
import type { Connection } from "./connection.ts";
import { entityIdOfGroup } from "./corrections/decided-people.ts";
import { countArticle, countMember, type Joined, readMembers, shareOf } from "./member-counts.ts";
import type { ToSettle } from "./to-settle.ts";

/** The group that a member belongs to, made where it is the first of it. */
export function groupOf(connection: Connection, member: LinkableEntity): Joined {
  const { kind, linkKey, name } = member;
  const id = groupIdOf(member);
  const known = connection.get<Joined>("SELECT key AS group_key, entity_key FROM name_group WHERE id = ?", id);
  if (known !== undefined) return known;
  const entityId = entityIdOfGroup(connection, id, kind, member.person ?? null);
  const entity_key = entityOf(connection, kind, entityId, name);
  const sql = "INSERT INTO name_group VALUES (NULL, ?, ?, ?, ?, '[]') RETURNING key";
  const row = connection.get<{ readonly key: number }>(sql, kind, id, linkKey, entity_key);
  if (row === undefined) throw new Error("SQLite gave no key for a new group of names.");
  return { group_key: row.key, entity_key };
}

/** The key of an entity, made empty where it is missing; `settleMembers` fills it. */
export function entityOf(connection: Connection, kind: EntityKind, id: string, name: string): number {
  const known = connection.get<{ readonly key: number }>("SELECT key FROM entity WHERE id = ?", id);
  if (known !== undefined) return known.key;
  const sql = "INSERT INTO entity VALUES (NULL, ?, ?, ?, '[]', '[]', 0, 0, 0) RETURNING key";
  const row = connection.get<{ readonly key: number }>(sql, kind, id, name);
  if (row === undefined) throw new Error("SQLite gave no key for a new entity.");
  return row.key;
}

/** Makes a group part of another entity, with all that its members add to the counts. */
export function moveGroup(connection: Connection, groupKey: number, toKey: number, toSettle: ToSettle): void {
  const members = readMembers(connection, "m.group_key = ?", groupKey);
  const fromKey = members[0]?.entity_key;
  if (fromKey === undefined || fromKey === toKey) return;
  for (const member of members) {
    countMember(connection, member, shareOf(member), -1);
    countMember(connection, { ...member, entity_key: toKey }, shareOf(member), 1);
  }
  for (const articleId of new Set(members.map(({ article_id }) => article_id))) {
    if (!isAlsoIn(connection, fromKey, articleId, groupKey)) countArticle(connection, [fromKey], -1);
    if (!isAlsoIn(connection, toKey, articleId, groupKey)) countArticle(connection, [toKey], 1);
  }
  connection.run("UPDATE name_group SET entity_key = ? WHERE key = ?", toKey, groupKey);
  toSettle.entities.add(fromKey).add(toKey);
}

/** Whether an article has the entity by another group of names too. */
function isAlsoIn(connection: Connection, entityKey: number, articleId: string, groupKey: number): boolean {
  const sql = `SELECT 1 FROM article_entity m JOIN name_group g ON g.key = m.group_key
    WHERE m.article_id = ? AND g.entity_key = ? AND g.key <> ? LIMIT 1`;
  return connection.get(sql, articleId, entityKey, groupKey) !== undefined;
}

/** Removes those groups that have no members left. */
export function removeEmptyGroups(connection: Connection, keys: Iterable<number>): void {
  const sql = `DELETE FROM name_group WHERE key = ? AND NOT EXISTS (
    SELECT 1 FROM article_entity WHERE group_key = name_group.key)`;
  for (const key of keys) connection.run(sql, key);
}
