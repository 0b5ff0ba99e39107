import type { Article } from "../../model/article.ts";
import { type Quote, speakersOf } from "../../model/quote.ts";
import { canonicalName } from "../people/canonical-name.ts";
import { noteFullName, noteShortName } from "../people/names-to-settle.ts";
import type { IndexedArticle, LinkableEntity } from "../quote-store.ts";
import type { Connection } from "./connection.ts";
import { decidedName } from "./corrections/decided-people.ts";
import { keepGivenNames, settleNames } from "./entity-names.ts";
import { settleTitles } from "./entity-titles.ts";
import { countArticle, countMember, type MemberShare, readMembers, shareOf } from "./member-counts.ts";
import { groupOf, removeEmptyGroups } from "./name-groups.ts";
import { readAuthority } from "./people/authority.ts";
import { writeBeside } from "./people/beside.ts";
import { settleShortNames } from "./people/settle-short-names.ts";
import type { ToSettle } from "./to-settle.ts";

/** An article with its entities, and the quotes that count for them. */
export type ReadMembers = Pick<IndexedArticle, "quotes" | "entities"> & {
  readonly article: Pick<Article, "id" | "publishedAt">;
};

/** Adds an article's entities, each to its group of names. Gives the key of the group by the id of the entity. */
export function addMembers(
  connection: Connection,
  indexed: ReadMembers,
  toSettle: ToSettle,
): ReadonlyMap<string, number> {
  const members = indexed.entities.map((member) => ({ member, group: groupOf(connection, member) }));
  const keys = new Map(members.map(({ member, group }) => [member.id, group.group_key]));
  const entityKeys = new Set<number>();
  for (const { member, group } of members) {
    const share = newShare(member, indexed, keys);
    insertMember(connection, group.group_key, member, share);
    countMember(connection, group, share, 1);
    noteNames(toSettle, member);
    entityKeys.add(group.entity_key);
    toSettle.entities.add(group.entity_key);
  }
  countArticle(connection, entityKeys, 1);
  writeBeside(
    connection,
    indexed.article.id,
    indexed.entities.flatMap(({ id, linkKey }) => (linkKey === null ? [] : (keys.get(id) ?? []))),
  );
  return keys;
}

/** Takes an article's entities out of what they are joined to. */
export function removeMembers(connection: Connection, articleId: string, toSettle: ToSettle): void {
  const members = readMembers(connection, "m.article_id = ?", articleId);
  for (const member of members) {
    countMember(connection, member, shareOf(member), -1);
    if (member.surname !== null) noteFullName(toSettle.names, articleId, [member.first_name, member.surname]);
    toSettle.entities.add(member.entity_key);
    toSettle.leftGroups.add(member.group_key);
  }
  countArticle(connection, new Set(members.map(({ entity_key }) => entity_key)), -1);
  connection.run("DELETE FROM article_entity WHERE article_id = ?", articleId);
}

/**
 * Ends a change: names without a first name are tied to those whom they mean, and every entity that is
 * touched becomes what its members make it, or goes with the last of them. The outcome depends on the members only,
 * never on the order they came in.
 */
export function settleMembers(connection: Connection, toSettle: ToSettle): void {
  settleShortNames(connection, toSettle);
  removeEmptyGroups(connection, toSettle.leftGroups);
  for (const key of toSettle.entities) settleEntity(connection, key);
}

function settleEntity(connection: Connection, key: number): void {
  const row = connection.get<{ readonly id: string; readonly article_count: number }>(
    "SELECT id, article_count FROM entity WHERE key = ?",
    key,
  );
  if (row === undefined) return;
  if (row.article_count === 0) {
    connection.run("DELETE FROM entity WHERE key = ?", key);
    return;
  }
  const authority = readAuthority(connection, row.id);
  const decided = decidedName(connection, row.id);
  const given = authority === null ? [] : [authority.name, ...authority.aliases];
  keepGivenNames(connection, key, decided === null ? given : [decided, ...given]);
  const names = settleNames(connection, key);
  const name = decided ?? authority?.name ?? canonicalName(names);
  const told = (authority?.titles ?? []).map((title) => ({ title, asOf: null }));
  connection.run(
    "UPDATE entity SET name = ?, aliases = ?, titles = ? WHERE key = ?",
    name,
    JSON.stringify(names.map((other) => other.name).filter((other) => other !== name)),
    JSON.stringify([...told, ...settleTitles(connection, key)]),
    key,
  );
}

function insertMember(connection: Connection, groupKey: number, member: LinkableEntity, counts: MemberShare): void {
  const person = member.person ?? null;
  const isFull = member.linkKey !== null;
  connection.run(
    "INSERT INTO article_entity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    member.id,
    member.articleId,
    groupKey,
    member.name,
    JSON.stringify(member.aliases),
    JSON.stringify(member.titles),
    JSON.stringify(member.mentions),
    counts.mentionCount,
    counts.quoteCount,
    person?.first ?? null,
    isFull ? (person?.last ?? null) : null,
    isFull ? null : (person?.last ?? null),
    person?.gender ?? null,
  );
}

function noteNames(toSettle: ToSettle, { articleId, linkKey, person }: LinkableEntity): void {
  if (!person) return;
  if (linkKey === null) noteShortName(toSettle.names, articleId, person.last);
  else noteFullName(toSettle.names, articleId, [person.first, person.last]);
}

function newShare(
  member: LinkableEntity,
  { article, quotes }: ReadMembers,
  keys: ReadonlyMap<string, number>,
): MemberShare {
  const key = keys.get(member.id);
  // Of several that are one group of names the first counts for all.
  const says = (quote: Quote) => speakersOf(quote).find((id) => keys.get(id) === key) === member.id;
  return {
    name: member.name,
    aliases: member.aliases,
    titles: member.titles,
    mentionCount: member.mentions.length,
    quoteCount: quotes.filter(says).length,
    asOf: article.publishedAt ?? "",
  };
}
