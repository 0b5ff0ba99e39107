import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openRealIndex, type RealIndex } from "../real-index.ts";
import { articleFrom } from "../store/article-fixture.ts";

/** The same words in another order. */
const WANTED = "A second ferry sails to the island each morning";
const SAID = "Each morning to the island sails a second ferry";
const SAID_NEAR_IT = "The ferry to the island needs a second bridge, and more than paint.";

/** Wanted in the newer article, said in the older one. */
const ARTICLES = [
  articleFrom({
    key: "wanted",
    publishedAt: "2024-05-02T00:00:00.000Z",
    entities: [{ name: "Ida Moen" }],
    passages: [
      { words: WANTED, by: "Ida Moen", quoteKind: "INDIRECT", reports: "ATTITUDE" },
      { words: SAID_NEAR_IT, by: "Ida Moen" },
    ],
  }),
  articleFrom({
    key: "said",
    publishedAt: "2024-05-01T00:00:00.000Z",
    entities: [{ name: "Per Vik" }],
    passages: [{ words: SAID, by: "Per Vik" }],
  }),
];

let index: RealIndex;

beforeAll(async () => {
  index = await openRealIndex(ARTICLES);
});

afterAll(() => index?.close());

const find = (query: string) =>
  index.search.search({ query, mode: "LEXICAL", kinds: ["QUOTE"], filter: {}, first: 5, after: null });

describe("what is only wanted", () => {
  it("comes behind the same words said, and says why in its trace, of which the sum is the score", async () => {
    const { hits } = await find("second ferry island morning");
    expect(hits.map(({ hit }) => hit.chunk.text).slice(0, 2)).toEqual([SAID, WANTED]);
    const [said, wanted] = hits.map(({ hit }) => hit.trace);
    const against = (trace: typeof said) => trace?.signals.filter(({ signal }) => signal === "ATTITUDE") ?? [];
    expect(against(said)).toEqual([]);
    expect(against(wanted)).toMatchObject([{ raw: 1, normalized: 1, weight: -0.3 }]);
    const sum = wanted?.signals.reduce((total, { normalized, weight }) => total + normalized * weight, 0);
    expect((sum ?? 0) + (wanted?.base ?? 0)).toBeCloseTo(wanted?.total ?? 0);
  });

  it("comes behind whatever they said on the matter, where somebody's words are asked for", async () => {
    const { hits } = await find("what did Ida Moen say about a second ferry to the island");
    const ofMoen = hits.map(({ hit }) => hit.chunk.text).filter((text) => text !== SAID);
    expect(ofMoen).toEqual([SAID_NEAR_IT, WANTED]);
  });

  it("answers where nothing was said", async () => {
    const { hits, reading } = await find("what did Ida Moen say about each morning");
    expect(reading.speakersAre).toBe("BOOST");
    expect(hits[0]?.hit.chunk.text).toBe(WANTED);
  });

  it("keeps its place in a list that goes by date alone", async () => {
    const { hits } = await find('speaker:"Ida Moen"');
    expect(hits[0]?.hit.trace.signals.map(({ signal }) => signal)).not.toContain("ATTITUDE");
  });
});
