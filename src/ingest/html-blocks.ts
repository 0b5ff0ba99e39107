import type { Emphasis } from "./text-lines.ts";

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

/** Stand for the ends of bold type and of a table's cell until then. */
const BOLD_START = "\u0001";
const BOLD_END = "\u0002";
const CELL_END = "\u0003";
const ITALIC_START = "\u0004";
const ITALIC_END = "\u0005";
const SIGNS = new RegExp(`[${BREAK}${BOLD_START}${BOLD_END}${CELL_END}${ITALIC_START}${ITALIC_END}]`, "g");

const BOLD_ELEMENTS: ReadonlySet<string> = new Set(["B", "STRONG"]);
const ITALIC_ELEMENTS: ReadonlySet<string> = new Set(["I", "EM"]);

/** One line of a block, between line breaks. */
interface HtmlLine {
  readonly text: string;
  readonly emphasis: Emphasis | null;
  /** How many characters at its beginning are in bold type, where not all are; null for none. */
  readonly boldEnd: number | null;
}

/** One block of words as a browser shows it. */
export interface HtmlBlock {
  /** Its lines, joined by line feeds. */
  readonly text: string;
  readonly lines: readonly HtmlLine[];
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
  #emphasis: Emphasis | null = null;

  enter(node: Node): void {
    const name = elementName(node);
    if (node.nodeType === node.TEXT_NODE) this.#write(node.nodeValue ?? "");
    else if (name === "BR") this.#words.push(BREAK);
    else if (name === "A") this.#openLinks++;
    else if (BOLD_ELEMENTS.has(name)) this.#words.push(BOLD_START);
    else if (ITALIC_ELEMENTS.has(name)) this.#words.push(ITALIC_START);
    else if (endsBlock(node)) this.endBlock();
    this.#emphasis = emphasisOf(name) ?? this.#emphasis;
  }

  leave(node: Node): void {
    const name = elementName(node);
    if (name === "A") this.#openLinks--;
    else if (BOLD_ELEMENTS.has(name)) this.#words.push(BOLD_END);
    else if (ITALIC_ELEMENTS.has(name)) this.#words.push(ITALIC_END);
    // Cells of a row stand apart.
    else if (name === "TD" || name === "TH") this.#words.push(CELL_END);
    else if (endsBlock(node)) this.endBlock();
  }

  endBlock(): void {
    const lines = this.#words
      .join("")
      .replace(COLLAPSED, " ")
      .replace(JOINED_BOLD, "$1")
      .split(BREAK)
      .map((line) => readLine(line, this.#emphasis));
    const texts = splitAtBlanks(lines);
    const characters = texts.flat().reduce((sum, { text }) => sum + text.length, 0);
    const linkShare = Math.min(1, this.#linkCharacters / characters);
    for (const lines of texts) this.blocks.push({ text: lines.map(({ text }) => text).join("\n"), lines, linkShare });
    this.#words = [];
    this.#linkCharacters = 0;
    this.#emphasis = null;
  }

  #write(words: string): void {
    this.#words.push(words.replaceAll(SIGNS, "").replace(BREAK_OPPORTUNITIES, ""));
    if (this.#openLinks > 0) this.#linkCharacters += words.trim().length;
  }
}

/** The cell of a table that holds one paragraph is that paragraph, and goes on with its row. */
const endsBlock = (node: Node): boolean =>
  BLOCK_ELEMENTS.has(elementName(node)) && !(/^(?:P|DIV)$/.test(elementName(node)) && isWholeCell(node as Element));

function isWholeCell({ parentElement }: Element): boolean {
  return parentElement !== null && /^T[DH]$/i.test(parentElement.nodeName) && parentElement.children.length === 1;
}

function emphasisOf(name: string): Emphasis | null {
  if (/^(?:H[1-6]|SUMMARY)$/.test(name)) return "HEADING";
  return name === "DT" ? "TERM" : null;
}

/** Two runs of bold type with nothing but a space between are one. */
const JOINED_BOLD = new RegExp(`${BOLD_END}(\\s*)${BOLD_START}`, "g");
const LEADING_BOLD = new RegExp(`^${BOLD_START}([^${BOLD_START}${BOLD_END}]*)${BOLD_END}?`);

const ITALIC_SIGNS = new RegExp(`[${ITALIC_START}${ITALIC_END}]`, "g");
const WHOLLY_ITALIC = new RegExp(`^${ITALIC_START}[^${ITALIC_END}]*${ITALIC_END}$`);

function readLine(signed: string, emphasis: Emphasis | null): HtmlLine {
  const line = signed.trim();
  const text = shownText(line).trim();
  const bold = LEADING_BOLD.exec(line.replace(ITALIC_SIGNS, ""))?.[1];
  const boldEnd = bold === undefined ? 0 : shownText(bold).trim().length;
  const type = text === "" ? null : boldEnd === text.length ? "BOLD" : WHOLLY_ITALIC.test(line) ? "ITALIC" : null;
  return { text, emphasis: emphasis ?? type, boldEnd: type !== null || boldEnd === 0 ? null : boldEnd };
}

const shownText = (signed: string): string => signed.replaceAll(CELL_END, "\t").replaceAll(SIGNS, "");

/** Runs of lines that hold words: two line breaks are a paragraph's end. */
function splitAtBlanks(lines: readonly HtmlLine[]): readonly (readonly HtmlLine[])[] {
  const blocks: HtmlLine[][] = [[]];
  for (const line of lines) {
    if (line.text !== "") blocks.at(-1)?.push(line);
    else if (blocks.at(-1)?.length !== 0) blocks.push([]);
  }
  return blocks.filter((block) => block.length > 0);
}
