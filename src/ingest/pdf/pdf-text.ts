import { getDocumentProxy } from "unpdf";
import { medianSize, type PageItem, type PageLine, readingOrder } from "./reading-order.ts";
import { withoutRunningHeads } from "./running-heads.ts";
import { writePages } from "./write-pages.ts";

/** What a PDF gives, or why it gives nothing. */
export type PdfText =
  | {
      readonly text: string;
      /** What the file says of itself. */
      readonly title: string | null;
      /** Whether the text begins with a paragraph in larger type. */
      readonly opensWithHeading: boolean;
    }
  | { readonly refused: "LOCKED" | "NO_TEXT" | "TOO_LONG" | "DAMAGED" };

/** More pages than a year of sittings bound in one. */
const MAX_PAGES = 5_000;

/** Fewer letters on a page than this are a stamp on a picture. */
const MIN_LETTERS_A_PAGE = 20;

/** How much larger than the text the type of a headline is. */
const HEADING_SIZE = 1.2;

/** Names that programs give: of a file, or none. */
const NO_TITLE = /^(?:untitled.*|microsoft .*|.*\.(?:docx?|pdf|indd|rtf|tex|odt))$|^\s*$/i;

/** The text of a PDF in reading order, paragraphs apart by blank lines. Runs in a worker of its own. */
export async function pdfText(bytes: Uint8Array, maxCharacters: number): Promise<PdfText> {
  try {
    return await readPages(bytes, maxCharacters);
  } catch (error) {
    return { refused: error instanceof Error && error.name === "PasswordException" ? "LOCKED" : "DAMAGED" };
  }
}

async function readPages(bytes: Uint8Array, maxCharacters: number): Promise<PdfText> {
  const pdf = await getDocumentProxy(bytes, { isEvalSupported: false, verbosity: 0 });
  if (pdf.numPages > MAX_PAGES) return { refused: "TOO_LONG" };
  const pages = [];
  let characters = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const items = await itemsOf(pdf, number);
    characters += items.reduce((sum, { text }) => sum + text.length, 0);
    if (characters > maxCharacters) return { refused: "TOO_LONG" };
    pages.push(readingOrder(items));
  }
  const shown = withoutRunningHeads(pages);
  const text = writePages(shown);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < MIN_LETTERS_A_PAGE * pages.length) return { refused: "NO_TEXT" };
  return { text, title: await titleOf(pdf), opensWithHeading: opensLarge(shown.flat()) };
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

async function itemsOf(pdf: Pdf, number: number): Promise<readonly PageItem[]> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  page.cleanup();
  return items.flatMap((item: (typeof items)[number]) => {
    if (!("str" in item) || item.str === "") return [];
    const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as readonly number[];
    return [{ text: item.str, x, y, width: item.width, size: Math.hypot(c, d) || item.height || 1 }];
  });
}

const opensLarge = (lines: readonly PageLine[]): boolean => (lines[0]?.size ?? 0) > HEADING_SIZE * medianSize(lines);

async function titleOf(pdf: Pdf): Promise<string | null> {
  const { info } = await pdf.getMetadata();
  const title = "Title" in info && typeof info.Title === "string" ? info.Title.trim() : "";
  return NO_TITLE.test(title) ? null : title;
}
