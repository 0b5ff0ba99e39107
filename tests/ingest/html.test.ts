import { describe, expect, it } from "vitest";
import { spanText } from "../../src/model/span.ts";
import { failureOf, paragraphsOf, readOne } from "./read-all.ts";

const FIRST =
  "The council of Tarn put off the harbour fee on Monday, after six hours of talk in which forty boatmen spoke.";
const SECOND = "“Nobody asked us,” said Marta Selk, who has sailed from Tarn for thirty years, and sat down again.";
const THIRD = "The council will come back to it in May, when the new harbour master has counted the boats.";
const BODY = `<p>${FIRST}</p><p>${SECOND}</p><p>${THIRD}</p>`;

const page = (body: string, head = ""): string =>
  `<!doctype html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

const read = (html: string | Uint8Array) => readOne(html, { format: "HTML" });
const failure = (html: string) => failureOf(html, { format: "HTML" });

describe("the article of a page", () => {
  it("is its headline and blocks, joined by blank lines", async () => {
    const article = await read(page(`<article><h1>Harbour fee put off</h1>${BODY}</article>`));
    expect(article.text).toBe(["Harbour fee put off", FIRST, SECOND, THIRD].join("\n\n"));
    expect(article.title).toBe("Harbour fee put off");
    expect(article.titleSpan).toEqual({ start: 0, end: 19 });
    expect(paragraphsOf(article)).toEqual([FIRST, SECOND, THIRD]);
  });

  it("is what a browser shows: entities, inline markup, white space, line breaks", async () => {
    const html = `<p>The \n  <b>coun</b>cil&nbsp;of&#32;T&auml;rn <i>&amp;</i> its<br>\n boatmen &ldquo;met&rdquo;.</p>${BODY}`;
    const [first] = paragraphsOf(await read(page(`<article>${html}</article>`)));
    expect(first).toBe("The council\u00a0of Tärn & its\nboatmen “met”.");
  });

  it("holds headings, lists and block quotes in order", async () => {
    const html = `${BODY}<h2>What comes next</h2><ul><li>A count of boats.</li><li>A hearing.</li></ul><blockquote><p>We wait.</p></blockquote>`;
    expect(paragraphsOf(await read(page(`<article>${html}</article>`))).slice(3)).toEqual([
      "What comes next",
      "A count of boats.",
      "A hearing.",
      "We wait.",
    ]);
  });

  it("holds neither the signs of notes nor what readers say, and keeps powers", async () => {
    const noted = `<p>The boat<sup><a href='#1'>1</a></sup> has 9 m<sup>2</sup> of sail.<sup>[2]</sup></p>`;
    const comments =
      "<section class='comments'><p>I think that the council is right, and so does all of my street.</p></section>";
    const body = page(`<article><h1>Harbour fee put off</h1>${BODY}${noted}${comments}</article>`);
    expect(paragraphsOf(await read(body)).slice(3)).toEqual(["The boat has 9 m2 of sail."]);
  });

  it("holds a short sentence that links most of its words, and no link to another story", async () => {
    const sentence =
      "<p>“We <a href='/a'>waited for years</a>,” <a href='/b'>Jon Arvid</a> <a href='/c'>told the council</a>.</p>";
    const link = "<p><a href='/d'>“It is over,” says the harbour master.</a></p>";
    const body = page(`<article><h1>Harbour fee put off</h1>${BODY}${sentence}${link}</article>`);
    expect(paragraphsOf(await read(body)).slice(3)).toEqual(["“We waited for years,” Jon Arvid told the council."]);
  });

  it("holds nothing of what stands around it", async () => {
    const around = {
      before:
        "<div id='cookie-banner'><p>We value your privacy, and so do our 312 partners. Accept all cookies.</p></div>" +
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/sea'>The sea</a></li></ul></nav>",
      within:
        "<aside><p>Ten things to do in Tarn this summer, from the lighthouse to the market.</p></aside>" +
        "<figure><img src='x.jpg'><figcaption>Boats in the rain, on Monday.</figcaption></figure>" +
        "<script>document.write('<p>Script words.</p>')</script><p>Share this article</p>",
      after: "<footer><p>© 2024 The Tarn Mail. All words here are ours.</p></footer>",
    };
    const body = `${around.before}<article><h1>Harbour fee put off</h1><p>${FIRST}</p>${around.within}<p>${SECOND}</p><p>${THIRD}</p></article>${around.after}`;
    expect(paragraphsOf(await read(page(body)))).toEqual([FIRST, SECOND, THIRD]);
  });

  it("is all posts of a live blog", async () => {
    const post = (time: string, words: string): string =>
      `<article><p><time datetime="2024-03-05T${time}:00Z">${time}</time></p><h2>${words.slice(0, 12)}</h2><p>${words}</p></article>`;
    const body = `<main><h1>The vote: live</h1>${post("10:02", "The council has voted, and the fee goes up by four crowns in May, says the clerk of the house.")}${post("09:41", "The council meets behind closed doors, and nobody is let in but the clerk of the house.")}</main>`;
    const { text } = await read(page(body));
    expect(text).toContain("The council has voted");
    expect(text).toContain("The council meets");
  });

  it("is read where a form or a class that speaks of cookies wraps the whole page", async () => {
    const body = `<form><div class="cookies-accepted"><article><h1>Fee put off</h1>${BODY}</article></div></form>`;
    expect(paragraphsOf(await read(page(body)))).toEqual([FIRST, SECOND, THIRD]);
  });

  it("is read from a page that leaves html, head and body out", async () => {
    const article = await read(`<!doctype html><title>Harbour fee put off</title>${BODY}`);
    expect(article.title).toBe("Harbour fee put off");
    expect(article.titleSpan).toBeNull();
    expect(paragraphsOf(article)).toEqual([FIRST, SECOND, THIRD]);
  });

  it("takes the heading that shows the title, not the one with the site's name", async () => {
    const body = `<header><h1>The Tarn Mail</h1></header><article><h1>Harbour fee put off</h1>${BODY}</article>`;
    const article = await read(page(body, "<title>Harbour fee put off | The Tarn Mail</title>"));
    expect(article.titleSpan && spanText(article.text, article.titleSpan)).toBe("Harbour fee put off");
  });
});

describe("what a page tells of its article", () => {
  const LINKED = {
    "@context": "https://schema.org",
    "@graph": [
      { "@type": "WebSite", name: "Tarn Mail" },
      {
        "@type": ["NewsArticle"],
        headline: "From JSON-LD",
        datePublished: "2024-03-05T10:00:00+02:00",
        publisher: { "@type": "Organization", name: "The Tarn Mail" },
        url: "https://example.org/linked",
      },
    ],
  };
  const linked = (json: string): string => `<script type="application/ld+json">${json}</script>`;

  it("is taken from Open Graph", async () => {
    const head =
      '<meta property="og:title" content="Fee &amp; boats"><meta property="og:site_name" content="The Tarn Mail">' +
      '<meta property="og:url" content="https://example.org/og">' +
      '<meta property="article:published_time" content="2024-03-05T10:00:00Z">';
    expect(await read(page(`<article>${BODY}</article>`, head))).toMatchObject({
      title: "Fee & boats",
      publisher: "The Tarn Mail",
      url: "https://example.org/og",
      sourceKey: "https://example.org/og",
      publishedAt: "2024-03-05T10:00:00.000Z",
    });
  });

  it("is taken from JSON-LD", async () => {
    expect(await read(page(`<article>${BODY}</article>`, linked(JSON.stringify(LINKED))))).toMatchObject({
      title: "From JSON-LD",
      publisher: "The Tarn Mail",
      url: "https://example.org/linked",
      publishedAt: "2024-03-05T08:00:00.000Z",
    });
  });

  it("names who signed it, and finds by its id a publisher that stands elsewhere", async () => {
    const graph = [
      {
        "@type": "NewsArticle",
        author: [{ "@type": "Person", name: "Edda Falk" }, { name: "Jon Reyes" }],
        publisher: { "@id": "#us" },
      },
      { "@type": "Organization", "@id": "#us", name: "The Tarn Mail" },
    ];
    const head = linked(JSON.stringify({ "@graph": graph }));
    expect(await read(page(`<article>${BODY}</article>`, head))).toMatchObject({
      author: "Edda Falk and Jon Reyes",
      publisher: "The Tarn Mail",
    });
  });

  it("is taken from meta elements, and no author from an address", async () => {
    const head =
      '<meta name="author" content="https://tarn.example/falk"><meta name="DC.date.issued" content="2024-03-05">';
    expect(await read(page(`<article>${BODY}</article>`, head))).toMatchObject({
      author: null,
      publishedAt: "2024-03-05T00:00:00.000Z",
    });
  });

  it.each([
    [
      "a list of names in JSON-LD",
      linked('{"@type":"NewsArticle","author":{"@type":"Person","name":["Edda Falk"]}}'),
      "",
    ],
    ["fields of a system for sites", '<meta name="parsely-author" content="By Edda Falk">', ""],
    ["what an element says of itself", "", '<p>By <a rel="author" href="/falk">Edda Falk</a></p>'],
    ["microdata", "", '<p><span itemprop="author" itemscope>By <span itemprop="name">Edda Falk</span></span></p>'],
    ["a line of its own", '<meta name="twitter:creator" content="@falk">', '<p class="byline">By Edda Falk</p>'],
  ])("has its author from %s", async (_name, head, byLine) => {
    expect(await read(page(`<article>${byLine}${BODY}</article>`, head))).toMatchObject({ author: "Edda Falk" });
  });

  it("has no author from the by-line of another story", async () => {
    const body = `<article><p class="byline">By Edda Falk</p>${BODY}</article><div><p class="byline">By Jon Reyes</p></div>`;
    expect(await read(page(body))).toMatchObject({ author: "Edda Falk" });
  });

  it("is the article itself where only a script would draw the page", async () => {
    const body = JSON.stringify({
      "@type": "NewsArticle",
      headline: "Fee put off",
      articleBody: `${FIRST}\n\n${SECOND}`,
    });
    const article = await read(page('<div id="root"></div>', linked(body)));
    expect(paragraphsOf(article)).toEqual([FIRST, SECOND]);
    expect(article.title).toBe("Fee put off");
  });

  it("is the article in what the page tells search engines, where that has the marks of HTML", async () => {
    const body = JSON.stringify({
      "@type": "NewsArticle",
      articleBody: `${FIRST} &#8220;It is &lt;late&gt;,&#8221; she said.\n\n${SECOND}`,
    });
    const { text } = await read(page('<div id="root"></div>', linked(body)));
    expect(text).toContain("“It is <late>,” she said.");
    expect(text).toContain(`\n\n${SECOND.slice(0, 20)}`);
  });

  it("is taken from plain HTML", async () => {
    const head = '<title>Fee put off</title><link rel="canonical" href="https://example.org/canonical">';
    const body = `<article><time datetime="2024-03-05">Tuesday</time>${BODY}</article>`;
    expect(await read(page(body, head))).toMatchObject({
      title: "Fee put off",
      publisher: null,
      url: "https://example.org/canonical",
      publishedAt: "2024-03-05T00:00:00.000Z",
    });
  });

  it.each([
    '{"@type": "NewsArt',
    "null",
    '[[{"@type": 3}], "x"]',
    '{"@type":"NewsArticle","publisher":[null],"datePublished":7}',
  ])("is nothing where JSON-LD is %s", async (json) => {
    const article = await read(page(`<article>${BODY}</article>`, linked(json)));
    expect(article).toMatchObject({ publisher: null, url: null, publishedAt: null });
  });

  it("is nothing where addresses and dates are none", async () => {
    const head = '<link rel="canonical" href="/story"><meta property="article:published_time" content="yesterday">';
    expect(await read(page(`<article>${BODY}</article>`, head))).toMatchObject({ url: null, publishedAt: null });
  });
});

describe("the charset of a page", () => {
  it("is the one declared", async () => {
    const html = page(`<article><p>Zoë of Tärn. ${FIRST}</p>${BODY}</article>`).replace("utf-8", "iso-8859-1");
    const [first] = paragraphsOf(await read(Buffer.from(html.replaceAll(/[“”]/g, '"'), "latin1")));
    expect(first).toContain("Zoë of Tärn.");
  });

  it("is UTF-8 where none is declared, an unknown one is, or UTF-16 is in a page that is not", async () => {
    for (const charset of [
      '<meta charset="klingon">',
      "",
      '<meta http-equiv="Content-Type" content="text/html; charset=utf-16">',
    ]) {
      const html = page(`<article>${BODY}</article>`).replace('<meta charset="utf-8">', charset);
      expect(paragraphsOf(await read(html))).toEqual([FIRST, SECOND, THIRD]);
    }
  });

  it("is UTF-16 under its mark", async () => {
    const bytes = Buffer.from(`\ufeff${page(`<article>${BODY}</article>`)}`, "utf16le");
    expect(paragraphsOf(await read(bytes))).toEqual([FIRST, SECOND, THIRD]);
  });

  it("is refused with a sentence where the bytes are of another", async () => {
    const html = Buffer.from(page("<p>Zoë</p>"), "latin1");
    expect(await failureOf(html, { format: "HTML" })).toContain("story is not valid UTF-8 at byte");
    const japanese = Buffer.concat([Buffer.from('<meta charset="euc-jp">'), Buffer.from([0xff, 0x41])]);
    expect(await failureOf(japanese, { format: "HTML" })).toContain("story declares the charset euc-jp, but");
  });
});

describe("a page without an article", () => {
  it.each([
    ["a menu", "<ul><li><a href='/'>Home</a></li><li><a href='/sea'>The sea</a></li></ul>"],
    ["a lost page", "<h1>404</h1><p>The page was not found.</p>"],
    ["nothing", ""],
    ["scripts", "<div id='root'></div><script src='app.js'></script>"],
    ["teasers that are links", `<div>${`<p><a href='/a'>${FIRST}</a></p>`.repeat(8)}</div>`],
  ])("is refused: %s", async (_, body) => {
    expect(await failure(page(body))).toBe(
      "NO_ARTICLE_IN_PAGE story: story holds no article: nothing on the page reads as prose. " +
        "Save the page of the article itself, or its text as .txt.",
    );
  });

  it("is refused when it is empty, binary, or no HTML at all", async () => {
    expect(await failure(" \n")).toMatch(/^ARTICLE_EMPTY/);
    expect(await failure("GIF89a\u0000\u0001")).toMatch(/^ARTICLE_UNREADABLE .* binary content/);
    expect(await failure("just words")).toMatch(/^NO_ARTICLE_IN_PAGE/);
  });

  it.each([
    ["levels of nesting", "<div>".repeat(10_000) + BODY],
    ["levels of nesting", "<div>".repeat(1_000_000)],
    ["levels of nesting", "<b>x".repeat(300) + BODY],
    ["elements", "<p>x</p>".repeat(60_000)],
    ["pieces of text", "<".repeat(600_000)],
    ["attributes in an element", `<p ${Array.from({ length: 2000 }, (_, i) => `a${i}=1`).join(" ")}>x</p>`],
  ])("is refused, not hung on, for %s without measure", async (what, body) => {
    const refusal = await failureOf(page(body), { format: "HTML", maxArticleBytes: 10_000_000 });
    expect(refusal).toMatch(
      new RegExp(`^ARTICLE_UNREADABLE story: story has more than \\d+ ${what}, more than a news`),
    );
  });
});
