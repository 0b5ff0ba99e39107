import { marked } from "marked";
import { VerbatimError } from "../errors.ts";
import type { ReadableArticle } from "../model/article.ts";
import type { ArticleSource, GivenDetails } from "./article-source.ts";
import { buildArticle, emptyArticle, firstKnown, isWebAddress } from "./build-article.ts";
import { decodeText } from "./decode-text.ts";
import { layOutFragment } from "./html-fragment.ts";
import { toIsoUtc } from "./published-at.ts";

/** What generators of sites put above a text: `title: The bridge` between lines of dashes. */
const FRONT_MATTER = /^---[ \t]*\r?\n(?<fields>(?:(?!---|\.\.\.).*\r?\n){0,100}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const FIELD = /^(?<name>[\w-]+)[ \t]*:[ \t]*(?<value>\S.*)$/gm;

/**
 * Reads Markdown as it is shown (CommonMark and GitHub's tables); a line's end stays one, since transcripts have a turn a line.
 * @throws VerbatimError ARTICLE_EMPTY, ARTICLE_UNREADABLE
 */
export function readMarkdown(
  bytes: Uint8Array,
  { name, details, fallback = {}, sourceKey }: ArticleSource,
): ReadableArticle {
  const markdown = decodeText(bytes, name);
  const head = FRONT_MATTER.exec(markdown);
  const body = head === null ? markdown : markdown.slice(head[0].length);
  if (body.trim() === "") throw emptyArticle(name);
  const { text, layout } = layOutFragment(toHtml(body, name), name);
  const told = toldBy(fieldsOf(head?.groups?.fields ?? ""));
  return buildArticle(text, layout, firstKnown(details, told, fallback), sourceKey, name);
}

/** Each level of a list is parsed again for each level around it: 2,000 took 44 s. Columns before the sign of a list. */
const MAX_LIST_INDENT = 100;
const DEEP_LIST = new RegExp(
  String.raw`^(?:[ >]{${MAX_LIST_INDENT}}|\t{${MAX_LIST_INDENT / 4}})[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]`,
  "m",
);
/** Each row of a table is filled up to the columns of its head: 2,000 rows of a few letters became 40,000,000 cells. */
const MAX_CELLS = 1_000_000;

function refuseBomb(markdown: string, where: string): void {
  if (DEEP_LIST.test(markdown) || cellsIn(markdown) > MAX_CELLS) throw tooDeep(where);
}

/** The most that its tables may have. */
function cellsIn(markdown: string): number {
  let rows = 0;
  let columns = 0;
  for (const [line] of markdown.matchAll(/^.*\|.*$/gm)) {
    rows += 1;
    columns = Math.max(columns, line.split("|").length);
  }
  return rows * columns;
}

function toHtml(markdown: string, where: string): string {
  refuseBomb(markdown, where);
  try {
    return marked.parse(markdown, { async: false, gfm: true, breaks: true });
  } catch (cause) {
    throw tooDeep(where, cause);
  }
}

function tooDeep(where: string, cause?: unknown): VerbatimError {
  const message = `${where} can't be read as Markdown: it nests too deeply, or has too wide a table. Save it as .txt.`;
  return new VerbatimError("ARTICLE_UNREADABLE", message, {}, cause);
}

function fieldsOf(frontMatter: string): ReadonlyMap<string, string> {
  const fields = [...frontMatter.matchAll(FIELD)].map(({ groups }) => [
    (groups?.name ?? "").toLowerCase(),
    (groups?.value ?? "").trim().replace(/^(["'])(.*)\1$/, "$2"),
  ]);
  return new Map(fields as [string, string][]);
}

/** An address or a date that is none is taken as absent. */
function toldBy(fields: ReadonlyMap<string, string>): GivenDetails {
  const url = fields.get("url") ?? fields.get("source") ?? fields.get("canonical") ?? "";
  return {
    title: fields.get("title"),
    author: fields.get("author"),
    publisher: fields.get("publisher"),
    url: isWebAddress(url) ? url : null,
    publishedAt: toIsoUtc(fields.get("date") ?? ""),
  };
}
