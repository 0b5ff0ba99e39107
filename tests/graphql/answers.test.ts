import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toGlobalId } from "../../src/model/global-id.ts";
import { entityIdIn } from "../store/article-fixture.ts";
import { type GraphqlServer, startGraphqlServer } from "./graphql-server.ts";
import { MANY, RAILWAY, TALKS } from "./talks-fixture.ts";

let server: GraphqlServer;

beforeAll(async () => {
  server = await startGraphqlServer([TALKS, RAILWAY, ...MANY]);
});

afterAll(() => server?.close());

/** The data of an answer without errors. */
async function data(query: string, variables?: Readonly<Record<string, unknown>>) {
  const answer = await server.ask(query, variables);
  expect(answer.errors).toBeUndefined();
  return answer.data;
}

describe("search", () => {
  it("gives the passage that answers, with speaker, article and the reason", async () => {
    const { search } = await data(`{ search(query: "meeting with NATO", kinds: [QUOTE], first: 2) {
      edges { score node {
        text score kind highlights { start end } trace { base total signals { normalized weight } }
        quote { speaker { __typename name ... on Person { titles { title } } } }
        article { title }
      } }
    } }`);
    const [{ score, node }] = search.edges;
    expect(node).toMatchObject({
      text: "Tomorrow you will sit down with the NATO commanders for a meeting.",
      kind: "QUOTE",
      quote: { speaker: { __typename: "Person", name: "Teodor Maravin" } },
      article: { title: "Officers meet in Velmora" },
    });
    expect(
      node.highlights.map(({ start, end }: { start: number; end: number }) => node.text.slice(start, end)),
    ).toEqual(["NATO", "meeting"]);
    const sum = node.trace.signals.reduce(
      (total: number, { normalized, weight }: { normalized: number; weight: number }) => total + normalized * weight,
      node.trace.base,
    );
    expect([node.score, score, node.trace.total]).toEqual([score, score, expect.closeTo(sum)]);
  });

  it("asks the store as often for twenty hits as for one", async () => {
    const query = `query ($first: Int) { search(query: "glacier", kinds: [QUOTE], first: $first) { nodes {
      article { title } before { text } selectors { exact }
      quote { text cue speaker { name } article { title } }
    } } }`;
    const callsFor = async (first: number): Promise<number> => {
      const before = server.storeCalls();
      const { search } = await data(query, { first });
      expect(search.nodes).toHaveLength(first);
      return server.storeCalls() - before;
    };
    await callsFor(1);
    expect(await callsFor(20)).toBe(await callsFor(1));
  });

  it("pages through every hit once", async () => {
    const query = `query ($after: String) { search(query: "glacier", first: 7, after: $after) {
      totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor }
    } }`;
    const ids: string[] = [];
    let after: string | null = null;
    let total: number;
    do {
      const { search } = await data(query, { after });
      expect(search.pageInfo.hasPreviousPage).toBe(after !== null);
      ids.push(...search.nodes.map(({ id }: { id: string }) => id));
      total = search.totalCount;
      after = search.pageInfo.hasNextPage ? search.pageInfo.endCursor : null;
    } while (after !== null);
    expect(new Set(ids).size).toBe(total);
    expect(ids).toHaveLength(total);
  });

  it.each([
    [{ speaker: ["viktor ORLANOV"] }, ["We do not agree with NATO about everything."]],
    [{ speaker: ["Orlanov"], publisher: ["harbour post"] }, ["The tunnel holds, whatever people say."]],
    [
      { publishedFrom: "2024-03-05T00:00:00Z", publishedTo: "2024-03-05T00:00:00Z", speaker: ["Orlanov"] },
      ["We do not agree with NATO about everything."],
    ],
    [
      { and: [{ speaker: ["Orlanov"] }, { not: { speaker: ["Vera Orlanov"] } }] },
      ["We do not agree with NATO about everything."],
    ],
    [{ speaker: [] }, []],
    [{ speaker: ["Nobody at all"] }, []],
  ])("under the filter %j gives %j", async (filter, texts) => {
    const { search } = await data(
      `query ($filter: SearchFilter) { search(query: "NATO and the tunnel", filter: $filter) { totalCount nodes { text } } }`,
      { filter },
    );
    expect(search).toEqual({ totalCount: texts.length, nodes: texts.map((text) => ({ text })) });
  });

  it("takes a speaker and an article by id, as answers give them", async () => {
    const filter = {
      speaker: [toGlobalId("Person", entityIdIn("https://gull.example/railway", "Teodor Maravin"))],
      article: [toGlobalId("Article", TALKS.article.id)],
    };
    const { search } = await data(
      `query ($filter: SearchFilter) { search(query: "NATO, or tourism", filter: $filter) { totalCount } }`,
      { filter },
    );
    expect(search.totalCount).toBe(2);
  });
});

describe("a hit", () => {
  const NEIGHBOURS = `query ($count: Int) { search(query: "record year of tourism", first: 1) { nodes {
    id text paragraph { index text } before(count: $count) { index text } after(count: $count) { index }
  } } }`;

  it("has the paragraphs around its own, up to the article's edges", async () => {
    const near = (await data(NEIGHBOURS, { count: 1 })).search.nodes[0];
    expect(near.paragraph).toEqual({ index: 2, text: near.text });
    expect(near.before).toEqual([
      { index: 1, text: "Tomorrow you will sit down with the NATO commanders for a meeting." },
    ]);
    const far = (await data(NEIGHBOURS, { count: 20 })).search.nodes[0];
    expect(far.before.map(({ index }: { index: number }) => index)).toEqual([0, 1]);
    expect(far.after.map(({ index }: { index: number }) => index)).toEqual([3, 4]);
    expect((await data(NEIGHBOURS, { count: 0 })).search.nodes[0].before).toEqual([]);
  });

  it("is given again by node, with no score", async () => {
    const { id, text } = (await data(NEIGHBOURS, { count: 1 })).search.nodes[0];
    const { node } = await data(
      `query ($id: ID!) { node(id: $id) { id ... on SearchHit { text score trace { total signals { raw } } highlights { start } } } }`,
      { id },
    );
    expect(node).toEqual({ id, text, score: 0, trace: { total: 0, signals: [] }, highlights: [] });
  });
});

describe("a quote", () => {
  it("is the words of its article to the letter, and can be cited by code points", async () => {
    const { quotes } =
      await data(`{ quotes(filter: { article: ["${toGlobalId("Article", TALKS.article.id)}"] }) { nodes {
      id text kind confidence spans { start end } selectors { exact start end } article { text }
    } } }`);
    expect(quotes.nodes).toHaveLength(3);
    for (const { text, spans, selectors, article } of quotes.nodes) {
      expect(article.text.slice(spans[0].start, spans[0].end)).toBe(text);
      expect(
        Array.from(article.text as string)
          .slice(selectors[0].start, selectors[0].end)
          .join(""),
      ).toBe(text);
    }
    const { node, quote } = await data(`query ($id: ID!) { node(id: $id) { __typename id } quote(id: $id) { id } }`, {
      id: quotes.nodes[0].id,
    });
    expect(node).toEqual({ __typename: "Quote", id: quote.id });
  });

  it("knows what is like it, and leaves itself out", async () => {
    const { quotes } = await data(
      `{ quotes(filter: { speaker: ["Speaker Number3"] }) { nodes { text similar(first: 3) { text } } } }`,
    );
    const [{ text, similar }] = quotes.nodes;
    expect(similar).toHaveLength(3);
    for (const hit of similar) expect(hit.text).toMatch(/^The glacier moved/);
    expect(similar.map((hit: { text: string }) => hit.text)).not.toContain(text);
  });

  it("is listed by speaker, confidence and order", async () => {
    const query = `query ($filter: QuoteFilter, $orderBy: QuoteOrder) { quotes(filter: $filter, orderBy: $orderBy) { totalCount nodes { text } } }`;
    const maravin = { speaker: ["Teodor Maravin"] };
    expect((await data(query, { filter: maravin, orderBy: "NEWEST" })).quotes.nodes[0].text).toMatch(/^The railway/);
    expect((await data(query, { filter: maravin, orderBy: "OLDEST" })).quotes.nodes[0].text).toMatch(/^Tomorrow/);
    expect((await data(query, { filter: { ...maravin, minConfidence: 0.8 } })).quotes.totalCount).toBe(2);
    expect((await data(query, { filter: { speaker: ["Orlanov"] } })).quotes.totalCount).toBe(2);
  });
});

describe("entities", () => {
  it("are one person across articles, by any name and by any of their ids", async () => {
    const fields =
      "{ id name aliases kind titles { title asOf } mentionCount articles { totalCount } quotes { totalCount } }";
    const { person } = await data(`{ person(name: "teodor ANDREYEVICH") ${fields} }`);
    expect(person).toMatchObject({
      name: "Teodor Maravin",
      aliases: ["Teodor Andreyevich"],
      kind: "PERSON",
      mentionCount: 7,
      articles: { totalCount: 2 },
      quotes: { totalCount: 3 },
    });
    for (const { article } of [TALKS, RAILWAY]) {
      const id = toGlobalId("Person", entityIdIn(article.sourceKey, "Teodor Maravin"));
      expect((await data(`query ($id: ID!) { person(id: $id) ${fields} }`, { id })).person).toEqual(person);
    }
  });

  it("have quotes about something, the best first, each once", async () => {
    const query = `query ($after: String) { person(name: "Teodor Maravin") {
      quotes(about: "tourism, the freight of the railway, and the NATO commanders", first: 1, after: $after) { totalCount nodes { text } pageInfo { hasNextPage endCursor } }
    } }`;
    const first = (await data(query)).person.quotes;
    expect(first.totalCount).toBe(3);
    expect((await data(query.replace(/about: "[^"]*"/, 'about: "tourism"'))).person.quotes.nodes[0].text).toMatch(
      /^Tourism/,
    );
    const second = (await data(query, { after: first.pageInfo.endCursor })).person.quotes;
    expect(second.pageInfo.hasNextPage).toBe(true);
    expect(new Set([...first.nodes, ...second.nodes].map(({ text }: { text: string }) => text)).size).toBe(2);
  });

  it.each(["Maravin, Teodor", "the President of Kestria", "President Maravin", "teodor maravin", "Teodor Maravyn"])(
    "are found by “%s”",
    async (name) => {
      const query =
        'query ($name: String!) { one: person(name: $name) { name } other: person(name: "Nobody") { name } }';
      expect(await data(query, { name })).toEqual({ one: { name: "Teodor Maravin" }, other: null });
    },
  );

  it("are found by any of these in a filter, too", async () => {
    const query = "query ($by: [String!]) { quotes(filter: { speaker: $by }) { totalCount } }";
    const counts = await Promise.all(
      [["Teodor Maravin"], ["Maravin, Teodor"], ["President Maravin"]].map(
        async (by) => (await data(query, { by })).quotes.totalCount,
      ),
    );
    expect(new Set(counts)).toEqual(new Set([counts[0]]));
    expect(counts[0]).toBeGreaterThan(0);
  });

  it("that share a name are told apart by the error's candidates", async () => {
    const { errors } = await server.ask(`{ person(name: "Orlanov") { id } }`);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "AMBIGUOUS_NAME" });
    const { candidates } = errors?.[0]?.extensions ?? {};
    expect(candidates.map(({ name }: { name: string }) => name).sort()).toEqual(["Vera Orlanov", "Viktor Orlanov"]);
    expect((await data(`query ($id: ID!) { person(id: $id) { name } }`, { id: candidates[0].id })).person.name).toBe(
      candidates[0].name,
    );
  });

  it("are listed by kind and by the beginnings of their names", async () => {
    const query = `query ($kind: EntityKind, $query: String) { entities(kind: $kind, query: $query) { nodes { __typename name } } }`;
    expect((await data(query, { kind: "PLACE" })).entities.nodes).toEqual([{ __typename: "Place", name: "Velmora" }]);
    expect((await data(query, { query: "nat" })).entities.nodes).toEqual([
      { __typename: "Organization", name: "NATO" },
    ]);
    expect((await data(`{ people(first: 1) { totalCount nodes { name } } }`)).people).toEqual({
      totalCount: 23,
      nodes: [{ name: "Teodor Maravin" }],
    });
  });

  it("nobody has heard of are null", async () => {
    const unknown = "0123456789abcdef0123";
    const { person, node, quote, article } = await data(
      `query ($person: ID!, $quote: ID!, $article: ID!) {
        person(name: "Nobody") { id } node(id: $person) { id } quote(id: $quote) { id } article(id: $article) { id }
      }`,
      {
        person: toGlobalId("Person", unknown),
        quote: toGlobalId("Quote", unknown),
        article: toGlobalId("Article", unknown),
      },
    );
    expect([person, node, quote, article]).toEqual([null, null, null, null]);
  });
});

describe("articles", () => {
  it("are found by id, by url and by what they are about", async () => {
    const { article } = await data(`{ article(url: "https://gull.example/talks") {
      id title publisher publishedAt paragraphs { index text } quotes { totalCount } entities(kind: PLACE) { nodes { name } }
    } }`);
    expect(article).toMatchObject({
      title: "Officers meet in Velmora",
      publisher: "The Gull",
      publishedAt: "2024-03-05T00:00:00.000Z",
      quotes: { totalCount: 3 },
      entities: { nodes: [{ name: "Velmora" }] },
    });
    expect(article.paragraphs[4]).toEqual({ index: 4, text: "The talks end on Friday." });
    const again = await data(`query ($id: ID!) { article(id: $id) { title } node(id: $id) { __typename } }`, {
      id: article.id,
    });
    expect(again).toEqual({ article: { title: article.title }, node: { __typename: "Article" } });
    const byTitle = await data(
      `{ articles(filter: { title: "rail", publisher: ["HARBOUR POST"] }) { nodes { title } } }`,
    );
    expect(byTitle.articles.nodes).toEqual([{ title: "Railway carries twice the freight" }]);
  });

  it("are listed page by page", async () => {
    const query = `query ($after: String) { articles(first: 15, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`;
    const { articles: first } = await data(query);
    const { articles: second } = await data(query, { after: first.pageInfo.endCursor });
    const ids = [...first.nodes, ...second.nodes].map(({ id }: { id: string }) => id);
    expect([first.totalCount, new Set(ids).size, second.pageInfo.hasNextPage]).toEqual([22, 22, false]);
  });
});

it("the index tells what it holds", async () => {
  const { index } = await data(
    "{ index { articles quotes people organizations places sampleArticles model dimensions } }",
  );
  expect(index).toEqual({
    articles: 22,
    quotes: 25,
    people: 23,
    organizations: 1,
    places: 1,
    sampleArticles: 0,
    model: "Xenova/all-MiniLM-L6-v2",
    dimensions: 384,
  });
});

describe("the facets of a search", () => {
  const FACETS = `query ($filter: SearchFilter) { search(query: "NATO commanders and the tunnel", filter: $filter, first: 1) {
    totalCount
    facets {
      speakers(first: 1) { values { value label count } others none }
      publishers { values { value count } others none }
      kinds { values { value count } others none }
      months { values { value count } others none }
      entities { values { value label count } none }
      places { values { value label count } none }
    } } }`;
  interface Counted {
    readonly values: readonly { readonly value: string; readonly label: string; readonly count: number }[];
    readonly others: number;
    readonly none: number;
  }
  const sum = ({ values, others, none }: Counted) => values.reduce((all, { count }) => all + count, others + none);

  it("add up to all that matches, whatever the page holds", async () => {
    const { totalCount, facets } = (await data(FACETS)).search;
    expect(totalCount).toBeGreaterThan(1);
    for (const name of ["speakers", "publishers", "kinds", "months"]) expect(sum(facets[name]), name).toBe(totalCount);
    expect(facets.speakers.others).toBeGreaterThan(0);
  });

  it("tell how many passages each value would leave", async () => {
    const { facets } = (await data(FACETS)).search;
    const [speaker] = facets.speakers.values;
    const [publisher] = facets.publishers.values;
    for (const [filter, count] of [
      [{ speaker: [speaker.value] }, speaker.count],
      [{ publisher: [publisher.value] }, publisher.count],
    ]) {
      expect((await data(FACETS, { filter })).search.totalCount).toBe(count);
    }
  });
});
