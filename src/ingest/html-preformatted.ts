const BLANK_LINES = /\n[\t ]*(?:\n[\t ]*)+/;
const LINE_END = /\r\n?/g;

/** Makes paragraphs of preformatted text, as records and old transcripts are put on pages: blank lines part them, and lines stay lines. */
export function unfoldPreformatted(document: Document): void {
  for (const pre of Array.from(document.querySelectorAll("pre"))) {
    const blocks = (pre.textContent ?? "").replace(LINE_END, "\n").split(BLANK_LINES);
    pre.replaceWith(...blocks.filter((block) => block.trim() !== "").map((block) => paragraphOf(document, block)));
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
