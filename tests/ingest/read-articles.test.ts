import { describe, expect, it } from "vitest";
import { formatOf } from "../../src/ingest/format-of.ts";
import { articleId } from "../../src/model/article.ts";
import { spanText } from "../../src/model/span.ts";
import { byteStream } from "./byte-stream.ts";
import { failureOf, paragraphsOf, readAll, readOne } from "./read-all.ts";

const STORY = "Harbour fee put off\n\nThe council of Tarn met on Monday.\n\nIt meets again in May.\n";

describe("formatOf", () => {
  it.each([
    ["a/story.txt", "TEXT"],
    ["a/page.HTML", "HTML"],
    ["page.htm", "HTML"],
    ["wire.jsonl", "JSON_LINES"],
    ["captions.SRT", "SUBTITLES"],
    ["crawl.warc", "WARC"],
    ["crawl.warc.gz", "WARC"],
    ["pages.gz", null],
    ["picture.png", null],
    ["folder.txt/README", null],
    ["story", null],
  ])("tells the format of %s", (path, format) => expect(formatOf(path)).toBe(format));
});

describe("readArticles", () => {
  it("reads title and paragraphs of plain text, and keeps the text to the letter", async () => {
    const article = await readOne(STORY);
    expect(article.text).toBe(STORY);
    expect(article.title).toBe("Harbour fee put off");
    expect(article.titleSpan).toEqual({ start: 0, end: 19 });
    expect(paragraphsOf(article)).toEqual(["The council of Tarn met on Monday.", "It meets again in May."]);
  });

  it("takes the path as source key, and the url before it", async () => {
    expect((await readOne(STORY)).id).toBe(articleId("story"));
    const article = await readOne(STORY, { details: { url: "https://example.org/fee" } });
    expect(article.id).toBe(articleId("https://example.org/fee"));
    expect(article.sourceKey).toBe("https://example.org/fee");
  });

  it("lets the details given win, and still knows the headline from a paragraph", async () => {
    const details = { title: "My title", publisher: "The Tarn Mail", publishedAt: "2024-03-05T10:00+02:00" };
    const article = await readOne(STORY, { details });
    expect(article).toMatchObject({ ...details, publishedAt: "2024-03-05T08:00:00.000Z" });
    expect(article.titleSpan && spanText(article.text, article.titleSpan)).toBe("Harbour fee put off");
  });

  it("gives another revision when the text or what is told of it changes", async () => {
    const revisions = [
      await readOne(STORY),
      await readOne(`${STORY}More.`),
      await readOne(STORY, { details: { publisher: "The Tarn Mail" } }),
    ].map(({ revision }) => revision);
    expect(new Set(revisions).size).toBe(3);
  });

  it("refuses an empty and a blank file", async () => {
    const sentence = "ARTICLE_EMPTY story: story is empty: it holds no text to find quotes in.";
    expect(await failureOf("")).toBe(sentence);
    expect(await failureOf(" \r\n\t\n ")).toBe(sentence);
    expect(await failureOf("\ufeff")).toBe(sentence);
  });

  it.each([
    ["a PDF", "TEXT", "%PDF-1.7\n\u00e2\u00e3", "Name it .pdf."],
    ["a ZIP archive", "TEXT", "PK\u0003\u0004\u0014", "Name it .docx or .epub"],
    ["what gzip packed", "HTML", Buffer.from("1f8b0800", "hex"), "gunzip"],
    ["a document of an old Office, or a locked one", "TEXT", Buffer.from("d0cf11e0a1b1", "hex"), "Save it as .docx"],
    ["a document in RTF", "DOCX", "{\\rtf1\\ansi The mill}", "Save it as .docx."],
    ["a web archive", "TEXT", "WARC/1.0\r\nWARC-Type: response\r\n", "Name it .warc."],
    ["a page in HTML", "TEXT", "\ufeff<!DOCTYPE html><p>The mill", "Name it .html."],
    ["JSON Lines", "TEXT", '{"text": "The mill turns."}\n', "Name it .jsonl."],
  ] as const)("refuses %s by another ending, and says what to do", async (what, format, bytes, whatToDo) => {
    const sentence = await failureOf(bytes, { format });
    expect(sentence).toContain(`story holds ${what}, whatever its ending says.`);
    expect(sentence).toContain(whatToDo);
  });

  it("reads text that has the words of other formats further on", async () => {
    expect((await readOne("The page begins so:\n\n<!doctype html>")).text).toContain("<!doctype html>");
  });

  it("refuses a file that holds nothing but page furniture", async () => {
    expect(await failureOf("Advertisement\n\nShare this article\n")).toMatch(/^ARTICLE_EMPTY/);
  });

  it("stops reading at the limit", async () => {
    let read = 0;
    async function* endless() {
      for (;;) {
        read++;
        yield new Uint8Array(10).fill(0x61);
      }
    }
    const { failures } = await readAll(endless(), { maxArticleBytes: 95 });
    expect(failures[0]?.error.code).toBe("ARTICLE_TOO_LONG");
    expect(failures[0]?.error.message).toContain("(95 bytes)");
    expect(read).toBe(10);
  });

  it("takes an article of exactly the limit", async () => {
    expect((await readOne("x".repeat(95), { maxArticleBytes: 95 })).text).toHaveLength(95);
  });

  it.each(["TEXT", "HTML", "JSON_LINES"] as const)("reports a stream that breaks (%s)", async (format) => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield* byteStream("{");
      throw new Error("EIO: i/o error, read");
    }
    const { failures } = await readAll(broken(), { format });
    expect(failures).toHaveLength(1);
    expect(failures[0]?.where).toBe("story");
    expect(failures[0]?.error.code).toBe("ARTICLE_UNREADABLE");
    expect(failures[0]?.error.message).toBe("story cannot be read: EIO: i/o error, read.");
  });

  it("refuses an url that leads nowhere and a date that no calendar has", async () => {
    expect(await failureOf(STORY, { details: { url: "javascript:alert(1)" } })).toMatch(
      /^BAD_INPUT story: .*not an url/,
    );
    expect(await failureOf(STORY, { details: { publishedAt: "2024-02-30" } })).toBe(
      'BAD_INPUT story: story: "2024-02-30" is not a date: give it as 2024-03-05 or 2024-03-05T14:30:00Z.',
    );
  });
});
