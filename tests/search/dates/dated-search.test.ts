import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openRealIndex, type RealIndex } from "../../real-index.ts";
import { articleFrom } from "../../store/article-fixture.ts";

const said = (key: string, day: string, by: string, words: string) =>
  articleFrom({
    key,
    publishedAt: `${day}T09:00:00.000Z`,
    entities: [{ name: by }],
    passages: [{ words, by }],
  });

const ARTICLES = [
  said("old", "2021-04-12", "Ada Voss", "The quay wall will hold another winter"),
  said("new", "2021-06-03", "Ada Voss", "The quay wall is a ruin and must go"),
  said("trust", "2021-06-09", "Lotte Brem", "The minister has lost my trust over the quay"),
];

const NOW = Date.UTC(2021, 5, 10, 15);

let index: RealIndex;

beforeAll(async () => {
  index = await openRealIndex(ARTICLES, () => NOW);
});

afterAll(() => index?.close());

const ask = (query: string, after: string | null = null) =>
  index.search.search({ query, mode: "LEXICAL", kinds: null, filter: {}, first: 1, after });
const find = async (query: string) => {
  const { hits, totalCount, reading } = await ask(query);
  return { first: hits[0]?.hit.chunk.text, totalCount, date: reading.date, words: reading.words };
};

describe("a search with a time in it", () => {
  it("looks at the articles of that time alone, and not for its words", async () => {
    expect(await find("quay wall in April 2021")).toMatchObject({
      first: "The quay wall will hold another winter",
      totalCount: 1,
      words: ["quay", "wall"],
      date: {
        words: "in April 2021",
        from: "2021-04-01T00:00:00.000Z",
        to: "2021-04-30T23:59:59.999Z",
        isFilter: true,
      },
    });
  });

  it("goes by the clock it is given", async () => {
    expect(await find("quay wall last week")).toMatchObject({
      totalCount: 1,
      first: "The quay wall is a ruin and must go",
    });
  });

  it("lists all of that time where nothing else is asked", async () => {
    expect(await find("in June 2021")).toMatchObject({ totalCount: 2, words: [] });
    expect(await find("what was said in June 2021?")).toMatchObject({ totalCount: 2 });
    expect(await find("what did Ada Voss say after May 2021")).toMatchObject({ totalCount: 1 });
  });

  it("searches all times where nothing of that time matches, says so, and goes on so", async () => {
    expect(await find("quay wall in 2019")).toMatchObject({
      totalCount: 2,
      words: ["quay", "wall", "2019"],
      date: { words: "in 2019", isFilter: false },
    });
    const first = await ask("quay wall in 2019");
    const second = await ask("quay wall in 2019", first.hits[0]?.cursor);
    expect(second.hits).toHaveLength(1);
    expect(second.reading.date?.isFilter).toBe(false);
    expect(second.hits[0]?.hit.chunk.id).not.toBe(first.hits[0]?.hit.chunk.id);
  });

  it("takes no time in a phrase for one", async () => {
    expect((await find('"quay wall in April 2021"')).date).toBeNull();
  });
});

describe("an answer to a question with a time in it", () => {
  const answer = (question: string) => index.search.answer({ question, filter: {}, maxStatements: 5 });

  it("is of that time alone, and says so", async () => {
    const { statements, coverage } = await answer("What did Ada Voss say in April 2021?");
    expect(statements.map(({ article }) => article.publishedAt)).toEqual(["2021-04-12T09:00:00.000Z"]);
    expect(coverage).toMatchObject({ isAnswered: true });
    expect(coverage.note).toContain("from 2021-04-01 to 2021-04-30");
  });

  it("is none where nothing of that time is to the question", async () => {
    const { coverage } = await answer("What did Ada Voss say about the quay wall in 2019?");
    expect(coverage.isAnswered).toBe(false);
    expect(coverage.note).toContain("Nothing that matches was published “in 2019”");
  });
});
