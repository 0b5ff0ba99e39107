import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toGlobalId } from "../../src/model/global-id.ts";
import { type GraphqlServer, startGraphqlServer } from "./graphql-server.ts";
import { RAILWAY, TALKS } from "./talks-fixture.ts";

let server: GraphqlServer;

beforeAll(async () => {
  server = await startGraphqlServer([TALKS, RAILWAY]);
});

afterAll(() => server?.close());

const ARTICLE_ID = toGlobalId("Article", TALKS.article.id);

const nested = (levels: number): object => (levels === 0 ? {} : { not: nested(levels - 1) });

describe("BAD_USER_INPUT with a sentence", () => {
  it.each([
    ["`first` of 0", "{ quotes(first: 0) { totalCount } }", {}, "must be a whole number from 1 to 100"],
    ["`first` of 101", `{ search(query: "x", first: 101) { totalCount } }`, {}, "must be a whole number from 1 to 100"],
    [
      "a `first` beyond all limits",
      "{ articles(first: 2000000000) { nodes { text } } }",
      {},
      "must be a whole number from 1 to 100",
    ],
    ["an id that is none", `{ quote(id: "zz") { id } }`, {}, '"zz" is not an id'],
    ["a node that is none", `{ node(id: "😀") { id } }`, {}, "is not an id"],
    [
      "an article's id for a quote",
      "query ($id: ID!) { quote(id: $id) { id } }",
      { id: ARTICLE_ID },
      "That is the id of an Article",
    ],
    ["a cursor that is none", `{ articles(after: "zz") { totalCount } }`, {}, "not a cursor of this list"],
    ["a search's cursor that is none", `{ search(query: "NATO", after: "zz") { totalCount } }`, {}, "cursor"],
    ["a query of nothing", `{ search(query: "  ") { totalCount } }`, {}, "The query is empty"],
    [
      "a query of 100,000 characters",
      "query ($q: String!) { search(query: $q) { totalCount } }",
      { q: "x".repeat(100_000) },
      "100000 characters",
    ],
    ["neither id nor name", "{ person { id } }", {}, "either an id or a name"],
    ["both id and url", `{ article(id: "zz", url: "zz") { id } }`, {}, "either an id or a url"],
    [
      "filters nested too deeply",
      `query ($f: SearchFilter) { search(query: "x", filter: $f) { totalCount } }`,
      { f: nested(9) },
      "deeper than 8 levels",
    ],
    ["a blank speaker", `{ quotes(filter: { speaker: [" "] }) { totalCount } }`, {}, "blank"],
    [
      "an article for a speaker",
      "query ($id: String!) { quotes(filter: { speaker: [$id] }) { totalCount } }",
      { id: ARTICLE_ID },
      "That is the id of an Article",
    ],
    ["a confidence of 2", "{ quotes(filter: { minConfidence: 2 }) { totalCount } }", {}, "from 0 to 1"],
    [
      "21 neighbours",
      `{ search(query: "NATO", first: 1) { nodes { before(count: 21) { text } } } }`,
      {},
      "from 0 to 20",
    ],
    [
      "a date that is none",
      "query ($d: DateTime) { articles(filter: { publishedFrom: $d }) { totalCount } }",
      { d: "soon" },
      "soon",
    ],
  ])("for %s", async (_what, query, variables, sentence) => {
    const { errors } = await server.ask(query, variables);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT" });
    expect(errors?.[0]?.message).toContain(sentence);
  });

  it("for a cursor of the same list under another filter", async () => {
    const { data } = await server.ask("{ quotes(first: 1) { pageInfo { endCursor } } }");
    const { errors } = await server.ask(
      `query ($after: String) { quotes(orderBy: OLDEST, after: $after) { totalCount } }`,
      {
        after: data.quotes.pageInfo.endCursor,
      },
    );
    expect(errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT", fault: "CURSOR_OF_ANOTHER_LIST" });
  });

  it.each([
    ["{ quotes(first: 0) { totalCount } }", { fault: "PAGE_SIZE", size: 0, most: 100 }],
    [`{ quote(id: "zz") { id } }`, { fault: "NO_ID", id: "zz" }],
    [
      `{ answer(question: "NATO", maxStatements: 21) { text } }`,
      { fault: "STATEMENT_COUNT", statements: 21, most: 20 },
    ],
    [`{ search(query: "") { totalCount } }`, { fault: "QUERY_EMPTY" }],
  ])("and with the fault and its parameters, for programs: %s", async (query, fault) => {
    const { errors } = await server.ask(query);
    expect(errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT", ...fault });
  });
});

it.each(['"', "*", "NEAR(", '" OR 1', "a AND", "text:NATO", "-", "(((("])(
  "the query %j is words, and no syntax",
  async (q) => {
    const { errors } = await server.ask("query ($q: String!) { search(query: $q) { totalCount } }", { q });
    expect(errors).toBeUndefined();
  },
);

describe("a query too large", () => {
  it("by its depth is refused before it runs", async () => {
    const deep = `{ quotes { nodes { ${"article { quotes { nodes { ".repeat(6)} id ${"} } } ".repeat(6)} } } }`;
    const { errors } = await server.ask(deep);
    expect(errors?.[0]).toMatchObject({ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } });
    expect(errors?.[0]?.message).toContain("levels deep");
  });

  it("by fragments that lead to themselves is refused, and ends", async () => {
    const { errors } = await server.ask(
      "{ quotes { nodes { ...A } } } fragment A on Quote { article { quotes { nodes { ...A } } } }",
    );
    expect(errors?.[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
  });

  it("by what it could answer is refused before it runs", async () => {
    const before = server.storeCalls();
    const { errors } = await server.ask(
      "{ people(first: 100) { nodes { quotes(first: 100) { nodes { text article { title } } } } } }",
    );
    expect(errors?.[0]?.extensions).toEqual({ code: "QUERY_TOO_LARGE" });
    expect(server.storeCalls()).toBe(before);
  });

  it.each([
    ["searches", (i: number) => `search(query: "word ${i}", first: 1) { totalCount }`, 39],
    ["verdicts", (i: number) => `verifyQuote(text: "He said ${i} times no") { verdict }`, 39],
    ["answers", (i: number) => `answer(question: "Who spoke ${i} times?") { text }`, 39],
    ["descriptions of the schema", () => "__schema { types { name } }", 4],
    ["descriptions of a type", () => `__type(name: "Quote") { fields { name } }`, 40],
  ])("by as many %s under other names as no reader asks for is refused before it runs", async (_, field, most) => {
    const times = (count: number) => `{ ${Array.from({ length: count }, (_, i) => `a${i}: ${field(i)}`).join(" ")} }`;
    expect((await server.ask(times(most))).errors).toBeUndefined();
    const before = server.storeCalls();
    const { errors } = await server.ask(times(most + 1));
    expect(errors?.[0]?.extensions).toEqual({ code: "QUERY_TOO_LARGE" });
    expect(server.storeCalls()).toBe(before);
  });

  it("by its words is refused by the parser", async () => {
    const { errors } = await server.ask(`{ ${"index { quotes } ".repeat(1_000)} }`);
    expect(errors?.[0]?.extensions).toEqual({ code: "GRAPHQL_PARSE_FAILED" });
  });

  it("is none with a page of 100 hits, their quotes, speakers and articles", async () => {
    const { errors } = await server.ask(`{ search(query: "NATO", first: 100) { edges { cursor score node {
      id text kind score spans { start end } highlights { start end } trace { base total signals { signal raw normalized weight } }
      paragraph { text } before(count: 2) { text } after(count: 2) { text } article { id title url publisher publishedAt }
      quote { id text kind cue confidence speakerMention spans { start end } selectors { exact prefix suffix start end }
        speaker { id name aliases ... on Person { titles { title asOf } } } }
    } } } }`);
    expect(errors).toBeUndefined();
  });
});
