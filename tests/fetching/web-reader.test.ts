import type { LookupFunction } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import type { GuardOptions } from "../../src/fetching/guarded-agent.ts";
import { WebReader } from "../../src/fetching/web-reader.ts";
import type { PageResult } from "../../src/ingest/article-source.ts";
import { readArticles } from "../../src/ingest/read-articles.ts";
import type { Article } from "../../src/model/article.ts";
import { makeZip } from "../ingest/make-zip.ts";
import { redirect, type Site, send, startSite } from "./site.ts";

const BODY =
  "The ferry to Holm stays in the harbour until the pier is mended, and nobody could say when that will be. ".repeat(3);
const story = (title: string) =>
  `<html><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${BODY}</p></article></body></html>`;

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function site(answers: Parameters<typeof startSite>[0]): Promise<Site> {
  const started = await startSite(answers);
  open.push(started);
  return started;
}

function reader(guard: GuardOptions = { allowLoopback: true }, maxArticleBytes = 100_000): WebReader {
  const made = new WebReader({
    maxArticleBytes,
    details: {},
    signal: new AbortController().signal,
    leastSeconds: 0,
    guard,
  });
  open.push(made);
  return made;
}

async function all(results: AsyncIterable<PageResult>): Promise<readonly PageResult[]> {
  const found: PageResult[] = [];
  for await (const result of results) found.push(result);
  return found;
}

async function articlesOf(results: readonly PageResult[]): Promise<readonly Article[]> {
  const articles: Article[] = [];
  for (const result of results) {
    if ("error" in result) throw result.error;
    for await (const read of readArticles(result.source, { maxArticleBytes: 100_000 })) {
      if ("error" in read) throw read.error;
      articles.push(read.article);
    }
  }
  return articles;
}

/** The sentence about the only page. */
async function refusal(web: WebReader, url: string): Promise<string> {
  const [result] = await all(web.read([url], []));
  if (result === undefined || !("error" in result)) throw new Error("it was read");
  return result.error.message;
}

describe("a page", () => {
  it("is read as the article that it holds, at the address where it is in the end", async () => {
    const { origin } = await site({
      "/old": redirect("/ferry?utm_source=x#top"),
      "/ferry?utm_source=x": send("text/html", story("Ferry waits")),
    });
    const [article] = await articlesOf(await all(reader().read([`${origin}/old`], [])));
    expect(article).toMatchObject({ title: "Ferry waits", url: `${origin}/ferry`, sourceKey: `${origin}/ferry` });
  });

  it("keeps its own address, whatever it says that it is", async () => {
    const forged = story("Ferry waits").replace(
      "<head>",
      '<head><link rel="canonical" href="https://courier.example/ferry">',
    );
    const { origin } = await site({ "/a": send("text/html", forged) });
    const [article] = await articlesOf(await all(reader().read([`${origin}/a`], [])));
    expect(article?.url).toBe(`${origin}/a`);
  });

  it("is decoded as the site says, and a file by its ending where the site says nothing", async () => {
    const { origin } = await site({
      "/a": send("text/html; charset=windows-1252", Buffer.from(story("F\u00e4hre"), "latin1")),
      "/b.vtt": send("application/octet-stream", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ida Holt>We wait.\n"),
    });
    const articles = await articlesOf(await all(reader().read([`${origin}/a`, `${origin}/b.vtt`], [])));
    expect(articles.map(({ title, text }) => title ?? text.trim())).toEqual(["Fähre", "Ida Holt: We wait."]);
  });

  it("is asked for again only in so far as it has changed", async () => {
    let etag = '"one"';
    const { origin, asked } = await site({
      "/a": (request, response) => {
        const isSame = request.headers["if-none-match"] === etag;
        response.writeHead(isSame ? 304 : 200, { etag, "content-type": "text/html" });
        response.end(isSame ? "" : story("Ferry waits"));
      },
    });
    const web = reader();
    expect(await all(web.read([`${origin}/a`], []))).toHaveLength(1);
    expect(await all(web.read([`${origin}/a`], []))).toHaveLength(0);
    etag = '"two"';
    expect(await all(web.read([`${origin}/a`], []))).toHaveLength(1);
    expect(asked).toHaveLength(3);
  });
});

describe("what is no page", () => {
  it("is refused with a sentence, and the others go on", async () => {
    const { origin } = await site({
      "/picture": send("image/png", "x"),
      "/a": send("text/html", story("Ferry waits")),
    });
    const results = await all(reader().read([`${origin}/picture`, `${origin}/missing`, `${origin}/a`], []));
    expect(results.map((result) => ("error" in result ? result.error.message : "read"))).toEqual([
      `${origin}/picture is image/png, which can't be read as an article. Give the address of the page or document itself.`,
      `${origin}/missing can't be fetched: the site answers 404. Check the address, or save the page as a file.`,
      "read",
    ]);
  });

  it.each([
    ["/hearings.jsonl", "text/plain"],
    ["/hearings.jsonl", "application/x-ndjson"],
    ["/site.warc", "application/octet-stream"],
    ["/site.warc.gz", "application/gzip"],
  ])("is a file of many articles: %s as %s", async (path, type) => {
    const { origin } = await site({ [path]: send(type, '{"text": "We wait."}') });
    expect(await refusal(reader(), origin + path)).toBe(
      `${origin}${path} holds many articles, and an address is of one page. Download the file and index that.`,
    );
  });

  it("is too long, also where it is packed small", async () => {
    const { origin } = await site({
      "/long": send("text/plain", "x".repeat(5_000)),
      "/packed": send("text/plain", gzipSync("x".repeat(10_000_000)), { "content-encoding": "gzip" }),
    });
    const web = reader(undefined, 4_000);
    expect(await refusal(web, `${origin}/long`)).toContain("is longer than 4,000 bytes");
    expect(await refusal(web, `${origin}/packed`)).toContain("is longer than 4,000 bytes");
  });

  it("leads round and round", async () => {
    const { origin, asked } = await site({ "/a": redirect("/b"), "/b": redirect("/a") });
    expect(await refusal(reader(), `${origin}/a`)).toContain("leads on more than 5 times");
    expect(asked.length).toBeLessThan(8);
  });

  it("is closed to programs", async () => {
    const { origin, asked } = await site({
      "/robots.txt": send("text/plain", "User-agent: *\nDisallow: /private"),
      "/private/a": send("text/html", story("Secret")),
      "/a": redirect("/private/a"),
    });
    const web = reader();
    expect(await refusal(web, `${origin}/private/a`)).toContain("is closed to programs by the site's robots.txt");
    expect(await refusal(web, `${origin}/a`)).toContain("/private/a is closed to programs");
    expect(asked).toEqual(["/a"]);
  });

  it("is closed by the first part of rules that are too long, up to the last whole line", async () => {
    const cutBehind = "\nDisallow: /";
    const rules = `${"User-agent: *\nDisallow: /private\n#".padEnd(512_000 - cutBehind.length, "-")}${cutBehind}secret`;
    const { origin } = await site({
      "/robots.txt": send("text/plain", rules),
      "/a": send("text/html", story("Ferry waits")),
    });
    const web = reader();
    expect(await refusal(web, `${origin}/private/a`)).toContain("is closed to programs by the site's robots.txt");
    expect((await articlesOf(await all(web.read([`${origin}/a`], [])))).map(({ title }) => title)).toEqual([
      "Ferry waits",
    ]);
  });

  it("is on a site that can't answer for its rules", async () => {
    const broken = (_request: unknown, response: { statusCode: number; end(): void }) => {
      response.statusCode = 503;
      response.end();
    };
    const { origin, asked } = await site({ "/robots.txt": broken, "/a": send("text/html", story("Ferry waits")) });
    expect(await refusal(reader(), `${origin}/a`)).toContain("answers 503");
    expect(asked).toEqual([]);
  });
});

describe("what is not public", () => {
  it("is never asked", async () => {
    const { origin, asked } = await site({ "/a": send("text/html", story("Inside")) });
    expect(await refusal(reader({}), `${origin}/a`)).toContain("is no address on the public internet");
    expect(asked).toEqual([]);
  });

  it.each([
    "http://169.254.169.254/latest/meta-data",
    "http://[::1]:80/",
    "http://[::ffff:10.0.0.1]/",
    "http://2130706434/",
    "http://0x7f.2/",
    "http://192.168.0.1/",
  ])("is not reached through a redirect: %s", async (to) => {
    const { origin } = await site({ "/a": redirect(to) });
    expect(await refusal(reader(), `${origin}/a`)).toContain("is no address on the public internet");
  });

  it.each(["file:///etc/passwd", "ftp://ferry.example/a", "http://user:secret@ferry.example/", "data:text/html,x"])(
    "is no web address: %s",
    async (to) => {
      const { origin } = await site({ "/a": redirect(to) });
      expect(await refusal(reader(), `${origin}/a`)).toContain("give an http or https address without a password");
    },
  );

  it("is not reached by a name, nor by one that leads to both", async () => {
    const { origin, asked } = await site({ "/a": send("text/html", story("Inside")) });
    const url = origin.replace("127.0.0.1", "ferry.example");
    const leadingTo =
      (...addresses: readonly string[]): LookupFunction =>
      (_host, _options, done) =>
        done(
          null,
          addresses.map((address) => ({ address, family: 4 })),
        );
    for (const addresses of [["127.0.0.1"], ["93.184.216.34", "127.0.0.1"], []]) {
      const web = reader({ resolve: leadingTo(...addresses) });
      expect(await refusal(web, `${url}/a`)).toContain("ferry.example is no address on the public internet");
    }
    expect(asked).toEqual([]);
  });
});

describe("a feed", () => {
  const pages = { "/one": send("text/html", story("One")), "/two": send("text/html", story("Two")) };
  const RSS = `<?xml version="1.0"?><rss version="2.0"><channel><title>Holm Post</title><item><title>1</title><link>ORIGIN/one</link><pubDate>Tue, 05 Mar 2024 10:00:00 +0100</pubDate></item><item><link>/two</link></item><item><link>/one</link></item></channel></rss>`;
  const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Holm Post</title><entry><link href="ORIGIN/one"/><updated>2024-03-05T09:00:00Z</updated></entry><entry><link href="ORIGIN/two"/></entry></feed>`;
  const JSON_FEED = `{"version":"https://jsonfeed.org/version/1.1","title":"Holm Post","items":[{"id":"1","url":"ORIGIN/one","date_published":"2024-03-05T09:00:00Z"},{"id":"2","url":"/two"},{"id":"3"}]}`;
  const NEWS = `<urlset xmlns:news="x"><url><loc>ORIGIN/one</loc><news:news><news:publication><news:name>Holm Post</news:name></news:publication><news:publication_date>2024-03-05T09:00:00Z</news:publication_date></news:news></url><url><loc>ORIGIN/two</loc></url></urlset>`;

  const EPUB = makeZip({
    "META-INF/container.xml": '<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>',
    "book.opf":
      "<package><metadata><dc:publisher>The Quay</dc:publisher><dc:date>2024-02-01</dc:date></metadata>" +
      '<manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>',
    "a.xhtml": story("One"),
  });

  it.each([
    ["RSS", "application/rss+xml", RSS],
    ["Atom", "application/atom+xml", ATOM],
    ["JSON Feed", "application/feed+json", JSON_FEED],
    ["a news sitemap", "application/xml", NEWS],
  ])("in the form of %s gives its pages, each once, with publication and date", async (_form, type, feed) => {
    const { origin } = await site({ ...pages, "/feed": send(type, feed) });
    const articles = await articlesOf(await all(reader().read([], [`${origin}/feed`])));
    expect(articles.map(({ title, publisher, publishedAt }) => [title, publisher, publishedAt])).toEqual([
      ["One", "Holm Post", "2024-03-05T09:00:00.000Z"],
      ["Two", "Holm Post", null],
    ]);
  });

  it("does not say what a page says otherwise", async () => {
    const own = story("One").replace("<head>", '<head><meta property="og:site_name" content="The Holm Post">');
    const { origin } = await site({
      ...pages,
      "/one": send("text/html", own),
      "/feed": send("application/rss+xml", RSS),
    });
    const [article] = await articlesOf(await all(reader().read([], [`${origin}/feed`])));
    expect(article?.publisher).toBe("The Holm Post");
  });

  it.each([
    ["Markdown", "text/markdown", `---\npublisher: The Quay\ndate: 2024-02-01\n---\n${BODY}`, "The Quay"],
    [
      "e-mail",
      "message/rfc822",
      `From: Ida Holt <ida@quay.example>\nDate: Thu, 1 Feb 2024 00:00:00 +0000\n\n${BODY}`,
      "Holm Post",
    ],
    ["EPUB", "application/epub+zip", EPUB, "The Quay"],
  ])("does not say what a document says otherwise: %s", async (_form, type, document, publisher) => {
    const { origin } = await site({ "/one": send(type, document), "/feed": send("application/rss+xml", RSS) });
    const results = await all(reader().read([], [`${origin}/feed`]));
    const [article] = await articlesOf(results.slice(0, 1));
    expect(article).toMatchObject({
      publisher,
      publishedAt: "2024-02-01T00:00:00.000Z",
      url: `${origin}/one`,
    });
  });

  it("of sitemaps gives the pages of those, and goes no deeper", async () => {
    const index = (...paths: readonly string[]) =>
      `<sitemapindex>${paths.map((path) => `<sitemap><loc>ORIGIN${path}</loc></sitemap>`).join("")}</sitemapindex>`;
    const { origin, asked } = await site({
      ...pages,
      "/feed": send("application/xml", index("/news", "/deeper")),
      "/news": send("application/xml", NEWS),
      "/deeper": send("application/xml", index("/deepest")),
    });
    expect(await all(reader().read([], [`${origin}/feed`]))).toHaveLength(2);
    expect(asked).not.toContain("/deepest");
  });

  it("that defines entities in entities stays as small as it is", async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "${"ha".repeat(50)}"><!ENTITY b "${"&a;".repeat(1_000)}"><!ENTITY c "${"&b;".repeat(1_000)}">]>`;
    const { origin } = await site({
      ...pages,
      "/feed": send("application/rss+xml", bomb + RSS.replace("Holm Post", "&c;")),
    });
    const articles = await articlesOf(await all(reader().read([], [`${origin}/feed`])));
    expect(articles.map(({ publisher }) => publisher?.length ?? 0).every((length) => length < 100)).toBe(true);
  });

  it("that is none is refused with what to give", async () => {
    const { origin } = await site({ "/a": send("text/html", story("One")), "/b": send("application/json", "{") });
    for (const path of ["/a", "/b"]) {
      const [result] = await all(reader().read([], [origin + path]));
      expect(result && "error" in result && result.error.message).toContain(
        "is no feed: give the address of RSS, Atom, JSON Feed or a sitemap",
      );
    }
  });
});
