import { readPosition, writePosition } from "../list-position.ts";
import type { Page, PageRequest } from "../quote-store.ts";
import type { Connection, SqlValue } from "./connection.ts";
import { ALWAYS, allOf, anyOf, type SqlCondition } from "./sql-condition.ts";

export interface SortKey {
  readonly sql: string;
  readonly descending: boolean;
}

/** A list in a total order: the keys together differ from row to row, and none is NULL. */
export interface KeysetList {
  /** Goes into every position, so that a position of another list is refused. */
  readonly name: string;
  /** Tables with their aliases, as after FROM. */
  readonly from: string;
  /** The same without what only the order needs: counting goes through all of it. */
  readonly counted: string;
  readonly id: string;
  readonly keys: readonly SortKey[];
}

/**
 * One page of a list, read by the place after the last item rather than by an offset, so that items that come or go
 * meanwhile are neither shown twice nor skipped. `read` gives the values of ids, in their order.
 * A position that is none of this list is BAD_CURSOR.
 */
export function readPage<T>(
  connection: Connection,
  list: KeysetList,
  where: SqlCondition,
  page: PageRequest,
  read: (ids: readonly string[]) => readonly (T | null)[],
): Page<T> {
  return connection.reading(() => {
    const rows = readRows(connection, list, allOf([where, after(list, page.after)]), page.first + 1);
    const kept = rows.slice(0, page.first);
    const values = read(kept.map(({ id }) => id));
    const items = kept.flatMap(({ keys }, i) => {
      const value = values[i];
      return value === null || value === undefined ? [] : [{ value, position: writePosition(list.name, keys) }];
    });
    return { items, total: count(connection, list, where), hasNext: rows.length > page.first };
  });
}

function readRows(connection: Connection, list: KeysetList, where: SqlCondition, limit: number) {
  const columns = list.keys.map(({ sql }, i) => `${sql} AS key_${i}`).join(", ");
  const order = list.keys.map(({ sql, descending }) => `${sql} ${descending ? "DESC" : "ASC"}`).join(", ");
  const rows = connection.all<Readonly<Record<string, SqlValue>>>(
    `SELECT ${list.id} AS id, ${columns} FROM ${list.from} WHERE ${where.sql} ORDER BY ${order} LIMIT ?`,
    ...where.params,
    limit,
  );
  return rows.map((row) => ({
    id: String(row.id),
    keys: list.keys.map((_, i) => (row[`key_${i}`] ?? null) as string | number | null),
  }));
}

function count(connection: Connection, list: KeysetList, where: SqlCondition): number {
  const sql = `SELECT COUNT(*) AS total FROM ${list.counted} WHERE ${where.sql}`;
  return connection.get<{ readonly total: number }>(sql, ...where.params)?.total ?? 0;
}

/** Rows whose keys come after those of the position: equal in the first ones, beyond it in the next. */
function after(list: KeysetList, position: string | null): SqlCondition {
  if (position === null) return ALWAYS;
  const values = readPosition(list.name, list.keys.length, position);
  return anyOf(list.keys.map((_, i) => firstDiffersAt(list.keys.slice(0, i + 1), values)));
}

function firstDiffersAt(keys: readonly SortKey[], values: readonly SqlValue[]): SqlCondition {
  const last = keys.length - 1;
  return allOf(
    keys.map(({ sql, descending }, i) => ({
      sql: `${sql} ${i < last ? "=" : descending ? "<" : ">"} ?`,
      params: [values[i] ?? null],
    })),
  );
}
