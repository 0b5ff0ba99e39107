/** A speaker, the words, and perhaps a time. */
const MIN_CELLS = 2;
const MAX_CELLS = 3;
const MIN_ROWS = 2;
/** So many rows end with a sentence where a table holds what people say, and not figures. */
const MIN_SHARE_OF_SENTENCES = 0.5;
const SENTENCE_END = /[.!?…]["'”’)\]]*$/;

/**
 * Makes paragraphs of the rows of tables that hold sentences, each cell staying a cell: Readability takes tables for
 * figures or for the page's frame, and drops them or their first column.
 */
export function unfoldTables(document: Document): void {
  for (const table of Array.from(document.querySelectorAll("table"))) {
    // The heads of the columns are no part of what is said.
    const rows = Array.from(table.querySelectorAll("tr")).filter((row) => row.querySelector("td") !== null);
    if (table.querySelector("table") === null && holdSentences(rows))
      table.replaceWith(...rows.map((row) => paragraphOf(document, row)));
  }
}

function holdSentences(rows: readonly Element[]): boolean {
  const fit = rows.filter(({ children }) => children.length >= MIN_CELLS && children.length <= MAX_CELLS);
  const told = fit.filter((row) => SENTENCE_END.test(row.lastElementChild?.textContent?.trim() ?? ""));
  return told.length >= MIN_ROWS && told.length >= MIN_SHARE_OF_SENTENCES * rows.length;
}

function paragraphOf(document: Document, row: Element): Element {
  const paragraph = document.createElement("p");
  paragraph.append(...Array.from(row.children));
  return paragraph;
}
