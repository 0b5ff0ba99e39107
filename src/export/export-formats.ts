import { bibtexEntry, bibtexKey } from "../model/bibtex-entry.ts";
import { BYTE_ORDER_MARK, csvRow } from "../model/csv-row.ts";
import { escapeMarkdown } from "../model/escape-markdown.ts";
import { COLUMNS, type QuoteRow, standsInSentence, textOf, whoOf } from "./quote-row.ts";

/** How rows are written: what stands before the first, and each. */
export interface ExportFormat {
  readonly mediaType: string;
  readonly ending: string;
  readonly head: string;
  readonly write: (row: QuoteRow) => string;
}

export const EXPORT_FORMATS = {
  csv: {
    mediaType: "text/csv",
    ending: "csv",
    head: `${BYTE_ORDER_MARK}${csvRow(Object.keys(COLUMNS))}`,
    write: (row) => csvRow(Object.keys(COLUMNS).map((name) => row[name as keyof typeof COLUMNS])),
  },
  jsonl: {
    mediaType: "application/jsonl",
    ending: "jsonl",
    head: "",
    write: (row) => `${JSON.stringify(row)}\n`,
  },
  markdown: { mediaType: "text/markdown", ending: "md", head: "", write: toMarkdown },
  bibtex: { mediaType: "application/x-bibtex", ending: "bib", head: "", write: toBibtex },
} as const satisfies Readonly<Record<string, ExportFormat>>;

export type ExportFormatName = keyof typeof EXPORT_FORMATS;

export const isExportFormat = (name: unknown): name is ExportFormatName =>
  typeof name === "string" && Object.hasOwn(EXPORT_FORMATS, name);

function toMarkdown(row: QuoteRow): string {
  const words = markedWords(row).split("\n\n").map(escapeMarkdown).join("\n>\n> ");
  const title = `[${escapeMarkdown(row.title ?? "article without a title")}](<${linkOf(row).replace(/[<>\s]/g, encodeURIComponent)}>)`;
  const source = [whoOf(row), row.publisher, row.publishedAt && String(row.publishedAt).slice(0, 10)].filter(isText);
  const [who, ...edition] = whoOf(row) === null ? [null, ...source] : source;
  const behind = [...edition, row.correction].filter(isText).map(escapeMarkdown);
  const parts = [...(who ? [escapeMarkdown(who)] : []), title, ...behind];
  return `> ${words}\n>\n> — ${parts.join(", ")}\n\n`;
}

/** In marks only what is somebody's own words, or the article's, to the letter; not what stands in its sentence. */
const markedWords = (row: QuoteRow): string => (standsInSentence(row) ? row.shown : `“${row.shown}”`);

function toBibtex(row: QuoteRow): string {
  const key = bibtexKey(String(row.speaker ?? row.publisher ?? ""), textOf(row.publishedAt), row.title ?? "");
  const who = whoOf(row);
  const words = markedWords(row);
  const fields = {
    ...{ title: row.title, publisher: textOf(row.publisher), author: textOf(row.author) },
    ...{ publishedAt: textOf(row.publishedAt), url: linkOf(row) },
    note: [words, who, row.correction].filter(isText).join(" – "),
  };
  // Many quotes of one article would have one key.
  return `${bibtexEntry(`${key}-${String(row.id).replace(/[^\w]/g, "").slice(-KEY_TAIL)}`, fields)}\n\n`;
}

/** Of an id, in characters: ids are hashes. */
const KEY_TAIL = 10;

const linkOf = ({ url, link }: QuoteRow): string => String(url ?? link);

const isText = (value: string | number | boolean | null): value is string => typeof value === "string" && value !== "";
