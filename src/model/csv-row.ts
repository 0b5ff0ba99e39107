import papaparse from "papaparse";

/** What stands before the first row: Excel knows UTF-8 by it. */
export const BYTE_ORDER_MARK = "\ufeff";

/** A row with its end. A cell that a spreadsheet would take for a formula gets an apostrophe before it, which it does not show. */
export function csvRow(cells: readonly (string | number | boolean | null)[]): string {
  return `${papaparse.unparse([[...cells]], { escapeFormulae: true, newline: "\r\n" })}\r\n`;
}
