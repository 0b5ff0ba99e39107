import { foldName } from "../../model/fold-name.ts";
import { nameWords } from "../../model/name-words.ts";
import type { Connection } from "./connection.ts";

/** A name of a joined entity, and how many members bear it. */
interface EntityName {
  readonly name: string;
  readonly uses: number;
  /** Members whose full name it is; none for a member that the collection tied to the entity. */
  readonly full_uses: number;
  /** Mentions of those members. */
  readonly mentions: number;
}

/** Adds to the counts of a name, or takes away from them. */
export function countName(connection: Connection, key: number, { name, uses, full_uses, mentions }: EntityName): void {
  const row = connection.get<{ readonly key: number; readonly uses: number }>(
    `INSERT INTO entity_name VALUES (NULL, ?, ?, ?, ?, ?, ?, 0)
     ON CONFLICT (entity_key, name) DO UPDATE SET
       uses = uses + excluded.uses, full_uses = full_uses + excluded.full_uses, mentions = mentions + excluded.mentions
     RETURNING key, uses`,
    key,
    name,
    foldName(name),
    uses,
    full_uses,
    mentions,
  );
  if (row?.uses === 1) addWords(connection, row.key, name);
}

/** Keeps the names that the authority file or people give, and no others, so that they find the entity although no article uses them. */
export function keepGivenNames(connection: Connection, key: number, names: readonly string[]): void {
  connection.run("UPDATE entity_name SET authority = 0 WHERE entity_key = ? AND authority = 1", key);
  for (const name of names) {
    const row = connection.get<{ readonly key: number }>(
      `INSERT INTO entity_name VALUES (NULL, ?, ?, ?, 0, 0, 0, 1)
       ON CONFLICT (entity_key, name) DO UPDATE SET authority = 1 RETURNING key`,
      key,
      name,
      foldName(name),
    );
    if (row !== undefined) addWords(connection, row.key, name);
  }
}

/** The names that members bear or are given, the most used first; the others go. */
export function settleNames(connection: Connection, key: number): readonly EntityName[] {
  connection.run("DELETE FROM entity_name WHERE entity_key = ? AND uses = 0 AND authority = 0", key);
  return connection.all<EntityName>(
    "SELECT name, uses, full_uses, mentions FROM entity_name WHERE entity_key = ? ORDER BY uses DESC, name",
    key,
  );
}

/** The most mentioned of the full names; of equal ones the longest, then the first in the alphabet. */
export function canonicalName(names: readonly EntityName[]): string {
  const better = (a: EntityName, b: EntityName): EntityName => {
    const difference = b.mentions - a.mentions || b.name.length - a.name.length || (a.name < b.name ? -1 : 1);
    return difference <= 0 ? a : b;
  };
  const full = names.filter((name) => name.full_uses > 0);
  return (full.length > 0 ? full : names).reduce(better).name;
}

/** The words leave with the name's row. */
function addWords(connection: Connection, nameKey: number, name: string): void {
  const sql = "INSERT OR IGNORE INTO entity_name_word VALUES (?, ?)";
  for (const word of nameWords(name)) connection.run(sql, word, nameKey);
}
