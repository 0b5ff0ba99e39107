import { parseHTML } from "linkedom";
import { htmlBlocks } from "./html-blocks.ts";
import { unfoldPreformatted } from "./html-preformatted.ts";
import { writeOutQuotes } from "./html-quotes.ts";
import { unfoldTables } from "./html-tables.ts";
import { joinBlocks, type LaidOutText } from "./join-blocks.ts";
import { isPageFurniture } from "./page-furniture.ts";
import { refuseOversizedPage } from "./refuse-oversized-page.ts";

/**
 * The text of HTML that another format was turned into: all of its words are the document's, and its first heading, where
 * nothing stands before it, is the title.
 * @throws VerbatimError ARTICLE_UNREADABLE for more elements than a document has
 */
export function layOutFragment(html: string, where: string): LaidOutText {
  refuseOversizedPage(html, where);
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  writeOutQuotes(document);
  unfoldTables(document);
  unfoldPreformatted(document, where);
  const blocks = htmlBlocks(document.body).filter(({ text }) => !isPageFurniture(text));
  const [first, ...rest] = blocks;
  const heading = first !== undefined && rest.length > 0 && isTopHeading(document, first.text) ? first.text : null;
  return joinBlocks(heading, heading === null ? blocks : rest);
}

function isTopHeading(document: Document, text: string): boolean {
  const heading = document.querySelector("h1, h2, h3, h4, h5, h6");
  return heading !== null && htmlBlocks(heading)[0]?.text === text;
}
