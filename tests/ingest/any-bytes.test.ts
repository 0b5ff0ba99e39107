import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ArticleFormat } from "../../src/ingest/article-source.ts";
import { contains } from "../../src/model/span.ts";
import { column, makePdf } from "./make-pdf.ts";
import { makeZip } from "./make-zip.ts";
import { readAll } from "./read-all.ts";

const RECORD =
  "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://post.example/a\r\nContent-Type: text/plain\r\nContent-Length: 16\r\n\r\nThe wheel turns.\r\n\r\n";

/** Something whole of each format, to be cut and spoiled. */
const WHOLE: Readonly<Record<ArticleFormat, Buffer>> = {
  TEXT: Buffer.from("The mill\n\n“It turns,” said Ida Holt.\n"),
  HTML: Buffer.from(
    `<html><body><article><h1>Mill</h1><blockquote>It turns.<cite>Ida Holt</cite></blockquote><p>${"The mill grinds again. ".repeat(10)}</p></article></body></html>`,
  ),
  JSON_LINES: Buffer.from('{"text": "The mill turns."}\n{"text": "It grinds."}\n'),
  SUBTITLES: Buffer.from(
    "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ida Holt>It turns.\n\n00:03.000 --> 00:04.000\n- No.\n- Yes.\n",
  ),
  PDF: makePdf([column(72, 700, ["The mill grinds again,", "after nine years."])]),
  DOCX: makeZip({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document/>" }),
  EMAIL: Buffer.from(
    "From: a@b.example\r\nSubject: Mill\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nIt turns.\r\n--x--\r\n",
  ),
  EPUB: makeZip({
    "META-INF/container.xml": '<container><rootfile full-path="b.opf"/></container>',
    "b.opf": "<package/>",
  }),
  MARKDOWN: Buffer.from(
    "---\ntitle: Mill\n---\n# Mill\n\n> It turns.\n> — Ida Holt\n\n| a | b |\n|---|---|\n| c | d |\n",
  ),
  WARC: Buffer.concat([gzipSync(RECORD), gzipSync(RECORD.replace("/a", "/b"))]),
};

/** Every article is sound, and every failure a sentence that names the source. */
async function expectSound(bytes: Uint8Array, format: ArticleFormat): Promise<void> {
  const { articles, failures } = await readAll(bytes, { format, name: "mill.file", maxArticleBytes: 100_000 });
  for (const { error } of failures) expect(error.message).toMatch(/^mill\.file.*[.`]$/s);
  for (const { article } of articles) {
    const whole = { start: 0, end: article.text.length };
    const spans = [
      ...article.paragraphs,
      ...article.turns.flatMap(({ words }) => words),
      ...(article.recording?.times ?? []),
    ];
    expect(spans.every((span) => contains(whole, span) && span.start < span.end)).toBe(true);
    const starts = article.paragraphs.map(({ start }) => start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  }
}

describe.each(Object.entries(WHOLE) as [ArticleFormat, Buffer][])("bytes taken for %s", (format, whole) => {
  it("are read or refused whatever they are", async () => {
    const spoiled = fc.tuple(fc.nat(whole.length - 1), fc.uint8Array({ maxLength: 8 }), fc.nat(whole.length));
    await fc.assert(
      fc.asyncProperty(spoiled, async ([at, bytes, end]) => {
        await expectSound(Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(at, end)]), format);
      }),
      { numRuns: 40 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), (bytes) => expectSound(bytes, format)),
      { numRuns: 20 },
    );
  });

  it("of another format are read or refused", async () => {
    for (const other of Object.values(WHOLE)) await expectSound(other, format);
  });
});
