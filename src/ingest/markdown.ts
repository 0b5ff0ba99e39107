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

function toHtml(markdown: string, where: string): string {
  try {
    return marked.parse(markdown, { async: false, gfm: true, breaks: true });
  } catch (cause) {
    const message = `${where} can't be read as Markdown: it nests too deeply. Save it as .txt.`;
    throw new VerbatimError("ARTICLE_UNREADABLE", message, {}, cause);
  }
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
