import type { DatedTitle, EntityKind } from "../../model/entity.ts";
import { foldName } from "../../model/fold-name.ts";
import type { LinkableEntity } from "../quote-store.ts";
import type { Connection } from "./connection.ts";
import { nameWords } from "./name-words.ts";

/** What is known of a member beside what the article says of it. */
interface Membership {
  /** The article's date, '' where it has none: the tables count titles by it. */
  readonly asOf: string;
  readonly quoteCount: number;
}

/** What a member adds to the counts of names and titles, and takes away again. */
interface Naming {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly titles: readonly string[];
  readonly mentionCount: number;
  readonly asOf: string;
}

interface MemberRow {
  readonly entity_key: number;
  readonly name: string;
  readonly aliases: string;
  readonly titles: string;
  readonly mention_count: number;
  readonly published_at: string | null;
}

interface NameRow {
  readonly name: string;
  readonly uses: number;
  readonly full_uses: number;
  readonly mentions: number;
}

/** Adds an article's entity to those of its kind and link key. The key that it gives waits for `rejoinEntity`. */
export function addMember(connection: Connection, member: LinkableEntity, { asOf, quoteCount }: Membership): number {
  const key = linkedKey(connection, member.kind, member.linkKey) ?? makeEntity(connection, member);
  connection.run(
    "INSERT INTO article_entity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    member.id,
    member.articleId,
    key,
    member.name,
    JSON.stringify(member.aliases),
    JSON.stringify(member.titles),
    JSON.stringify(member.mentions),
    member.mentions.length,
    quoteCount,
  );
  countNaming(connection, key, { ...member, mentionCount: member.mentions.length, asOf }, 1);
  return key;
}

/** Takes an article's entities out of what they are joined to. The keys that it gives wait for `rejoinEntity`. */
export function removeMembers(connection: Connection, articleId: string): readonly number[] {
  const rows = connection.all<MemberRow>(
    `SELECT m.entity_key, m.name, m.aliases, m.titles, m.mention_count, a.published_at
     FROM article_entity m JOIN article a ON a.id = m.article_id WHERE m.article_id = ?`,
    articleId,
  );
  for (const row of rows) countNaming(connection, row.entity_key, toNaming(row), -1);
  connection.run("DELETE FROM article_entity WHERE article_id = ?", articleId);
  return rows.map((row) => row.entity_key);
}

/**
 * Works out a joined entity anew from its members, or removes it with the last of them. The outcome depends on the
 * members only, never on the order they came in.
 */
export function rejoinEntity(connection: Connection, key: number): void {
  connection.run("DELETE FROM entity_name WHERE entity_key = ? AND uses = 0", key);
  connection.run("DELETE FROM entity_title WHERE entity_key = ? AND uses = 0", key);
  const names = readNames(connection, key);
  if (names.length === 0) {
    connection.run("DELETE FROM entity WHERE key = ?", key);
    return;
  }
  const name = canonicalName(names);
  const aliases = names.map((row) => row.name).filter((other) => other !== name);
  connection.run(
    `UPDATE entity SET name = ?, aliases = ?, titles = ?, (id, mention_count, article_count, quote_count) = (
       SELECT MIN(id), SUM(mention_count), COUNT(DISTINCT article_id), SUM(quote_count)
       FROM article_entity WHERE entity_key = entity.key) WHERE key = ?`,
    name,
    JSON.stringify(aliases),
    JSON.stringify(readTitles(connection, key)),
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

function countNaming(connection: Connection, key: number, naming: Naming, sign: 1 | -1): void {
  countName(connection, key, naming.name, { uses: sign, fullUses: sign, mentions: sign * naming.mentionCount });
  for (const alias of new Set(naming.aliases)) {
    if (alias !== naming.name) countName(connection, key, alias, { uses: sign, fullUses: 0, mentions: 0 });
  }
  for (const title of new Set(naming.titles)) countTitle(connection, key, title, naming.asOf, sign);
}

function countName(
  connection: Connection,
  key: number,
  name: string,
  more: { readonly uses: number; readonly fullUses: number; readonly mentions: number },
): void {
  const row = connection.get<{ readonly key: number; readonly uses: number }>(
    `INSERT INTO entity_name VALUES (NULL, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (entity_key, name) DO UPDATE SET
       uses = uses + excluded.uses, full_uses = full_uses + excluded.full_uses, mentions = mentions + excluded.mentions
     RETURNING key, uses`,
    key,
    name,
    foldName(name),
    more.uses,
    more.fullUses,
    more.mentions,
  );
  if (row?.uses === 1) addWords(connection, row.key, name);
}

/** The words leave with the name's row. */
function addWords(connection: Connection, nameKey: number, name: string): void {
  for (const word of nameWords(name))
    connection.run("INSERT OR IGNORE INTO entity_name_word VALUES (?, ?)", word, nameKey);
}

function countTitle(connection: Connection, key: number, title: string, asOf: string, sign: 1 | -1): void {
  connection.run(
    `INSERT INTO entity_title VALUES (?, ?, ?, ?)
     ON CONFLICT (entity_key, title, as_of) DO UPDATE SET uses = uses + excluded.uses`,
    key,
    title,
    asOf,
    sign,
  );
}

/** The most used first. */
const readNames = (connection: Connection, key: number): readonly NameRow[] =>
  connection.all<NameRow>(
    "SELECT name, uses, full_uses, mentions FROM entity_name WHERE entity_key = ? ORDER BY uses DESC, name",
    key,
  );

/** The most mentioned of the full names; of equal ones the longest, then the first in the alphabet. */
function canonicalName(names: readonly NameRow[]): string {
  const better = (a: NameRow, b: NameRow): NameRow => {
    const difference = b.mentions - a.mentions || b.name.length - a.name.length || (a.name < b.name ? -1 : 1);
    return difference <= 0 ? a : b;
  };
  return names.filter((row) => row.full_uses > 0).reduce(better).name;
}

/** Each title once, with the date of the newest article that gave it; the newest first. */
function readTitles(connection: Connection, key: number): readonly DatedTitle[] {
  const rows = connection.all<{ readonly title: string; readonly as_of: string }>(
    `SELECT title, MAX(as_of) AS as_of FROM entity_title WHERE entity_key = ?
     GROUP BY title ORDER BY MAX(as_of) DESC, title`,
    key,
  );
  return rows.map(({ title, as_of }) => ({ title, asOf: as_of === "" ? null : as_of }));
}

const toNaming = (row: MemberRow): Naming => ({
  name: row.name,
  aliases: JSON.parse(row.aliases),
  titles: JSON.parse(row.titles),
  mentionCount: row.mention_count,
  asOf: row.published_at ?? "",
});
