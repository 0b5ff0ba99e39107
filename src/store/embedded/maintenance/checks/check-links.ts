import type { Connection } from "../../connection.ts";
import { type Finding, FindingList } from "../finding.ts";

/** What must select nothing, with what it means when it does. */
const WRONG: readonly (readonly [string, string])[] = [
  ["An article has no text", "SELECT id FROM article WHERE id NOT IN (SELECT article_id FROM article_body)"],
  ["A quote stands in no passage", "SELECT id FROM quote WHERE id NOT IN (SELECT quote_id FROM chunk_quote)"],
  [
    "A group of names has nobody who bears them",
    "SELECT id FROM name_group WHERE key NOT IN (SELECT group_key FROM article_entity)",
  ],
  ["A person, body or place is nobody's", "SELECT id FROM entity WHERE key NOT IN (SELECT entity_key FROM name_group)"],
];

/** Whatever points to something points to something that is there, and nothing is left that nothing points to. */
export function checkLinks(connection: Connection): readonly Finding[] {
  const list = new FindingList("links");
  for (const { table, parent } of connection.all<{ readonly table: string; readonly parent: string }>(
    'SELECT "table", parent FROM pragma_foreign_key_check',
  )) {
    list.add(`A row of ${table} points to one of ${parent} that is not there`, table);
  }
  for (const [what, sql] of WRONG) for (const id of connection.column<string>(sql)) list.add(what, id);
  return list.findings;
}
