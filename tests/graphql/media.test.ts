import { afterAll, beforeAll, expect, it } from "vitest";
import { QUARRY } from "../quarry-articles.ts";
import { articleFrom } from "../store/article-fixture.ts";
import { type GraphqlServer, startGraphqlServer } from "./graphql-server.ts";

const COUNCIL = articleFrom({
  key: "council",
  recordedAt: "https://media.example/council.mp4",
  entities: [{ name: "Edda Falk" }],
  passages: [{ words: "The meeting was opened." }, { words: "The swimming pool stays open.", by: "Edda Falk" }],
});

let server: GraphqlServer;

beforeAll(async () => {
  server = await startGraphqlServer([QUARRY, COUNCIL]);
});

afterAll(() => server?.close());

it("tells of a quote and of a hit when their words are heard, and opens the recording there", async () => {
  const { data } = await server.ask(
    `{ search(query: "swimming pool", first: 1) { nodes { media { url start end } quote { media { url start end } } } } }`,
  );
  const media = { url: "https://media.example/council.mp4#t=10,20", start: 10, end: 20 };
  expect(data.search.nodes).toEqual([{ media, quote: { media } }]);
});

it("tells of none for what is no recording", async () => {
  const { data } = await server.ask(
    `{ quotes(first: 1, filter: { speaker: ["Lund"] }) { nodes { media { start } } } }`,
  );
  expect(data.quotes.nodes).toEqual([{ media: null }]);
});
