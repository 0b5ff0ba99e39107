import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { QUARRY } from "../quarry-articles.ts";
import { type GraphqlServer, startGraphqlServer } from "./graphql-server.ts";
import { TALKS } from "./talks-fixture.ts";

let server: GraphqlServer;

beforeAll(async () => {
  server = await startGraphqlServer([QUARRY, TALKS]);
});

afterAll(() => server?.close());

async function data(query: string) {
  const answer = await server.ask(query);
  expect(answer.errors).toBeUndefined();
  return answer.data;
}

/** The words of the quotes under a filter. */
async function quotesThat(filter: string): Promise<readonly string[]> {
  const { quotes } = await data(`{ quotes(filter: ${filter}) { nodes { text } } }`);
  return quotes.nodes.map(({ text }: { readonly text: string }) => text);
}

describe("a quote", () => {
  it("names all who said it together, the speaker first", async () => {
    const { quotes } = await data(
      `{ quotes(filter: { speaker: ["Greta Lund"], quoteKinds: [DIRECT], assertions: [ASSERTED] }) {
           nodes { speaker { name } speakers { name } onBehalfOf { name } } } }`,
    );
    expect(quotes.nodes).toEqual([
      {
        speaker: { name: "Aksel Brink" },
        speakers: [{ name: "Aksel Brink" }, { name: "Greta Lund" }],
        onBehalfOf: null,
      },
    ]);
  });

  it("tells for whom somebody unnamed speaks, and puts the words to neither", async () => {
    const { quotes } = await data(
      `{ quotes(filter: { onBehalfOf: ["Lund"] }) { nodes { speaker { name } speakers { name } speakerMention onBehalfOf { name } } } }`,
    );
    expect(quotes.nodes).toEqual([
      { speaker: null, speakers: [], speakerMention: "a spokesman for Lund", onBehalfOf: { name: "Greta Lund" } },
    ]);
  });

  it("has the sentence that governs it, and where that stands", async () => {
    const { quotes } = await data(
      `{ quotes(filter: { assertions: [REFUSED] }) { nodes { assertion reports text sentence { text start end } article { text } } } }`,
    );
    const [{ sentence, article, ...quote }] = quotes.nodes;
    expect(quote).toEqual({ assertion: "REFUSED", reports: "WORDS", text: "to sweep the square before Easter" });
    expect(sentence.text).toBe("Aksel Brink refused to promise to sweep the square before Easter.");
    expect(article.text.slice(sentence.start, sentence.end)).toBe(sentence.text);
  });

  it("says whether its speaker is sure enough to be named outright", async () => {
    const { quotes } = await data(
      `{ quotes(filter: { publisher: ["Osterby Echo"], quoteKinds: [DIRECT] }) { nodes { text isSpeakerSure } } }`,
    );
    const unsure = quotes.nodes.filter(({ isSpeakerSure }: { readonly isSpeakerSure: boolean }) => !isSpeakerSure);
    expect(unsure).toEqual([{ text: "The old machines are tired of the stone", isSpeakerSure: false }]);
  });
});

describe("the filters on how a quote is told", () => {
  it("hide nothing until they are asked for", async () => {
    expect(await quotesThat(`{ speaker: ["Lund"] }`)).toHaveLength(3);
    expect(await quotesThat(`{ speaker: ["Lund"], assertions: [ASSERTED], reports: [WORDS] }`)).toHaveLength(1);
    expect(await quotesThat(`{ reports: [ATTITUDE] }`)).toEqual(["a high wall around the pit"]);
    expect(await quotesThat("{ assertions: [] }")).toEqual([]);
  });

  it("keep what the facets count, in a search too", async () => {
    const { search } = await data(`{ search(query: "publisher:\\"Osterby Echo\\"") {
      totalCount facets { assertions { values { value count } } reports { values { value count } }
        onBehalfOf { none values { label count } } speakers { values { label count } none } } } }`);
    expect(search.facets).toEqual({
      assertions: {
        values: [
          { value: "ASSERTED", count: 4 },
          { value: "ASKED", count: 1 },
          { value: "DENIED", count: 1 },
          { value: "REFUSED", count: 1 },
        ],
      },
      reports: {
        values: [
          { value: "WORDS", count: 6 },
          { value: "ATTITUDE", count: 1 },
        ],
      },
      onBehalfOf: { none: 6, values: [{ label: "Greta Lund", count: 1 }] },
      speakers: {
        values: [
          { label: "Aksel Brink", count: 4 },
          { label: "Greta Lund", count: 3 },
        ],
        none: 1,
      },
    });
    for (const { value, count } of search.facets.assertions.values) {
      expect(await quotesThat(`{ publisher: ["Osterby Echo"], assertions: [${value}] }`)).toHaveLength(count);
    }
  });
});

describe("a person", () => {
  it("has what others said on their behalf apart from their own words", async () => {
    const { person } = await data(
      `{ person(name: "Greta Lund") { quotes { totalCount } saidOnBehalf { nodes { text } } } }`,
    );
    expect(person.quotes.totalCount).toBe(3);
    expect(person.saidOnBehalf.nodes).toEqual([{ text: "The dust will settle on every roof in Osterby" }]);
  });
});
