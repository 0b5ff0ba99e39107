import type { DatedTitle } from "../../model/entity.ts";
import { groupBy } from "../../model/group-by.ts";
import { mayBeCalled, titleHead } from "../../model/title-words.ts";
import type { Connection } from "./connection.ts";

/** Counts a member more (1) or less (-1) that has the title at this date, '' for an undated article. */
export function countTitle(connection: Connection, key: number, title: string, asOf: string, sign: 1 | -1): void {
  connection.run(
    `INSERT INTO entity_title VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (entity_key, title, as_of) DO UPDATE SET uses = uses + excluded.uses`,
    key,
    title,
    asOf,
    titleHead(title),
    sign,
  );
}

/** Each title once, with the date of the newest article that gave it, the newest first; those that none gives go. */
export function settleTitles(connection: Connection, key: number): readonly DatedTitle[] {
  connection.run("DELETE FROM entity_title WHERE entity_key = ? AND uses = 0", key);
  const rows = connection.all<{ readonly title: string; readonly as_of: string }>(
    `SELECT title, MAX(as_of) AS as_of FROM entity_title WHERE entity_key = ?
     GROUP BY title ORDER BY MAX(as_of) DESC, title`,
    key,
  );
  return rows.map(({ title, as_of }) => ({ title, asOf: as_of === "" ? null : as_of }));
}

/** The keys of those who hold a title that may be called so, for each name of an office. */
export function keysTitled(connection: Connection, called: readonly string[]): readonly (readonly number[])[] {
  const heads = called.map(titleHead);
  const rows = connection.all<{ readonly entity_key: number; readonly title: string; readonly head: string }>(
    "SELECT DISTINCT entity_key, title, head FROM entity_title WHERE head IN (SELECT value FROM json_each(?))",
    JSON.stringify([...new Set(heads)].filter((head) => head !== "")),
  );
  const byHead = groupBy(rows, ({ head }) => head);
  return called.map((title, i) => {
    const held = (byHead.get(heads[i] ?? "") ?? []).filter((row) => mayBeCalled(row.title, title));
    return [...new Set(held.map(({ entity_key }) => entity_key))];
  });
}
