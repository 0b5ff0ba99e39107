/** The values in the order of the ids, null where there is none. */
export function byIds<Row, T>(
  ids: readonly string[],
  rows: readonly Row[],
  id: (row: Row) => string,
  value: (row: Row) => T,
): readonly (T | null)[] {
  const values = new Map(rows.map((row) => [id(row), value(row)]));
  return ids.map((wanted) => values.get(wanted) ?? null);
}
