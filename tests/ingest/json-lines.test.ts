import { describe, expect, it } from "vitest";
import type { ArticleSource } from "../../src/ingest/article-source.ts";
import { JSON_LINES_FIELDS } from "../../src/ingest/json-lines.ts";
import { articleId } from "../../src/model/article.ts";
import { byteStream } from "./byte-stream.ts";
import { failureOf, paragraphsOf, readAll, readOne } from "./read-all.ts";

const JSONL = { format: "JSON_LINES", name: "wire.jsonl", sourceKey: "wire.jsonl" } satisfies Partial<ArticleSource>;

const line = (fields: object): string => `${JSON.stringify(fields)}\n`;

const read = (content: string, given = {}) => readAll(content, { ...JSONL, ...given });

describe("JSON Lines", () => {
  it("reads one article a line, with what the line tells of it", async () => {
    const fields = {
      text: "Fee put off\n\nThe council met.",
      id: "t-1",
      publisher: "Tarn News Agency",
      url: "https://example.org/fee",
      date: "2024-03-05",
      section: "ignored",
    };
    const { articles } = await read(line(fields) + line({ text: "It rained." }));
    expect(articles).toHaveLength(2);
    expect(articles[0]?.givenId).toBe("t-1");
    expect(articles[0]?.article).toMatchObject({
      title: "Fee put off",
      publisher: "Tarn News Agency",
      url: "https://example.org/fee",
      sourceKey: "https://example.org/fee",
      publishedAt: "2024-03-05T00:00:00.000Z",
    });
    expect(articles[1]?.article).toMatchObject({ text: "It rained.", title: null, publisher: null, url: null });
  });

  it("reads each field that the help names", async () => {
    const fields = Object.fromEntries(JSON_LINES_FIELDS.map(({ name }) => [name, "x."]));
    const wellFormed = {
      ...fields,
      url: "https://example.org/",
      date: "2024-03-05",
      publishedAt: "2024-03-06",
      media: "https://example.org/a.mp4",
    };
    const article = await readOne(line(wellFormed), JSONL);
    expect(article).toMatchObject({
      text: "x.",
      title: "x.",
      publisher: "x.",
      publishedAt: "2024-03-06T00:00:00.000Z",
    });
  });

  it("takes the id as source key, a number too", async () => {
    expect((await readOne(line({ text: "A.", id: "t-1" }), JSONL)).id).toBe(articleId("t-1"));
    expect((await readOne(line({ text: "A.", id: 17 }), JSONL)).sourceKey).toBe("17");
  });

  it("keeps the same article for a line without id and url when a line is put in above it", async () => {
    const before = await read(line({ text: "It rained." }));
    const after = await read(line({ text: "News." }) + line({ text: "It rained." }));
    expect(after.articles[1]?.article.id).toBe(before.articles[0]?.article.id);
    expect(after.articles[0]?.article.id).not.toBe(before.articles[0]?.article.id);
  });

  it("takes publisher and date of the command line where the line has none", async () => {
    const details = { publisher: "Given", publishedAt: "2024-01-01" };
    const { articles } = await read(line({ text: "A." }) + line({ text: "B.", publisher: "Own", date: null }), {
      details,
    });
    expect(articles.map(({ article }) => article.publisher)).toEqual(["Given", "Own"]);
    expect(articles.map(({ article }) => article.publishedAt?.slice(0, 10))).toEqual(["2024-01-01", "2024-01-01"]);
  });

  it("refuses an url or title for all lines", async () => {
    expect(await failureOf(line({ text: "A." }), { ...JSONL, details: { title: "T" } })).toBe(
      'BAD_INPUT wire.jsonl: wire.jsonl holds many articles: put "url" and "title" into its lines.',
    );
  });

  it("goes on after a line cut in half, and says which it was", async () => {
    const { articles, failures } = await read(
      `${line({ text: "One." })}{"text": "Tw\n\n${line({ text: "Three." })}{"tex`,
    );
    expect(articles.map(({ article }) => article.text)).toEqual(["One.", "Three."]);
    expect(failures.map(({ where }) => where)).toEqual(["wire.jsonl line 2", "wire.jsonl line 5"]);
    expect(failures[0]?.error.code).toBe("ARTICLE_UNREADABLE");
    expect(failures[0]?.error.message).toBe(
      'wire.jsonl line 2 is not JSON: each line should be one whole object such as {"text": "..."}.',
    );
  });

  it.each([
    [{}, "BAD_INPUT", 'has no "text": it should be the article\'s text.'],
    [{ text: 3 }, "BAD_INPUT", 'has 3 as "text": it should be the article\'s text.'],
    [{ text: " \n " }, "ARTICLE_EMPTY", "is empty: it holds no text to find quotes in."],
    [{ text: "A\u0000B" }, "ARTICLE_UNREADABLE", "holds binary content"],
    [{ text: "A.", title: ["T"] }, "BAD_INPUT", 'has ["T"] as "title": it should be text in quotation marks.'],
    [{ text: "A.", id: {} }, "BAD_INPUT", 'has {} as "id": it should be text or a number.'],
    [{ text: "A.", date: "5 March" }, "BAD_INPUT", ': "5 March" is not a date: give it as 2024-03-05'],
    [{ text: "A.", url: "tarn.example" }, "BAD_INPUT", ': "tarn.example" is not an url: give it in full'],
    [["A."], "BAD_INPUT", 'is not a JSON object such as {"text": "..."}.'],
    [null, "BAD_INPUT", 'is not a JSON object such as {"text": "..."}.'],
  ])("says what is wrong with %j", async (fields, code, sentence) => {
    const failure = await failureOf(JSON.stringify(fields), JSONL);
    expect(failure).toMatch(new RegExp(`^${code} wire.jsonl line 1: wire.jsonl line 1`));
    expect(failure).toContain(sentence);
  });

  it("skips a line over the limit without keeping it, and reads the next", async () => {
    async function* long(): AsyncGenerator<Uint8Array> {
      yield* byteStream('{"text": "');
      for (let i = 0; i < 1000; i++) yield new Uint8Array(1000).fill(0x61);
      yield* byteStream('"}\n', line({ text: "Short." }));
    }
    const { articles, failures } = await readAll(long(), { ...JSONL, maxArticleBytes: 5000 });
    expect(failures.map(({ where, error }) => `${error.code} ${where}`)).toEqual([
      "ARTICLE_TOO_LONG wire.jsonl line 1",
    ]);
    expect(articles.map(({ article }) => article.text)).toEqual(["Short."]);
  });

  it("reads a stream of any size, one line after the other", async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (let i = 0; ; i++) yield* byteStream(line({ text: `Story ${i}.` }));
    }
    const { readArticles } = await import("../../src/ingest/read-articles.ts");
    const results = readArticles({ ...JSONL, details: {}, bytes: endless() }, { maxArticleBytes: 100 });
    const first = await results.next();
    await results.return(undefined);
    expect(first.value).toMatchObject({ article: { text: "Story 0." } });
  });

  it("says which line is not UTF-8, and reads the others", async () => {
    const bytes = Buffer.concat([Buffer.from('{"text": "'), Buffer.from([0xe9]), Buffer.from('"}\n{"text": "B."}\n')]);
    const { articles, failures } = await readAll(bytes, JSONL);
    expect(failures[0]?.error.message).toContain("wire.jsonl line 1 is not valid UTF-8 at byte 10");
    expect(articles).toHaveLength(1);
  });

  it.each([
    ["a byte order mark", Buffer.from(`\ufeff${line({ text: "Zoë." })}`)],
    ["CRLF", Buffer.from(line({ text: "Zoë." }).replace("\n", "\r\n\r\n"))],
    ["UTF-16", Buffer.from(`\ufeff${line({ text: "Zoë." })}`, "utf16le")],
    ["UTF-16, the big end first", Buffer.from(`\ufeff${line({ text: "Zoë." })}`, "utf16le").swap16()],
  ])("reads %s", async (_, bytes) => expect((await readOne(bytes, JSONL)).text).toBe("Zoë."));

  it("makes half a surrogate pair one replacement character, so that offsets stay true", async () => {
    const article = await readOne('{"text": "One \\ud83d half.\\n\\nA whole \\ud83d\\ude42."}', JSONL);
    expect(paragraphsOf(article)).toEqual(["One \ufffd half.", "A whole 🙂."]);
  });

  it("says of an empty file that it is", async () => {
    const { failures } = await read("\n\n");
    expect(failures.map(({ error }) => error.message)).toEqual([expect.stringContaining("is empty")]);
  });
});
