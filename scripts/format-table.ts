/**
 * Rows of cells in columns: figures flush right, words and the whole first column flush left. The first row is the
 * heading; a column whose cells begin with digits (or a sign, or `?` for an unknown one) below it is one of figures.
 */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const [heading = [], ...body] = rows;
  const columns = heading.map((_, column) => ({
    width: Math.max(...rows.map((row) => row[column]?.length ?? 0)),
    isFigures: column > 0 && body.every((row) => FIGURE.test(row[column] ?? "")),
  }));
  const lines = rows.map((row) =>
    columns
      .map(({ width, isFigures }, i) => (isFigures ? (row[i] ?? "").padStart(width) : (row[i] ?? "").padEnd(width)))
      .join("  "),
  );
  const rule = "-".repeat(lines[0]?.length ?? 0);
  return [lines[0], rule, ...lines.slice(1)].map((line) => line?.trimEnd()).join("\n");
}

const FIGURE = /^(?:[-+]?\.?\d|\?|$)/;
