import type { Connection } from "./connection.ts";
import { countName } from "./entity-names.ts";
import { countTitle } from "./entity-titles.ts";

/** What a member adds to the counts of what it is joined to, and takes away again. */
export interface MemberShare {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly titles: readonly string[];
  readonly mentionCount: number;
  readonly quoteCount: number;
  /** The article's date, '' where it has none. */
  readonly asOf: string;
}

export interface MemberRow {
  readonly id: string;
  readonly article_id: string;
  readonly group_key: number;
  readonly entity_key: number;
  readonly name: string;
  readonly aliases: string;
  readonly titles: string;
  readonly mention_count: number;
  readonly quote_count: number;
  readonly first_name: string | null;
  readonly surname: string | null;
  readonly published_at: string | null;
}

/** The members for which a condition holds; `m` is the member. */
export function readMembers(connection: Connection, condition: string, value: string | number): readonly MemberRow[] {
  return connection.all<MemberRow>(
    `SELECT m.id, m.article_id, m.group_key, g.entity_key, m.name, m.aliases, m.titles, m.mention_count, m.quote_count,
       m.first_name, m.surname, a.published_at
     FROM article_entity m JOIN name_group g ON g.key = m.group_key JOIN article a ON a.id = m.article_id
     WHERE ${condition}`,
    value,
  );
}

/** Where a member is counted. */
export interface Joined {
  readonly group_key: number;
  readonly entity_key: number;
}

/** Adds a member's share (1) to an entity's counts, or takes it away (-1). */
export function countMember(connection: Connection, joined: Joined, member: MemberShare, sign: 1 | -1): void {
  const { name, aliases, titles, mentionCount, quoteCount, asOf } = member;
  const entityKey = joined.entity_key;
  const full_uses = isNamedInFull(connection, joined) ? sign : 0;
  countName(connection, entityKey, { name, uses: sign, full_uses, mentions: sign * mentionCount });
  for (const alias of new Set(aliases)) {
    if (alias !== name) countName(connection, entityKey, { name: alias, uses: sign, full_uses: 0, mentions: 0 });
  }
  for (const title of new Set(titles)) countTitle(connection, entityKey, title, asOf, sign);
  connection.run(
    "UPDATE entity SET mention_count = mention_count + ?, quote_count = quote_count + ? WHERE key = ?",
    sign * mentionCount,
    sign * quoteCount,
    entityKey,
  );
}

/** A name without a first name is none for the person whom it was tied to. */
function isNamedInFull(connection: Connection, { group_key, entity_key }: Joined): boolean {
  const sql = `SELECT 1 FROM name_group g JOIN entity e ON e.key = ?
    WHERE g.key = ? AND (g.link_key IS NOT NULL OR g.id = e.id)`;
  return connection.get(sql, entity_key, group_key) !== undefined;
}

/** An article counts once, however many of its members are joined into one. */
export function countArticle(connection: Connection, entityKeys: Iterable<number>, sign: 1 | -1): void {
  const sql = "UPDATE entity SET article_count = article_count + ? WHERE key = ?";
  for (const key of new Set(entityKeys)) connection.run(sql, sign, key);
}

export const shareOf = (row: MemberRow): MemberShare => ({
  name: row.name,
  aliases: JSON.parse(row.aliases),
  titles: JSON.parse(row.titles),
  mentionCount: row.mention_count,
  quoteCount: row.quote_count,
  asOf: row.published_at ?? "",
});
