import { foldName } from "../../model/fold-name.ts";
import { nameWords } from "../../model/name-words.ts";
import type { NameUse } from "../people/canonical-name.ts";
import type { Connection } from "./connection.ts";

/** Adds to the counts of a name, or takes away from them. */
export function countName(connection: Connection, key: number, { name, uses, full_uses, mentions }: NameUse): void {
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
export function settleNames(connection: Connection, key: number): readonly NameUse[] {
  connection.run("DELETE FROM entity_name WHERE entity_key = ? AND uses = 0 AND authority = 0", key);
  return connection.all<NameUse>(
    "SELECT name, uses, full_uses, mentions FROM entity_name WHERE entity_key = ? ORDER BY uses DESC, name",
    key,
  );
}

/** The words leave with the name's row. */
function addWords(connection: Connection, nameKey: number, name: string): void {
  const sql = "INSERT OR IGNORE INTO entity_name_word VALUES (?, ?)";
  for (const word of nameWords(name)) connection.run(sql, word, nameKey);
}
