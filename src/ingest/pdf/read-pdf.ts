import { VerbatimError } from "../../errors.ts";
import type { ReadableArticle } from "../../model/article.ts";
import type { ArticleSource, ReadOptions, TextLayout } from "../article-source.ts";
import { buildArticle, emptyArticle, firstKnown } from "../build-article.ts";
import { layOutLines } from "../lay-out-lines.ts";
import { readBlocks } from "../text-lines.ts";
import { type PdfOutcome, readInWorker } from "./pdf-process.ts";

type ReadPdf = Exclude<PdfOutcome, { refused: string }>;

/** Readers look for the signature in the first bytes. */
const SIGNATURE_BYTES = 1_024;

const REFUSALS: Readonly<Record<Extract<PdfOutcome, { refused: string }>["refused"], string>> = {
  LOCKED: "is locked with a password. Save it without one.",
  NO_TEXT: "holds pictures of pages, no text. Recognise its text first, such as by `ocrmypdf scan.pdf text.pdf`.",
  TOO_LONG: "holds more pages or text than an article may have. Split it, or raise the limit.",
  DAMAGED: "is damaged, or no PDF. Save it again, or its text as .txt.",
  TOO_MUCH_WORK: "asks for more time or memory than any document should. Save its text as .txt.",
};

/**
 * Reads the text of a PDF in reading order, without running heads and page numbers, words whole that a line's end parts.
 * @throws VerbatimError ARTICLE_EMPTY, ARTICLE_UNREADABLE
 */
export async function readPdf(
  bytes: Uint8Array,
  source: ArticleSource,
  options: ReadOptions,
): Promise<ReadableArticle> {
  const { name, details, fallback = {}, sourceKey } = source;
  if (bytes.length === 0) throw emptyArticle(name);
  if (!Buffer.from(bytes.subarray(0, SIGNATURE_BYTES)).includes("%PDF-")) throw refused(name, "DAMAGED");
  const outcome = await readInWorker({ bytes, maxCharacters: options.maxArticleBytes });
  if ("refused" in outcome) throw refused(name, outcome.refused);
  const layout = layOut(outcome);
  const told = layout.titleSpan === null ? { title: outcome.title } : {};
  return buildArticle(outcome.text, layout, firstKnown(details, told, fallback), sourceKey, name);
}

/** Paragraphs are where the page sets lines apart; a first one in larger type, with more behind it, is the headline. */
function layOut({ text, opensWithHeading }: ReadPdf): TextLayout {
  const blocks = readBlocks(text);
  const heading = opensWithHeading && blocks.length > 1 ? blocks[0] : undefined;
  const start = heading?.[0]?.start;
  const end = heading?.at(-1)?.end;
  const titleSpan = start === undefined || end === undefined ? null : { start, end };
  return { titleSpan, ...layOutLines(text, titleSpan === null ? blocks : blocks.slice(1)) };
}

const refused = (name: string, why: keyof typeof REFUSALS): VerbatimError =>
  new VerbatimError("ARTICLE_UNREADABLE", `${name} ${REFUSALS[why]}`);
