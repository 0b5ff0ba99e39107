import type { ExportFormat } from "./export-formats.ts";
import type { QuoteRow } from "./quote-row.ts";

/** An export as text, piece by piece: its head, then each row. The first row is read before anything is given. */
export async function* writtenRows(
  rows: AsyncIterable<QuoteRow>,
  { head, write }: ExportFormat,
): AsyncGenerator<string> {
  let isStarted = false;
  for await (const row of rows) {
    if (!isStarted) yield head;
    isStarted = true;
    yield write(row);
  }
  if (!isStarted) yield head;
}
