import PostalMime from "postal-mime";
import { VerbatimError } from "../errors.ts";
import type { ReadableArticle } from "../model/article.ts";
import type { ArticleSource } from "./article-source.ts";
import { buildArticle, emptyArticle, firstKnown, isWebAddress, known } from "./build-article.ts";
import { withPrintedSigns } from "./decode-charset.ts";
import { readHtml } from "./html.ts";
import { layOutFragment } from "./html-fragment.ts";
import type { LaidOutText } from "./join-blocks.ts";
import { layOutPlainText } from "./plain-text.ts";
import { toIsoUtc } from "./published-at.ts";

type Email = Awaited<ReturnType<typeof PostalMime.parse>>;

/** Where a page was that a browser saved as one file (MHTML, RFC 2557), which is laid out as a message. */
const SAVED_FROM = "snapshot-content-location";

/**
 * Reads a message: its text, else its HTML; who sent it, when, and the subject as title. Attachments are left out. A page that a browser saved
 * as a message is read as the page.
 * @throws VerbatimError ARTICLE_EMPTY, ARTICLE_UNREADABLE
 */
export async function readEmail(bytes: Uint8Array, source: ArticleSource): Promise<ReadableArticle> {
  const { name, details, fallback = {}, sourceKey } = source;
  if (bytes.length === 0) throw emptyArticle(name);
  const email = await parse(bytes, name);
  const html = withPrintedSigns(email.html ?? "");
  const savedFrom = email.headers.find(({ key }) => key === SAVED_FROM)?.value;
  if (savedFrom !== undefined) return readSavedPage(html, savedFrom, source);
  const { text, layout } = bodyOf({ ...email, html, text: withPrintedSigns(email.text ?? "") }, name);
  const told = {
    title: email.subject && withPrintedSigns(email.subject),
    author: known(email.from?.name) ?? email.from?.address,
    publishedAt: toIsoUtc(email.date ?? ""),
  };
  return buildArticle(text, layout, firstKnown(details, told, fallback), sourceKey, name);
}

/** What the page says of its address wins over where the browser found it. */
function readSavedPage(html: string, savedFrom: string, source: ArticleSource): ReadableArticle {
  const fallback = firstKnown(source.fallback ?? {}, { url: isWebAddress(savedFrom) ? savedFrom : null });
  return readHtml(Buffer.from(`\ufeff${html}`), { ...source, fallback });
}

async function parse(bytes: Uint8Array, where: string): Promise<Email> {
  const email = await PostalMime.parse(bytes).catch((cause: unknown) => {
    const message = `${where} can't be read: it has longer heads, or more parts within parts, than a message has. Save its text as .txt.`;
    throw new VerbatimError("ARTICLE_UNREADABLE", message, {}, cause);
  });
  if (email.from === undefined && email.date === undefined && email.subject === undefined) throw noMessage(where);
  return email;
}

function bodyOf({ text, html, subject }: Email, where: string): LaidOutText {
  const plain = text?.replaceAll("\r\n", "\n").trim() ?? "";
  if (plain !== "") return { text: plain, layout: layOutPlainText(plain, known(subject)) };
  if (known(html) === null) throw emptyArticle(where);
  return layOutFragment(html ?? "", where);
}

function noMessage(where: string): VerbatimError {
  const message = `${where} is no e-mail message: it has no sender, date or subject. Save its text as .txt.`;
  return new VerbatimError("ARTICLE_UNREADABLE", message);
}
