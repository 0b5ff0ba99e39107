import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { VerbatimError } from "../errors.ts";
import type { ReadableArticle } from "../model/article.ts";
import type { ArticleSource } from "./article-source.ts";
import { buildArticle, emptyArticle, firstKnown } from "./build-article.ts";
import { decodeHtml } from "./decode-html.ts";
import { type HtmlBlock, htmlBlocks } from "./html-blocks.ts";
import { htmlDetails, type PageDetails } from "./html-details.ts";
import { layOutFragment } from "./html-fragment.ts";
import { unwrapPosts } from "./html-posts.ts";
import { unfoldPreformatted } from "./html-preformatted.ts";
import { writeOutQuotes } from "./html-quotes.ts";
import { unwrapSpeakerBoxes } from "./html-speaker-boxes.ts";
import { unfoldTables } from "./html-tables.ts";
import { joinBlocks, type LaidOutText } from "./join-blocks.ts";
import { isPageFurniture } from "./page-furniture.ts";
import { layOutPlainText } from "./plain-text.ts";
import { refuseOversizedPage } from "./refuse-oversized-page.ts";

/** Readability's own least length of a readable page (`isProbablyReaderable`), in characters. */
const MIN_PROSE_CHARACTERS = 140;

/** A block made of links for more than half is a menu. */
const MAX_LINK_SHARE = 0.5;

/** A short sentence may link each name and each source; one that is a link as a whole leads to another story. */
const MAX_LINK_SHARE_OF_SENTENCE = 0.85;

const PROSE_END = /[.!?…:]["'”’»)\]]*$/;

/** Where Readability finds less than this of the one article that the page marks, it has found a part of it. */
const MIN_SHARE_OF_MARKED = 0.6;

/** What readers say below an article may be longer than it. */
const DISCUSSION = "[class*=comment i], [id*=comment i], [class*=discussion i], [id*=disqus i]";

/** Never of the article; Readability would keep them on a short page, where it takes all that it finds. */
const CLUTTER =
  "nav, aside, footer, figcaption, [hidden], [aria-hidden=true], [role=navigation], [role=complementary], " +
  "[class*=wp-caption-text i], [class*=image-caption i], [class*=photo-caption i], [class~=caption i]";

/** Holds no words, but would be found among them. */
const PROGRAMS = "script, style, noscript, template";

/** Of the article only when they wrap the whole page, as some systems do with a form. */
const POSSIBLE_CLUTTER =
  "form, dialog, [role=banner], [role=contentinfo], [role=dialog], [role=alertdialog], [id*=cookie i], " +
  "[class*=cookie i], [id*=consent i], [class*=consent i], [id=comments i], [class~=comments i], [id*=disqus i], [class*=newsletter i], " +
  "[class*=related i]";

/** Some sites tell search engines the words as they stand in the page. */
const MARKUP = /<\/?[a-z][^<>]*>|&(?:#\d{1,6}|#x[\da-f]{1,6}|[a-z]{2,8});/i;
const BLANK_LINE = /\n\s*\n/g;

const WHOLE_PAGE = "body, main, article, h1";

/**
 * Reads the article of a page, by Readability, so that navigation never becomes a quote. Its text is the headline (where
 * the page shows it) and the blocks, joined by blank lines.
 * @throws VerbatimError NO_ARTICLE_IN_PAGE, ARTICLE_EMPTY, ARTICLE_UNREADABLE
 */
export function readHtml(
  bytes: Uint8Array,
  { name, details, fallback = {}, sourceKey }: ArticleSource,
): ReadableArticle {
  const html = decodeHtml(bytes, name);
  if (html.trim() === "") throw emptyArticle(name);
  const document = parsePage(html, name);
  const found = htmlDetails(document);
  const { text, layout } = pageText(document, found, name);
  return buildArticle(text, layout, firstKnown(details, found, fallback), sourceKey, name);
}

/** A page whose words only a script would draw is read from what it tells search engines. */
function pageText(document: Document, { headline, articleBody }: PageDetails, where: string): LaidOutText {
  try {
    return joinBlocks(
      headline,
      articleBlocks(document, where).filter(({ text }) => text !== headline),
    );
  } catch (error) {
    if (articleBody === null || !(error instanceof VerbatimError)) throw error;
    return MARKUP.test(articleBody)
      ? layOutFragment(articleBody.replace(BLANK_LINE, "<p>"), where)
      : { text: articleBody, layout: layOutPlainText(articleBody, null) };
  }
}

/** The parser adds no `<html>` and `<body>` where a page leaves them out, as HTML allows. */
function parsePage(html: string, where: string): Document {
  refuseOversizedPage(html, where);
  const { document } = parseHTML(/<body[\s>]/i.test(html) ? html : `<html><body>${withoutFrame(html)}</body></html>`);
  if (document.documentElement === null) throw noArticle(where);
  return document;
}

const withoutFrame = (html: string): string => html.replace(/<!doctype[^<>]*>|<\/?(?:html|head)(?:\s[^<>]*)?>/gi, "");

function articleBlocks(document: Document, where: string): readonly HtmlBlock[] {
  for (const element of Array.from(document.querySelectorAll(PROGRAMS))) element.remove();
  writeOutQuotes(document);
  removeClutter(document);
  removeNoteSigns(document);
  unfoldTables(document);
  unfoldPreformatted(document, where);
  unwrapSpeakerBoxes(document);
  unwrapPosts(document);
  const marked = markedArticle(document);
  const content = new Readability<Element>(document, { serializer: (node) => node as Element }).parse()?.content;
  const found = content ? htmlBlocks(content).filter(isOfArticle) : [];
  const blocks = proseOf(found) < MIN_SHARE_OF_MARKED * proseOf(marked) ? marked : found;
  if (proseOf(blocks) < MIN_PROSE_CHARACTERS) throw noArticle(where);
  return blocks;
}

/** What the page itself marks as its one article; Readability, which may take one speaker's box for all of it, changes the page. */
function markedArticle(document: Document): readonly HtmlBlock[] {
  const [article, ...others] = Array.from(document.querySelectorAll("article"));
  if (article === undefined || others.length > 0 || article.querySelector(DISCUSSION) !== null) return [];
  return htmlBlocks(article).filter(isOfArticle);
}

/** In characters: blocks that end with a sentence. */
const proseOf = (blocks: readonly HtmlBlock[]): number =>
  blocks.filter(({ text }) => PROSE_END.test(text)).reduce((sum, { text }) => sum + text.length, 0);

function removeClutter(document: Document): void {
  for (const element of Array.from(document.querySelectorAll(CLUTTER))) element.remove();
  for (const element of Array.from(document.querySelectorAll(POSSIBLE_CLUTTER))) {
    if (!element.matches(WHOLE_PAGE) && element.querySelector(WHOLE_PAGE) === null) element.remove();
  }
}

/** The raised number of a note leads to it; a power does not. */
function removeNoteSigns(document: Document): void {
  for (const sign of Array.from(document.querySelectorAll("sup"))) {
    const text = (sign.textContent ?? "").trim();
    if (/^\[\w{1,3}\]$/.test(text) || (/^[\d*†‡]{1,3}$/.test(text) && sign.querySelector("a") !== null)) sign.remove();
  }
}

const isOfArticle = ({ text, linkShare }: HtmlBlock): boolean =>
  linkShare <= (PROSE_END.test(text) ? MAX_LINK_SHARE_OF_SENTENCE : MAX_LINK_SHARE) && !isPageFurniture(text);

function noArticle(where: string): VerbatimError {
  const message = `${where} holds no article: nothing on the page reads as prose. Save the page of the article itself, or its text as .txt.`;
  return new VerbatimError("NO_ARTICLE_IN_PAGE", message);
}
