import { describe, expect, it } from "vitest";
import { paragraphsOf, readOne } from "./read-all.ts";

const BEFORE = "The orchard at Selm was sold on Friday, after two years in which nobody had picked the pears there.";
const AFTER = "The new owners have not said what they will plant, or whether the old wall along the lane will stay.";

/** What a page with this between two paragraphs holds between them. */
async function between(html: string): Promise<readonly string[]> {
  const page = `<!doctype html><html><body><article><h1>Orchard sold</h1><p>${BEFORE}</p>${html}<p>${AFTER}</p></article></body></html>`;
  const paragraphs = paragraphsOf(await readOne(page, { format: "HTML" }));
  expect(paragraphs[0]).toBe(BEFORE);
  expect(paragraphs.at(-1)).toBe(AFTER);
  return paragraphs.slice(1, -1);
}

const WORDS = "We would have kept the trees if anyone had asked us.";
const PRINTED = "“We would have kept the trees if anyone had asked us.” — Ruth Ebers, a neighbour";

describe("a block quote", () => {
  it.each([
    [
      "a footer with a cite",
      `<blockquote><p>${WORDS}</p><footer>— <cite>Ruth Ebers, a neighbour</cite></footer></blockquote>`,
    ],
    ["a cite", `<blockquote>${WORDS}<br><cite>Ruth Ebers, a neighbour</cite></blockquote>`],
    [
      "a caption",
      `<figure><blockquote><p>${WORDS}</p></blockquote><figcaption>Ruth Ebers, a neighbour</figcaption></figure>`,
    ],
    [
      "a class",
      `<div class="c-pullquote social"><p>${WORDS}</p><span class="c-pullquote__author">Ruth Ebers, a neighbour</span></div>`,
    ],
    [
      "a figure of that class",
      `<figure class="pullquote"><blockquote>${WORDS}</blockquote><figcaption>— Ruth Ebers, a neighbour</figcaption></figure>`,
    ],
    ["a box", `<aside class="pull-quote"><p>${WORDS}</p><p class="attribution">– Ruth Ebers, a neighbour</p></aside>`],
    [
      "classes of its own",
      `<div><p class="quote">${WORDS}</p><p class="quote-author">Ruth Ebers, a neighbour</p></div>`,
    ],
    ["a name alone", `<blockquote><p><em>${WORDS}</em></p><p>Ruth Ebers, a neighbour</p></blockquote>`],
    ["a cite before it", `<blockquote><cite>Ruth Ebers, a neighbour:</cite><p>${WORDS}</p></blockquote>`],
    ["a dash", `<blockquote><p>${WORDS}</p><p>— Ruth Ebers, a neighbour</p></blockquote>`],
    ["a dash behind it", `<blockquote><p>${WORDS}</p></blockquote><p>— Ruth Ebers, a neighbour</p>`],
    ["a class behind it", `<blockquote>${WORDS}</blockquote><div class="attribution">Ruth Ebers, a neighbour</div>`],
  ])("that is attributed by %s is printed with marks and a name", async (_, html) => {
    expect(await between(html)).toEqual([PRINTED]);
  });

  it("is not its neighbour's in one box", async () => {
    const box = `<div class="quote"><blockquote>${WORDS}</blockquote><cite>Ana Rehn</cite><blockquote>Nobody asked us, ever.</blockquote><cite>Tom Holm</cite></div>`;
    expect((await between(box)).join(" ")).not.toMatch(/trees if anyone had asked us\.” — Tom Holm/);
  });

  it("of an embedded post is its writer's", async () => {
    const post = `<blockquote class="twitter-tweet"><p lang="en">${WORDS}</p>&mdash; Ruth Ebers (@ebers) <a href="https://x.example/1">May 3, 2024</a></blockquote>`;
    expect(await between(post)).toEqual([`“${WORDS}” — Ruth Ebers (@ebers) May 3, 2024`]);
  });

  it("of an embedded picture is that of whoever shared it", async () => {
    const post = `<blockquote class="instagram-media"><div><p>${WORDS}</p><p><a href="https://i.example/1">A post shared by Ruth Ebers (@ebers)</a></p></div></blockquote>`;
    expect(await between(post)).toEqual([`“${WORDS}” — Ruth Ebers (@ebers)`]);
  });

  it("of an embedded post that is one link to itself is kept, without the way to it", async () => {
    const link = (words: string) => `<a href="https://i.example/1">${words}</a>`;
    const post = `<blockquote class="instagram-media"><div>${link("View this post on Photogram")}<p>${link(WORDS)}</p><p>${link("A post shared by Ruth Ebers (@ebers)")}</p></div></blockquote>`;
    expect(await between(post)).toEqual([`“${WORDS}” — Ruth Ebers (@ebers)`]);
  });

  it("of an embedded post says behind its words who posted it, and when", async () => {
    const post = `<blockquote class="post"><p>${WORDS}</p>Posted by <a href="https://f.example/r">Ruth Ebers</a> on&nbsp;<a href="https://f.example/1">Friday, May 3, 2024</a></blockquote>`;
    expect(await between(post)).toEqual([`“${WORDS}” — Ruth Ebers`]);
  });

  it("of several paragraphs opens each with a mark, and closes the last", async () => {
    const html = `<blockquote><p>${WORDS}</p><p>Nobody did.</p><footer>Ruth Ebers</footer></blockquote>`;
    expect(await between(html)).toEqual([`“${WORDS}`, "“Nobody did.” — Ruth Ebers"]);
  });

  it("that a colon announces has marks, and one that nothing announces has none", async () => {
    const quote = `<blockquote><p>${WORDS}</p></blockquote>`;
    expect(await between(`<p>Ruth Ebers wrote to the council:</p>${quote}`)).toEqual([
      "Ruth Ebers wrote to the council:",
      `“${WORDS}”`,
    ]);
    expect(await between(quote)).toEqual([WORDS]);
  });

  it("with marks of its own gets no others", async () => {
    const html = `<blockquote><p>“${WORDS}”</p><cite>Ruth Ebers</cite></blockquote>`;
    expect(await between(html)).toEqual([`“${WORDS}” — Ruth Ebers`]);
  });

  it("keeps a cite that names a book in the middle", async () => {
    const html = "<blockquote><p>In <cite>The Pear Book</cite> there are ninety sorts.</p></blockquote>";
    expect(await between(html)).toEqual(["In The Pear Book there are ninety sorts."]);
  });
});

describe("a pull quote", () => {
  it("that repeats words of the article stands there once", async () => {
    const html = `<p>“${WORDS}” said Ruth Ebers.</p><blockquote class="pullquote"><p>${WORDS}</p><cite>Ruth Ebers</cite></blockquote>`;
    expect(await between(html)).toEqual([`“${WORDS}” said Ruth Ebers.`]);
  });
});

describe("a q element", () => {
  it("has the marks that a browser shows, and inner ones within another", async () => {
    const html = "<p><q> We kept what he called <q>the old wall</q>, </q> Ruth Ebers said.</p>";
    expect(await between(html)).toEqual(["“We kept what he called ‘the old wall’,” Ruth Ebers said."]);
  });

  it("with marks of its own gets no others", async () => {
    expect(await between("<p><q>“We kept it,”</q> Ruth Ebers said.</p>")).toEqual(["“We kept it,” Ruth Ebers said."]);
  });
});

describe("the words of a page", () => {
  it("hold no soft hyphens, and nothing that is struck out", async () => {
    const html = "<p>The or&shy;chard was <del>burnt</del> <ins>sold</ins>, Ruth Eb&#8203;ers <s>claimed</s> said.</p>";
    expect(await between(html)).toEqual(["The orchard was sold, Ruth Ebers said."]);
  });

  it("hold no captions", async () => {
    const html =
      "<div class='wp-caption'><img src='x.jpg'><p class='wp-caption-text'>“The wall,” said nobody. Photo: R. Ebers</p></div>";
    expect(await between(html)).toEqual([]);
  });
});
