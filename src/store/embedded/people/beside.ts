import type { Connection } from "../connection.ts";

/** Keeps the keys of the groups of whom and what an article names in full. */
export function writeBeside(connection: Connection, articleId: string, groupKeys: Iterable<number>): void {
  const keys = JSON.stringify([...new Set(groupKeys)]);
  connection.run("INSERT OR REPLACE INTO article_beside VALUES (?, ?)", articleId, keys);
}

/** For each article the keys of the groups of whom and what it names in full. */
export function readBeside(
  connection: Connection,
  articleIds: readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const rows = connection.all<{ readonly article_id: string; readonly group_keys: string }>(
    "SELECT article_id, group_keys FROM article_beside WHERE article_id IN (SELECT value FROM json_each(?))",
    JSON.stringify(articleIds),
  );
  return new Map(rows.map(({ article_id, group_keys }) => [article_id, JSON.parse(group_keys)]));
}
