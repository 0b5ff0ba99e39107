import { escapeXml } from "./escape-xml.ts";
import { type QuoteRow, whoOf } from "./quote-row.ts";

/** What stands above the entries of a feed. */
export interface FeedDetails {
  readonly title: string;
  /** Its own address, and that of the page that shows the same. */
  readonly self: string;
  readonly page: string;
}

/** Where nothing is dated: a feed must say when it changed. */
const UNDATED = "1970-01-01T00:00:00.000Z";

/**
 * An Atom feed (https://www.rfc-editor.org/rfc/rfc4287) of quotes. It is the same for the same quotes, so that whoever asks again
 * can be told that nothing is new.
 */
export function atomFeed({ title, self, page }: FeedDetails, rows: readonly QuoteRow[]): string {
  const dates = rows.map(dateOf).sort();
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${escapeXml(self)}</id>`,
    `<title>${escapeXml(title)}</title>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(page)}"/>`,
    `<updated>${dates.at(-1) ?? UNDATED}</updated>`,
    ...rows.map(entry),
    "</feed>",
    "",
  ].join("\n");
}

function entry(row: QuoteRow): string {
  const who = whoOf(row) ?? row.publisher ?? "Speaker not named";
  const title = `${who}: ${row.title ?? "Article without a title"}`;
  return [
    "<entry>",
    `<id>urn:verbatim:${escapeXml(String(row.id))}</id>`,
    `<title>${escapeXml(title)}</title>`,
    `<updated>${dateOf(row)}</updated>`,
    `<author><name>${escapeXml(String(who))}</name></author>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(String(row.link))}"/>`,
    ...(row.url === null ? [] : [`<link rel="related" href="${escapeXml(String(row.url))}"/>`]),
    `<content type="text">${escapeXml(row.shown)}</content>`,
    "</entry>",
  ].join("\n");
}

const dateOf = ({ publishedAt }: QuoteRow): string => String(publishedAt ?? UNDATED);
