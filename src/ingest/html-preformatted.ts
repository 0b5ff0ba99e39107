import { refuseElements } from "./refuse-oversized-page.ts";

const BLANK_LINES = /\n[\t ]*(?:\n[\t ]*)+/;
const LINE_END = /\r\n?/g;

/**
 * Makes paragraphs of preformatted text, as records and old transcripts are put on pages: blank lines part them, and lines stay lines.
 * @throws VerbatimError ARTICLE_UNREADABLE for more lines than a page has elements
 */
export function unfoldPreformatted(document: Document, where: string): void {
  for (const pre of Array.from(document.querySelectorAll("pre"))) {
    const text = (pre.textContent ?? "").replace(LINE_END, "\n");
    const blocks = text.split(BLANK_LINES).filter((block) => block.trim() !== "");
    refuseElements(blocks.length + text.split("\n").length, where);
    pre.replaceWith(...blocks.map((block) => paragraphOf(document, block)));
  }
}

function paragraphOf(document: Document, block: string): Element {
  const paragraph = document.createElement("p");
  for (const [i, line] of block.split("\n").entries()) {
    if (i > 0) paragraph.append(document.createElement("br"));
    paragraph.append(line);
  }
  return paragraph;
}
