import type { ReadableArticle } from "../model/article.ts";
import type { ArticleFormat, ArticleSource, ReadOptions, ReadResult } from "./article-source.ts";
import { buildArticle, emptyArticle, firstKnown, known } from "./build-article.ts";
import { collectBytes } from "./collect-bytes.ts";
import { decodeText } from "./decode-text.ts";
import { readHtml } from "./html.ts";
import { readJsonLines } from "./json-lines.ts";
import { readMarkdown } from "./markdown.ts";
import { readPdf } from "./pdf/read-pdf.ts";
import { layOutPlainText } from "./plain-text.ts";
import { readFailure } from "./read-failure.ts";
import { refuseOtherFormat } from "./refuse-other-format.ts";
import { readSubtitles } from "./subtitles/read-subtitles.ts";

export type { ArticleFormat, ArticleSource, ReadOptions, ReadResult } from "./article-source.ts";

type Reader = (
  bytes: Uint8Array,
  source: ArticleSource,
  options: ReadOptions,
) => ReadableArticle | Promise<ReadableArticle>;

/** Formats that hold many articles a file. */
type ManyArticles = "JSON_LINES" | "WARC";

/** Of the formats that hold one article a file. Rare ones, and archives, are loaded when the first is read: Word's alone takes a fifth of a second. */
const READERS: Readonly<Record<Exclude<ArticleFormat, ManyArticles>, Reader>> = {
  TEXT: readText,
  HTML: readHtml,
  SUBTITLES: readSubtitles,
  PDF: readPdf,
  DOCX: async (bytes, source) => (await import("./docx.ts")).readDocx(bytes, source),
  EMAIL: async (bytes, source) => (await import("./email.ts")).readEmail(bytes, source),
  EPUB: async (bytes, source) => (await import("./epub.ts")).readEpub(bytes, source),
  MARKDOWN: readMarkdown,
};

/**
 * The articles of a source, in order. Never throws for what the bytes hold or for a stream that breaks: each bad piece
 * is a failure with a sentence, and the rest goes on where it can (JSON Lines, web archives).
 */
export async function* readArticles(source: ArticleSource, options: ReadOptions): AsyncGenerator<ReadResult> {
  try {
    if (isOneArticle(source)) yield { article: await readOne(source, options), givenId: null };
    else if (source.format === "WARC") yield* (await import("./warc.ts")).readWarc(source, options, readArticles);
    else yield* readJsonLines(source, options);
  } catch (error) {
    yield readFailure(source.name, error);
  }
}

type OneArticle = ArticleSource & { readonly format: keyof typeof READERS };

const isOneArticle = (source: ArticleSource): source is OneArticle => source.format in READERS;

async function readOne(source: OneArticle, options: ReadOptions): Promise<ReadableArticle> {
  const bytes = await collectBytes(source.bytes, options.maxArticleBytes, source.name);
  refuseOtherFormat(bytes, source.format, source.name);
  return READERS[source.format](bytes, source, options);
}

function readText(bytes: Uint8Array, { name, details, fallback = {}, sourceKey }: ArticleSource): ReadableArticle {
  const text = decodeText(bytes, name);
  if (text.trim() === "") throw emptyArticle(name);
  const layout = layOutPlainText(text, known(details.title));
  return buildArticle(text, layout, firstKnown(details, fallback), sourceKey, name);
}
