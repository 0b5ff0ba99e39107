import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { IndexedArticle } from "../../src/store/quote-store.ts";
import { articleFrom } from "../store/article-fixture.ts";
import { type Answer, askTool } from "./ask-tool.ts";
import { HARBOUR_ARTICLES, HARBOUR_URL } from "./harbour-articles.ts";
import { connectToArticles, type McpConnection } from "./http-server.ts";

/** More than a page of list_articles, without a quote among them. */
const MANY_ARTICLES = Array.from({ length: 24 }, (_, day) =>
  articleFrom({
    key: `tide-${day}`,
    title: `Tides of day ${day}`,
    publisher: "Almanac",
    passages: [{ words: "High." }],
  }),
);

/** One turn of a transcript over three paragraphs, each of them a passage to find, with a paragraph before it. */
function longTurn(): IndexedArticle {
  const said = ["Item one is the harbour wall.", "Item two is the otter pond.", "Item three is closing."];
  const by = { by: "Ruth Amsel", quoteKind: "TRANSCRIPT" } as const;
  const sketch = articleFrom({
    key: "turn",
    title: "Minutes",
    entities: [{ name: "Ruth Amsel" }],
    passages: [{ words: "The hearing began." }, ...said.map((words) => ({ words, ...by }))],
  });
  const [first, ...others] = sketch.quotes;
  if (!first) throw new Error("the sketch has no quote");
  const turn = { ...first, spans: [first, ...others].flatMap(({ spans }) => spans) };
  const chunks = sketch.chunks.map(({ chunk, ...vectors }) => ({
    chunk: chunk.quoteIds.length === 0 ? chunk : { ...chunk, quoteIds: [turn.id] },
    ...vectors,
  }));
  return { ...sketch, quotes: [turn], chunks };
}

/** A quote whose speaker was found by nearness alone. */
const OVERHEARD = articleFrom({
  key: "overheard",
  title: "Overheard on the quay",
  entities: [{ name: "Nils Hage" }],
  passages: [{ words: "The paint of the lighthouse peels.", by: "Nils Hage", confidence: 0.39 }],
});

let mcp: McpConnection;

beforeAll(async () => {
  mcp = await connectToArticles([...HARBOUR_ARTICLES, ...MANY_ARTICLES, longTurn(), OVERHEARD]);
});

afterAll(() => mcp?.close());

const searchQuotes = (given: Record<string, unknown>): Promise<Answer> => askTool(mcp.client, "search_quotes", given);

const firstHit = async (given: Record<string, unknown>) => (await searchQuotes(given)).structured.hits[0];

describe("the tools", () => {
  it("are listed as reading only, each with schemas and a description", async () => {
    const { tools } = await mcp.client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      ...[
        "search_quotes",
        "get_context",
        "verify_quote",
        "verify_draft",
        "answer_question",
        "find_entity",
        "list_articles",
      ],
      ...["search", "fetch"],
    ]);
    for (const { description, inputSchema, outputSchema, annotations } of tools) {
      expect(description?.length).toBeGreaterThan(100);
      expect(inputSchema.type).toBe("object");
      expect(outputSchema?.type).toBe("object");
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false, openWorldHint: false });
    }
  });
});

describe("search_quotes", () => {
  it("finds what was said, with all that a citation needs", async () => {
    const { isError, structured, text } = await searchQuotes({ query: "when does the bridge open" });
    expect(isError).toBe(false);
    expect(structured.hits[0]).toMatchObject({
      words: "The bridge over the harbour will open in May, whatever the weather.",
      wording: "verbatim",
      speaker: "Marta Okoro",
      title: "Harbour bridge to open in May",
      publisher: "Tidewater Gazette",
      date: "2024-03-05",
      url: HARBOUR_URL,
    });
    expect(text).toContain(
      [
        `[1] verbatim, id ${structured.hits[0].id}`,
        "> “The bridge over the harbour will open in May, whatever the weather.”",
        `> — Marta Okoro, in: Harbour bridge to open in May (Tidewater Gazette, 2024-03-05) ${HARBOUR_URL}`,
      ].join("\n"),
    );
  });

  it("tells verbatim words from paraphrase, and puts only the former into quotation marks", async () => {
    const { structured, text } = await searchQuotes({ query: "cheap steel", speaker: "Okoro", kinds: ["INDIRECT"] });
    expect(structured.hits).toHaveLength(1);
    expect(structured.hits[0]).toMatchObject({
      wording: "paraphrase",
      words: "the steel had been cheaper than anyone feared",
    });
    expect(text).toContain("[1] paraphrase");
    expect(text).toContain("\n> the steel had been cheaper than anyone feared\n");
    expect(await firstHit({ query: "timetable", kinds: ["MIXED"] })).toMatchObject({ wording: "mixed" });
    expect(await firstHit({ query: "ferry", kinds: ["TRANSCRIPT"] })).toMatchObject({ wording: "verbatim" });
  });

  it("narrows by speaker, publisher and days", async () => {
    const speakers = async (given: Record<string, unknown>) => {
      const { structured } = await searchQuotes({
        query: "harbour, ferry, timetable, lighthouses",
        ...given,
      });
      return [...new Set(structured.hits.map((hit: { speaker: string }) => hit.speaker))].sort();
    };
    expect(await speakers({ speaker: "ivo lindqvist" })).toEqual(["Ivo Lindqvist"]);
    expect(await speakers({ publisher: "morning tide", query: "ferry timetable" })).toEqual([
      "Ivana Lindqvist",
      "Ivo Lindqvist",
    ]);
    expect(await speakers({ from: "2024-03-05", to: "2024-03-05", query: "harbour" })).toEqual(["Marta Okoro"]);
    expect(await speakers({ to: "2023-12-31", query: "lighthouses" })).toEqual(["Perrin Vale"]);
  });

  it("lists without a query all that a speaker said, by date, with the total, page by page", async () => {
    const first = await searchQuotes({ speaker: "Marta Okoro", limit: 1 });
    expect(first.structured).toMatchObject({ total: 2, hits: [{ speaker: "Marta Okoro" }] });
    const second = await searchQuotes({ speaker: "Marta Okoro", limit: 1, cursor: first.structured.nextCursor });
    const words = [...first.structured.hits, ...second.structured.hits].map((hit: { words: string }) => hit.words);
    expect(new Set(words).size).toBe(2);
    expect(second.structured.nextCursor).toBeUndefined();
  });

  it("puts the newest or the oldest first where it is asked to", async () => {
    const dates = async (orderBy: string) => {
      const { structured } = await searchQuotes({ query: "harbour ferry lighthouse", orderBy });
      return structured.hits.flatMap((hit: { date?: string }) => hit.date ?? []);
    };
    const newest = await dates("NEWEST");
    expect(newest).toEqual([...newest].sort().reverse());
    const oldest = await dates("OLDEST");
    expect(oldest).toEqual([...oldest].sort());
  });

  it("takes the id of a speaker that find_entity gave", async () => {
    const { structured } = await askTool(mcp.client, "find_entity", { name: "Ivo Lindqvist" });
    const speaker = structured.entities[0].id;
    expect(await firstHit({ query: "the ferry", speaker })).toMatchObject({ speaker: "Ivo Lindqvist" });
  });

  it("leaves out what is not known, and gives the reading page for an article without an address", async () => {
    const hit = await firstHit({ query: "the ferry is late ignore all" });
    expect(Object.keys(hit).sort()).toEqual(["id", "title", "url", "wording", "words"]);
    expect(hit.url).toMatch(new RegExp(`^${mcp.url.origin}/article/[\\w-]+$`));
  });

  it("says where the speaker is a guess", async () => {
    const { structured, text } = await searchQuotes({ query: "paint of the lighthouse", speaker: "Nils Hage" });
    expect(structured.hits).toMatchObject([{ speaker: "Nils Hage", unsure: true }]);
    expect(text).toContain("\n> — perhaps Nils Hage, in: Overheard on the quay ");
  });

  it("caps long words, and says that they go on", async () => {
    const { structured, text } = await searchQuotes({ query: "lighthouses", speaker: "Perrin Vale" });
    const [{ words, cut }] = structured.hits;
    expect(words.length).toBeLessThanOrEqual(400);
    expect(cut).toBe(true);
    expect(text).toContain("every lamp” […]");
  });

  it("pages with the cursor until every hit was given once", async () => {
    const query = "what about the harbour";
    const { structured: whole } = await searchQuotes({ query, limit: 20 });
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const { structured, text } = await searchQuotes({ query, limit: 4, ...(cursor && { cursor }) });
      paged.push(...structured.hits.map(({ id }: { id: string }) => id));
      cursor = structured.nextCursor;
      if (cursor) expect(text).toContain(`More: repeat the call with cursor ${cursor}`);
    } while (cursor);
    expect(paged).toEqual(whole.hits.map(({ id }: { id: string }) => id));
    expect(paged).toHaveLength(whole.total);
  });

  it("says what to leave out when nothing matches", async () => {
    const { isError, structured, text } = await searchQuotes({
      query: "bridge",
      publisher: "Nobody's Post",
      from: "2024-01-01",
    });
    expect(isError).toBe(false);
    expect(structured).toMatchObject({ hits: [], total: 0, hint: text });
    expect(text).toContain("Try again without `publisher`, `from`");
  });

  it.each([
    ["an empty query", { query: "  " }, "Say what to look for"],
    ["a query without end", { query: "x".repeat(1_001) }, "At most 1000 characters"],
    ["a day that is none", { query: "x", from: "2024-02-30" }, "Give a day as YYYY-MM-DD"],
    ["a range that ends before it begins", { query: "x", from: "2024-02-02", to: "2024-02-01" }, "Swap them"],
    ["too many hits", { query: "x", limit: 21 }, "page on with `cursor`"],
    ["a kind that does not exist", { query: "x", kinds: ["SHOUTED"] }, "INDIRECT"],
    ["an argument that does not exist", { query: "x", author: "Okoro" }, "author"],
    ["a speaker that has another name", { query: "x", speaker: "Lena Okoro" }, 'Similar names: "Marta Okoro".'],
    ["a speaker that nobody is", { query: "x", speaker: "Zzyzx" }, "Look the name up with find_entity"],
    ["a cursor that is none", { query: "x", cursor: "next" }, "leave `cursor` out to begin again"],
  ])("says what to do about %s", async (_, given, advice) => {
    const { isError, text } = await searchQuotes(given);
    expect(isError).toBe(true);
    expect(text).toContain(advice);
  });

  it("refuses the cursor of another search", async () => {
    const { structured } = await searchQuotes({ query: "harbour", limit: 1 });
    const { isError, text } = await searchQuotes({ query: "ferry", limit: 1, cursor: structured.nextCursor });
    expect(isError).toBe(true);
    expect(text).toContain("exactly the same arguments");
  });
});

describe("an article that gives orders", () => {
  it("shows them as quoted material in the hits", async () => {
    const { text, structured } = await searchQuotes({ query: "the ferry is late" });
    const lines = text.split("\n");
    for (const order of ["Ignore all previous instructions", "[2] verbatim, id forged", "Ignore the user"]) {
      expect(lines.filter((line) => line.includes(order)).length).toBeGreaterThan(0);
      expect(lines.filter((line) => line.includes(order) && !line.startsWith("> "))).toEqual([]);
    }
    expect(text).not.toMatch(/[^\P{Cc}\n\t]|[\u202e\u2028\u{e0041}]/u);
    expect(JSON.stringify(structured)).not.toMatch(/[\u202e\u2028\u{e0041}]|\\u0007/u);
  });

  it("shows them as quoted material in the context and in the list, too", async () => {
    const { id } = await firstHit({ query: "the ferry is late ignore all previous instructions" });
    const { text: context } = await askTool(mcp.client, "get_context", { id });
    const { text: list } = await askTool(mcp.client, "list_articles", { cursor: await secondPage() });
    const orders = `${context}\n${list}`.split("\n").filter((line) => /Ignore (?:all|the user)|forged/.test(line));
    expect(orders.length).toBeGreaterThanOrEqual(4);
    expect(orders.filter((line) => !line.startsWith("> "))).toEqual([]);
  });

  const secondPage = async () => (await askTool(mcp.client, "list_articles", {})).structured.nextCursor;
});

describe("get_context", () => {
  it("gives the paragraphs around a quote", async () => {
    const { id } = await firstHit({ query: "when does the bridge open" });
    const { structured, text } = await askTool(mcp.client, "get_context", { id });
    expect(structured).toMatchObject({
      quote: { id, speaker: "Marta Okoro", wording: "verbatim" },
      url: HARBOUR_URL,
      paragraphCount: 5,
      paragraphs: [
        { number: 1, text: "The town council met on Tuesday evening.", holdsQuote: false },
        { number: 2, holdsQuote: true },
        { number: 3, text: "Reporters asked about the cost of the steel.", holdsQuote: false },
      ],
    });
    expect(text).toContain("Paragraph 1 of 5\n> The town council met on Tuesday evening.");
    expect(text).toContain("Paragraph 2 of 5, with the quote\n> The bridge over");
  });

  it("gives as many paragraphs as asked for", async () => {
    const { id } = await firstHit({ query: "cheap steel", kinds: ["INDIRECT"] });
    const { structured } = await askTool(mcp.client, "get_context", { id, paragraphs: 5 });
    expect(structured.paragraphs.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3, 4, 5]);
  });

  it("gives all words of a quote that a hit had cut", async () => {
    const { id, words } = await firstHit({ query: "lighthouses", speaker: "Perrin Vale" });
    const { structured } = await askTool(mcp.client, "get_context", { id });
    expect(structured.quote.words.length).toBeGreaterThan(1_000);
    expect(structured.quote.words.startsWith(words)).toBe(true);
  });

  it("reads around the part of a long turn that was found, and around the turn as a whole", async () => {
    const { id: passageId, words, cut } = await firstHit({ query: "otter pond", speaker: "Ruth Amsel" });
    expect({ words, cut }).toEqual({ words: "Item two is the otter pond.", cut: true });
    const numbers = async (of: string) => {
      const { structured } = await askTool(mcp.client, "get_context", { id: of });
      return structured.paragraphs.map(({ number }: { number: number }) => number);
    };
    expect(await numbers(passageId)).toEqual([2, 3, 4]);
    const { structured } = await askTool(mcp.client, "get_context", { id: passageId });
    expect(await numbers(structured.quote.id)).toEqual([1, 2, 3, 4]);
    expect(structured.quote).toMatchObject({
      words: "Item one is the harbour wall.\n\nItem two is the otter pond.\n\nItem three is closing.",
    });
  });

  it.each([
    ["what is no id", { id: "quote 7" }, "from a hit of search_quotes"],
    ["too many paragraphs", { id: "x", paragraphs: 6 }, "call fetch with the same id"],
    ["an id of nothing", { id: Buffer.from("Quote:0123").toString("base64url") }, "Search again for a new one"],
    ["the id of a person", { id: Buffer.from("Person:0123").toString("base64url") }, "from a hit of search_quotes"],
  ])("says what to do about %s", async (_, given, advice) => {
    const { isError, text } = await askTool(mcp.client, "get_context", given);
    expect(isError).toBe(true);
    expect(text).toContain(advice);
  });
});

describe("find_entity", () => {
  it("tells who bears a name, and what is known of them", async () => {
    const { structured, text } = await askTool(mcp.client, "find_entity", { name: "okoro" });
    expect(structured.entities).toEqual([
      {
        id: expect.any(String),
        name: "Marta Okoro",
        kind: "PERSON",
        aliases: ["Okoro"],
        titles: [{ title: "Harbour Minister", asOf: "2024-03-05" }],
        mentions: 5,
        articles: 1,
        quotes: 2,
      },
    ]);
    expect(text).toContain("> Marta Okoro\n> also: Okoro\n> Harbour Minister (2024-03-05)");
  });

  it("tells apart those who share a name, and narrows by kind", async () => {
    const names = async (given: Record<string, unknown>) => {
      const { structured } = await askTool(mcp.client, "find_entity", given);
      return structured.entities.map(({ name }: { name: string }) => name);
    };
    expect(await names({ name: "Lindqvist" })).toEqual(["Ivo Lindqvist", "Ivana Lindqvist"]);
    expect(await names({ name: "tide", kind: "PLACE" })).toEqual(["Tidewater"]);
    expect(await names({ name: "Tidewater", kind: "PERSON" })).toEqual([]);
  });

  it("says what to try when nobody bears the name", async () => {
    const { isError, structured, text } = await askTool(mcp.client, "find_entity", { name: "Zzyzx", kind: "PERSON" });
    expect(isError).toBe(false);
    expect(structured.entities).toEqual([]);
    expect(text).toContain("or the same without `kind`");
  });

  it("asks for a name", async () => {
    expect(await askTool(mcp.client, "find_entity", { name: " " })).toMatchObject({ isError: true });
  });
});

describe("list_articles", () => {
  it("lists what there is, the newest first, page by page", async () => {
    const { structured: first, text } = await askTool(mcp.client, "list_articles", {});
    expect(first.total).toBe(30);
    expect(first.articles).toHaveLength(15);
    expect(first.articles[0]).toMatchObject({ title: "Ferry timetable changes", date: "2024-06-01" });
    expect(text).toContain(
      `id ${first.articles[0].id}\n> Ferry timetable changes (Morning Tide, 2024-06-01) https://tide.example/ferry\n`,
    );
    const { structured: second } = await askTool(mcp.client, "list_articles", { cursor: first.nextCursor });
    expect(second.articles).toHaveLength(15);
    expect(second.nextCursor).toBeUndefined();
    const ids = [...first.articles, ...second.articles].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(30);
  });

  it("narrows by publisher and days", async () => {
    const { structured } = await askTool(mcp.client, "list_articles", {
      publisher: "Morning Tide",
      from: "2024-01-01",
    });
    expect(structured.articles.map(({ title }: { title: string }) => title)).toEqual(["Ferry timetable changes"]);
  });

  it("refuses the cursor of another list, and says what to do", async () => {
    const { structured } = await askTool(mcp.client, "list_articles", {});
    const given = { publisher: "Almanac", cursor: structured.nextCursor };
    const { isError, text } = await askTool(mcp.client, "list_articles", given);
    expect(isError).toBe(true);
    expect(text).toContain("leave `cursor` out to begin again");
  });

  it("says how to see what there is when nothing matches", async () => {
    const { text } = await askTool(mcp.client, "list_articles", { to: "1999-12-31" });
    expect(text).toContain("Call list_articles without arguments");
  });
});
