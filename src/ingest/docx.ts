import mammoth from "mammoth";
import { VerbatimError } from "../errors.ts";
import type { ReadableArticle } from "../model/article.ts";
import type { ArticleSource } from "./article-source.ts";
import { buildArticle, emptyArticle, firstKnown } from "./build-article.ts";
import { layOutFragment } from "./html-fragment.ts";
import { unpack } from "./unpack-zip.ts";

/** References to notes, and the arrows that lead back from them, are nobody's words. */
const NOTE_LINKS = /<sup><a [^<>]*>\[\d+\]<\/a><\/sup>|<a [^<>]*>↑<\/a>/g;

/** Opening and closing: a document of 1,000 pages has some 600,000. */
const MAX_TAGS = 1_000_000;

/** Pictures are left out. */
const NO_PICTURES = mammoth.images.imgElement(async () => ({ src: "" }));

/**
 * Reads a document of Word: paragraphs, headings, lists, tables and notes; no pictures, comments or text that is struck out.
 * @throws VerbatimError ARTICLE_EMPTY, ARTICLE_UNREADABLE
 */
export async function readDocx(bytes: Uint8Array, source: ArticleSource): Promise<ReadableArticle> {
  const { name, details, fallback = {}, sourceKey } = source;
  if (bytes.length === 0) throw emptyArticle(name);
  // Unpacked here only to see that it is no bomb.
  const files = await unpack(bytes, (path) => /\.(?:xml|rels)$/.test(path), name);
  for (const xml of files.values()) refuseManyElements(xml, name);
  const { text, layout } = layOutFragment(await toHtml(Buffer.from(bytes), name), name);
  return buildArticle(text, layout, firstKnown(details, fallback), sourceKey, name);
}

/** The library takes two kilobytes for each element. */
function refuseManyElements(xml: Buffer, where: string): void {
  let count = 0;
  for (let at = xml.indexOf("<"); at >= 0; at = xml.indexOf("<", at + 1)) {
    count += 1;
    if (count > MAX_TAGS) throw tooManyElements(where);
  }
}

async function toHtml(buffer: Buffer, where: string): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml({ buffer }, { convertImage: NO_PICTURES });
    return value.replace(NOTE_LINKS, "");
  } catch (cause) {
    const message = `${where} is damaged, or no document of Word. Save it again, or its text as .txt.`;
    throw new VerbatimError("ARTICLE_UNREADABLE", message, {}, cause);
  }
}

const tooManyElements = (where: string): VerbatimError =>
  new VerbatimError("ARTICLE_UNREADABLE", `${where} has more parts than a document has. Save its text as .txt.`);
