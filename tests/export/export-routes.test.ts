import papaparse from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportRoutes } from "../../src/export/export-routes.ts";
import { COLUMNS } from "../../src/export/quote-row.ts";
import { toGlobalId } from "../../src/model/global-id.ts";
import { QUARRY } from "../quarry-articles.ts";
import { openRealIndex, type RealIndex } from "../real-index.ts";
import { serveRouter } from "../serve-router.ts";
import { articleFrom, entityIdIn } from "../store/article-fixture.ts";

/** What a spreadsheet would take for a formula, and what HTML, XML and LaTeX have signs for. */
const HOSTILE = articleFrom({
  key: "hostile",
  title: '=HYPERLINK("https://evil.example") & <b>50%</b>',
  publisher: "Ledger",
  publishedAt: "2024-05-01T00:00:00.000Z",
  entities: [{ name: "Greta Lund", linkKey: "greta lund" }],
  passages: [{ words: '=1+1 stones, "and" not {one} more.', by: "Greta Lund" }],
});

/** More than two pages of rows. */
const LONG = articleFrom({
  key: "long",
  title: "A long talk",
  publishedAt: "2023-01-01T00:00:00.000Z",
  entities: [{ name: "Aksel Brink", linkKey: "aksel brink" }],
  passages: Array.from({ length: 230 }, (_, i) => ({ words: `Brick ${i} lies in the wall.`, by: "Aksel Brink" })),
});

let index: RealIndex;
let server: Awaited<ReturnType<typeof serveRouter>>;

beforeAll(async () => {
  index = await openRealIndex([QUARRY, HOSTILE, LONG]);
  server = await serveRouter({
    router: exportRoutes({ answering: () => index, publicUrl: null }),
    close: async () => {},
  });
});

afterAll(async () => {
  await server?.close();
  await index?.close();
});

/** What `fetch` says of caches by itself would ask for the whole answer. */
const get = (address: string, headers: Record<string, string> = {}) =>
  fetch(server.url + address, { headers: { "Cache-Control": "max-age=0", ...headers } });
const read = async (address: string) => (await get(address)).text();
const articlePage = ({ article }: typeof QUARRY) => `/article/${toGlobalId("Article", article.id)}`;
const person = (name: string) => `/person/${toGlobalId("Person", entityIdIn("quarry", name))}`;

const csvOf = (text: string) =>
  papaparse.parse<Record<string, string>>(text.replace(/^\ufeff/, ""), { header: true, skipEmptyLines: true });

describe("an article's quotes", () => {
  it("go out as CSV that Excel opens, each with where it stands", async () => {
    const response = await get(`${articlePage(QUARRY)}?format=csv`);
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="?article\.csv/);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const { data, errors, meta } = csvOf(bytes.toString());
    expect(errors).toEqual([]);
    expect(meta.fields).toEqual(Object.keys(COLUMNS));
    expect(data).toHaveLength(QUARRY.quotes.length);
    for (const { text, start, end, kind } of data) {
      if (kind === "DIRECT") expect(QUARRY.article.text.slice(Number(start), Number(end))).toBe(text);
    }
    expect(data[0]).toMatchObject({ assertion: "DENIED", speaker: "Greta Lund", publisher: "Osterby Echo" });
    expect(data[0]?.link).toMatch(new RegExp(`^${server.url}${articlePage(QUARRY)}\\?quote=[^#]+#quote-`));
  });

  it("are no formulas in a spreadsheet", async () => {
    const { data } = csvOf(await read(`${articlePage(HOSTILE)}?format=csv`));
    expect(data[0]?.text).toBe(`'=1+1 stones, "and" not {one} more.`);
    expect(data[0]?.title).toMatch(/^'=HYPERLINK/);
  });

  it("go out as JSON Lines with the text exact", async () => {
    const [line] = (await read(`${articlePage(HOSTILE)}?format=jsonl`)).trim().split("\n");
    expect(JSON.parse(line ?? "")).toMatchObject({ text: '=1+1 stones, "and" not {one} more.', speaker: "Greta Lund" });
  });

  it("go out as Markdown, what was denied in the sentence that denies it", async () => {
    const markdown = await read(`${articlePage(QUARRY)}?format=markdown`);
    expect(markdown).toMatch(/^> Greta Lund never said “Let the quarry swallow the chapel whole”/);
    expect(markdown).toContain("perhaps Aksel Brink");
    expect(markdown).toContain("Aksel Brink (refuses)");
    expect(await read(`${articlePage(HOSTILE)}?format=markdown`)).toContain("\\<b\\>50%\\</b\\>");
  });

  it("go out as BibTeX, each entry under a key of its own", async () => {
    const bibtex = await read(`${articlePage(QUARRY)}?format=bibtex`);
    const keys = [...bibtex.matchAll(/^@misc\{([^,]+),$/gm)].map(([, key]) => key);
    expect(keys).toHaveLength(QUARRY.quotes.length);
    expect(new Set(keys).size).toBe(keys.length);
    expect(await read(`${articlePage(HOSTILE)}?format=bibtex`)).toContain("\\textbraceleft{}one\\textbraceright{}");
  });
});

describe("a person's quotes", () => {
  it("go out page after page, all of them and each once", async () => {
    const { data } = csvOf(await read(`${person("Aksel Brink")}?format=csv&order=OLDEST`));
    const bricks = data.filter(({ text }) => text?.startsWith("Brick"));
    expect(bricks.map(({ text }) => text)).toEqual(LONG.quotes.map((_, i) => `Brick ${i} lies in the wall.`));
    expect(new Set(data.map(({ id }) => id)).size).toBe(data.length);
  });

  it("keep to the months of the address", async () => {
    const { data } = csvOf(await read(`${person("Aksel Brink")}?format=csv&from=2024-01&to=2024-04`));
    expect(new Set(data.map(({ title }) => title))).toEqual(new Set([QUARRY.article.title]));
  });
});

describe("a search", () => {
  it("goes out with all its hits under its filters", async () => {
    const { data } = csvOf(await read("/?q=stones&publisher=Ledger&format=csv"));
    expect(new Set(data.map(({ publisher }) => publisher))).toEqual(new Set(["Ledger"]));
    const all = csvOf(await read("/?q=brick+wall&format=csv")).data.filter(({ text }) => text?.startsWith("Brick"));
    expect(new Set(all.map(({ id }) => id)).size).toBe(LONG.quotes.length);
  });

  it("is followed as a feed, the newest first, with ids that stay", async () => {
    const response = await get("/?q=stones&format=atom");
    expect(response.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
    const feed = await response.text();
    expect(feed).toMatch(
      /^<\?xml version="1\.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom">/,
    );
    const updated = [...feed.matchAll(/<entry>.*?<updated>(.*?)<\/updated>/gs)].map(([, date]) => date);
    expect(updated.length).toBeGreaterThan(0);
    expect(updated).toEqual([...updated].sort().reverse());
    expect(feed).toContain(`<id>urn:verbatim:${toGlobalId("Quote", HOSTILE.quotes[0]?.id ?? "")}</id>`);
    expect(feed).toContain("&lt;b&gt;50%&lt;/b&gt;");
    expect(await read("/?q=stones&format=atom")).toBe(feed);
  });

  it("is not sent again to a reader that has the feed", async () => {
    const etag = (await get("/?q=stones&format=atom")).headers.get("etag") ?? "";
    const again = await get("/?q=stones&format=atom", { "If-None-Match": etag });
    expect({ status: again.status, body: await again.text() }).toEqual({ status: 304, body: "" });
    expect((await get("/?q=wall&format=atom", { "If-None-Match": etag })).status).toBe(200);
  });
});

describe("an export", () => {
  it.each([
    ["no such format", "/?q=stones&format=xls", /There are csv, jsonl, markdown, bibtex/],
    ["no question", "/?format=csv", /There is nothing to export/],
    ["a month that is none", "/?q=stones&from=2024-13&format=csv", /must be a month/],
    ["an id of something else", `/person/${toGlobalId("Article", "1")}?format=csv`, /id/],
    ["a feed of an article", `/article/${toGlobalId("Article", "1")}?format=atom`, /no such format/],
  ])("is refused with a sentence for %s", async (_, address, sentence) => {
    const response = await get(address);
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(sentence);
  });

  it("of nothing has its head alone", async () => {
    const text = await read(`/article/${toGlobalId("Article", "none")}?format=csv`);
    expect(csvOf(text).data).toEqual([]);
    expect(text).toContain("id,text,kind");
  });

  it("leaves the pages to the page", async () => {
    expect((await get("/?q=stones")).status).toBe(404);
  });
});
