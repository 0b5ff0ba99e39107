/** Elements that begin and end a line of their own (HTML Standard, 15.3), as far as a news page holds them. */
const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  (
    "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 " +
    "H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL"
  ).split(" "),
);

/** What is never part of an article's words; what is struck out is withdrawn. */
const SKIPPED_ELEMENTS: ReadonlySet<string> = new Set(
  (
    "ASIDE AUDIO BUTTON CANVAS DEL DIALOG EMBED FIGCAPTION FIGURE FOOTER FORM HEAD IFRAME INPUT LABEL MATH NAV NOSCRIPT OBJECT " +
    "S SCRIPT SELECT STRIKE STYLE SVG TEMPLATE TEXTAREA TITLE VIDEO"
  ).split(" "),
);

/** White space that a browser shows as one space; a no-break space is none of it. */
const COLLAPSED = /[\t\n\f\r ]+/g;

/** Where a browser may break a word, and shows nothing. */
const BREAK_OPPORTUNITIES = /[\u00ad\u200b]/g;

/** Stands for `<br>` until the white space around it is collapsed; no page text holds it. */
const BREAK = "\u0000";

/** One block of words as a browser shows it. */
export interface HtmlBlock {
  readonly text: string;
  /** How much of the words are links, 0..1: high in menus. */
  readonly linkShare: number;
}

/**
 * The words of an element, block by block: inline markup gone, white space collapsed, `<br>` a line break and two of
 * them a new block. Walks without recursion, so that no depth of page overflows the stack.
 */
export function htmlBlocks(root: Element): readonly HtmlBlock[] {
  const writer = new BlockWriter();
  let node: Node | null = root;
  while (node !== null) {
    writer.enter(node);
    node = following(node, root, writer);
  }
  writer.endBlock();
  return writer.blocks;
}

/** Reading order: the first child (unless skipped), else the next sibling, else that of the nearest ancestor. */
function following(node: Node, root: Node, writer: BlockWriter): Node | null {
  if (!SKIPPED_ELEMENTS.has(elementName(node)) && node.firstChild !== null) return node.firstChild;
  for (let current: Node | null = node; current !== null; current = current.parentNode) {
    writer.leave(current);
    if (current === root) return null;
    if (current.nextSibling !== null) return current.nextSibling;
  }
  return null;
}

const elementName = (node: Node): string => node.nodeName.toUpperCase();

class BlockWriter {
  readonly blocks: HtmlBlock[] = [];
  #words: string[] = [];
  #linkCharacters = 0;
  #openLinks = 0;

  enter(node: Node): void {
    const name = elementName(node);
    if (node.nodeType === node.TEXT_NODE) this.#write(node.nodeValue ?? "");
    else if (name === "BR") this.#words.push(BREAK);
    else if (name === "A") this.#openLinks++;
    else if (BLOCK_ELEMENTS.has(name)) this.endBlock();
  }

  leave(node: Node): void {
    const name = elementName(node);
    if (name === "A") this.#openLinks--;
    // Cells of a row stand apart.
    else if (name === "TD" || name === "TH") this.#words.push(" ");
    else if (BLOCK_ELEMENTS.has(name)) this.endBlock();
  }

  endBlock(): void {
    const lines = this.#words
      .join("")
      .replace(COLLAPSED, " ")
      .split(BREAK)
      .map((line) => line.trim());
    const texts = lines
      .join("\n")
      .split(/\n{2,}/)
      .map((text) => text.trim())
      .filter((text) => text !== "");
    const characters = texts.join("").length;
    for (const text of texts) this.blocks.push({ text, linkShare: Math.min(1, this.#linkCharacters / characters) });
    this.#words = [];
    this.#linkCharacters = 0;
  }

  #write(words: string): void {
    this.#words.push(words.replaceAll(BREAK, "").replace(BREAK_OPPORTUNITIES, ""));
    if (this.#openLinks > 0) this.#linkCharacters += words.trim().length;
  }
}
