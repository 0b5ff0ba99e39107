import type { EntityKind } from "../../model/entity.ts";
import { speakersOf } from "../../model/quote.ts";
import type { IndexedArticle, LinkableEntity } from "../quote-store.ts";
import type { Connection } from "./connection.ts";
import { canonicalName, countName, settleNames } from "./entity-names.ts";
import { countTitle, settleTitles } from "./entity-titles.ts";

/** What a member adds to the counts of what it is joined to, and takes away again. */
interface Contribution {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly titles: readonly string[];
  readonly mentionCount: number;
  readonly quoteCount: number;
  /** The article's date, '' where it has none. */
  readonly asOf: string;
}

interface MemberRow {
  readonly entity_key: number;
  readonly name: string;
  readonly aliases: string;
  readonly titles: string;
  readonly mention_count: number;
  readonly quote_count: number;
  readonly published_at: string | null;
}

/**
 * Adds an article's entities, each to those of its kind and link key. Gives the key of the joined entity by the id of
 * the article's; the keys wait for `rejoinEntity`.
 */
export function addMembers(connection: Connection, indexed: IndexedArticle): ReadonlyMap<string, number> {
  const keys = new Map<string, number>();
  for (const member of indexed.entities) {
    const key = linkedKey(connection, member.kind, member.linkKey) ?? makeEntity(connection, member);
    const contribution = contributionOf(member, indexed);
    insertMember(connection, key, member, contribution);
    count(connection, key, contribution, 1);
    keys.set(member.id, key);
  }
  countArticle(connection, new Set(keys.values()), 1);
  return keys;
}

/** Takes an article's entities out of what they are joined to. The keys that it gives wait for `rejoinEntity`. */
export function removeMembers(connection: Connection, articleId: string): ReadonlySet<number> {
  const rows = connection.all<MemberRow>(
    `SELECT m.entity_key, m.name, m.aliases, m.titles, m.mention_count, m.quote_count, a.published_at
     FROM article_entity m JOIN article a ON a.id = m.article_id WHERE m.article_id = ?`,
    articleId,
  );
  for (const row of rows) count(connection, row.entity_key, toContribution(row), -1);
  const keys = new Set(rows.map((row) => row.entity_key));
  countArticle(connection, keys, -1);
  connection.run("DELETE FROM article_entity WHERE article_id = ?", articleId);
  return keys;
}

/**
 * Makes a joined entity what its members make it, or removes it with the last of them. The outcome depends on the
 * members only, never on the order they came in.
 */
export function rejoinEntity(connection: Connection, key: number): void {
  const names = settleNames(connection, key);
  const titles = settleTitles(connection, key);
  if (names.length === 0) {
    connection.run("DELETE FROM entity WHERE key = ?", key);
    return;
  }
  const name = canonicalName(names);
  const aliases = names.map((other) => other.name).filter((other) => other !== name);
  connection.run(
    `UPDATE entity SET id = (SELECT MIN(id) FROM article_entity WHERE entity_key = entity.key),
       name = ?, aliases = ?, titles = ? WHERE key = ?`,
    name,
    JSON.stringify(aliases),
    JSON.stringify(titles),
    key,
  );
}

function linkedKey(connection: Connection, kind: EntityKind, linkKey: string | null): number | null {
  if (linkKey === null) return null;
  const sql = "SELECT key FROM entity WHERE kind = ? AND link_key = ?";
  return connection.get<{ readonly key: number }>(sql, kind, linkKey)?.key ?? null;
}

/** A row for members to point to; `rejoinEntity` fills it. */
function makeEntity(connection: Connection, { kind, linkKey, id, name }: LinkableEntity): number {
  const sql = "INSERT INTO entity VALUES (NULL, ?, ?, ?, ?, '[]', '[]', 0, 0, 0) RETURNING key";
  const row = connection.get<{ readonly key: number }>(sql, kind, linkKey, id, name);
  if (row === undefined) throw new Error("SQLite gave no key for a new entity.");
  return row.key;
}

function insertMember(connection: Connection, key: number, member: LinkableEntity, counts: Contribution): void {
  connection.run(
    "INSERT INTO article_entity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    member.id,
    member.articleId,
    key,
    member.name,
    JSON.stringify(member.aliases),
    JSON.stringify(member.titles),
    JSON.stringify(member.mentions),
    counts.mentionCount,
    counts.quoteCount,
  );
}

function count(connection: Connection, key: number, member: Contribution, sign: 1 | -1): void {
  const { name, aliases, titles, mentionCount, quoteCount, asOf } = member;
  countName(connection, key, { name, uses: sign, full_uses: sign, mentions: sign * mentionCount });
  for (const alias of new Set(aliases)) {
    if (alias !== name) countName(connection, key, { name: alias, uses: sign, full_uses: 0, mentions: 0 });
  }
  for (const title of new Set(titles)) countTitle(connection, key, title, asOf, sign);
  connection.run(
    "UPDATE entity SET mention_count = mention_count + ?, quote_count = quote_count + ? WHERE key = ?",
    sign * mentionCount,
    sign * quoteCount,
    key,
  );
}

/** An article counts once, however many of its entities are joined into one. */
function countArticle(connection: Connection, keys: ReadonlySet<number>, sign: 1 | -1): void {
  const sql = "UPDATE entity SET article_count = article_count + ? WHERE key = ?";
  for (const key of keys) connection.run(sql, sign, key);
}

const contributionOf = (member: LinkableEntity, { article, quotes }: IndexedArticle): Contribution => ({
  name: member.name,
  aliases: member.aliases,
  titles: member.titles,
  mentionCount: member.mentions.length,
  quoteCount: quotes.filter((quote) => speakersOf(quote).includes(member.id)).length,
  asOf: article.publishedAt ?? "",
});

const toContribution = (row: MemberRow): Contribution => ({
  name: row.name,
  aliases: JSON.parse(row.aliases),
  titles: JSON.parse(row.titles),
  mentionCount: row.mention_count,
  quoteCount: row.quote_count,
  asOf: row.published_at ?? "",
});
