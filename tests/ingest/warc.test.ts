import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { byteStream } from "./byte-stream.ts";
import { readAll } from "./read-all.ts";

const GIVEN = { format: "WARC", name: "crawl.warc.gz", maxArticleBytes: 20_000 } as const;
const PROSE =
  "The mill at Holm grinds again, after nine years in which the wheel stood still and nobody knew whose it was. ".repeat(
    2,
  );
const story = (title: string) => `<html><body><article><h1>${title}</h1><p>${PROSE}</p></article></body></html>`;

function record(
  url: string,
  block: string,
  type = "response",
  contentType = "application/http; msgtype=response",
): Buffer {
  const head = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2024-03-05T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: ${contentType}\r\nContent-Length: ${Buffer.byteLength(block)}\r\n\r\n`;
  return Buffer.from(`${head}${block}\r\n\r\n`);
}

const answer = (url: string, body: string, type = "text/html", status = "200 OK") =>
  record(
    url,
    `HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );

function packedAnswer(encoding: string, body: Buffer): Buffer {
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: ${encoding}\r\nContent-Length: ${body.length}\r\n\r\n`;
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://post.example/packed\r\nWARC-Date: 2024-03-05T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:2>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${http.length + body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head + http), body, Buffer.from("\r\n\r\n")]);
}

const CRAWL = [
  record("urn:x", "software: a crawler\r\n", "warcinfo", "application/warc-fields"),
  answer("https://post.example/mill", story("Mill grinds again")),
  record(
    "https://post.example/mill",
    "GET /mill HTTP/1.1\r\nHost: post.example\r\n\r\n",
    "request",
    "application/http; msgtype=request",
  ),
  answer("https://post.example/wheel.png", "x", "image/png"),
  answer("https://post.example/gone", story("Gone"), "text/html", "404 Not Found"),
  answer("https://post.example/", '<html><body><ul><li><a href="/mill">Mill</a></li></ul></body></html>'),
  record("https://post.example/notes.txt", "The wheel turns.\n\nSo does the stone.", "resource", "text/plain"),
];

const titles = async (content: Parameters<typeof readAll>[0], given = {}) => {
  const { articles, failures } = await readAll(content, { ...GIVEN, ...given });
  return [...articles.map(({ article }) => article.url), ...failures.map(({ error }) => error.message)];
};

describe("a web archive", () => {
  it("is the pages and documents that it holds, at their addresses", async () => {
    const { articles, failures } = await readAll(Buffer.concat(CRAWL), GIVEN);
    expect(failures).toEqual([]);
    expect(articles.map(({ article }) => [article.url, article.title])).toEqual([
      ["https://post.example/mill", "Mill grinds again"],
      ["https://post.example/notes.txt", null],
    ]);
  });

  it("is read where each record is gzipped, and where the whole is", async () => {
    const both = ["https://post.example/mill", "https://post.example/notes.txt"];
    expect(await titles(Buffer.concat(CRAWL.map((part) => gzipSync(part))))).toEqual(both);
    expect(await titles(gzipSync(Buffer.concat(CRAWL)))).toEqual(both);
  });

  it("is read where its pages are packed with Brotli, or only said to be", async () => {
    const page = story("Mill grinds again");
    const packed = brotliCompressSync(page);
    expect(await titles(Buffer.concat([packedAnswer("br", packed), packedAnswer("br", Buffer.from(page))]))).toEqual([
      "https://post.example/packed",
      "https://post.example/packed",
    ]);
  });

  it("names the page whose packing is damaged, unknown or a flood", async () => {
    const flood = brotliCompressSync(`<p>${"a".repeat(30_000)}`);
    const [damaged, unknown, tooLong] = await titles(
      Buffer.concat([
        packedAnswer("br", Buffer.from([1, 2, 3, 0, 255])),
        packedAnswer("zstd", Buffer.from([40, 181, 47, 253, 0])),
        packedAnswer("br", flood),
      ]),
    );
    expect(damaged).toBe(
      "crawl.warc.gz: https://post.example/packed is packed with Brotli and damaged. Save the page itself as .html.",
    );
    expect(unknown).toContain('https://post.example/packed is packed as "zstd", which can\'t be read.');
    expect(tooLong).toContain("https://post.example/packed is longer than an article may be (20,000 bytes)");
  });

  it("is read in pieces as they come", async () => {
    const bytes = Buffer.concat(CRAWL);
    const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, i) => bytes.subarray(i * 7, i * 7 + 7));
    expect(await titles(byteStream(...pieces))).toHaveLength(2);
  });

  it("goes on behind a page that is too long, names it, and holds no more of it than the limit", async () => {
    const long = answer("https://post.example/long", story("x".repeat(1_000_000)));
    const bomb = gzipSync(answer("https://post.example/bomb", "x".repeat(50_000_000)));
    const [url, ...sentences] = await titles(Buffer.concat([gzipSync(long), bomb, gzipSync(CRAWL[1] ?? "")]));
    expect(url).toBe("https://post.example/mill");
    expect(sentences.map((sentence) => (sentence ?? "").split(" is longer")[0])).toEqual([
      "crawl.warc.gz: https://post.example/long",
      "crawl.warc.gz: https://post.example/bomb",
    ]);
  });

  it("that is cut in half is read as far as it goes", async () => {
    const whole = Buffer.concat(CRAWL.map((part) => gzipSync(part)));
    const found = await titles(whole.subarray(0, whole.length - 30));
    expect(found[0]).toBe("https://post.example/mill");
  });

  it("that is empty or something else is refused with a sentence", async () => {
    expect(await titles("")).toEqual(["crawl.warc.gz is empty: it holds no text to find quotes in."]);
    expect(await titles("The wheel turns.\n\nSo does the stone.\n")).toEqual([
      "crawl.warc.gz is no web archive (WARC). Save it again, or its pages as .html.",
    ]);
  });

  it("that is cut before its first page says that it holds none", async () => {
    expect(await titles(Buffer.from(CRAWL.join("")).subarray(0, 60))).toEqual([
      expect.stringContaining("holds no article"),
    ]);
  });

  it("takes no address or title from the command line", async () => {
    expect(await titles("", { details: { title: "x" } })).toEqual([
      "crawl.warc.gz holds many pages, each with its own address and title: give neither.",
    ]);
  });
});
