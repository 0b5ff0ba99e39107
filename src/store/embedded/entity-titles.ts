import type { DatedTitle } from "../../model/entity.ts";
import { groupBy } from "../../model/group-by.ts";
import { mayBeCalled, titleHead } from "../../model/title-words.ts";
import { distinctTitles, type TitleUse } from "../people/distinct-titles.ts";
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

/** The titles that members give, the current one first and then the newest; those that none gives go. */
export function settleTitles(connection: Connection, key: number): readonly DatedTitle[] {
  connection.run("DELETE FROM entity_title WHERE entity_key = ? AND uses = 0", key);
  const uses = connection.all<TitleUse>(
    `SELECT title, as_of AS asOf, uses FROM entity_title WHERE entity_key = ? ORDER BY title, as_of`,
    key,
  );
  return distinctTitles(uses);
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
