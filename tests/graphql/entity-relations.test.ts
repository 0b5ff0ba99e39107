import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type GraphqlServer, startGraphqlServer } from "./graphql-server.ts";
import { MANY, RAILWAY, TALKS } from "./talks-fixture.ts";

let server: GraphqlServer;

beforeAll(async () => {
  server = await startGraphqlServer([TALKS, RAILWAY, ...MANY]);
});

afterAll(() => server?.close());

async function data(query: string, variables?: Readonly<Record<string, unknown>>) {
  const answer = await server.ask(query, variables);
  expect(answer.errors).toBeUndefined();
  return answer.data;
}

describe("people, organizations and places", () => {
  it("tell when a person was quoted, and what they speak of more than others", async () => {
    const { person } = await data(`{ person(name: "Teodor Maravin") {
      timeline { period quotes } years: timeline(unit: YEAR) { period quotes } topics { phrase quotes weight } } }`);
    expect(person.timeline).toEqual([
      { period: "2024-03", quotes: 2 },
      { period: "2024-05", quotes: 1 },
    ]);
    expect(person.years).toEqual([{ period: "2024", quotes: 3 }]);
    const phrases = person.topics.map(({ phrase }: { phrase: string }) => phrase);
    expect(phrases).toEqual(expect.arrayContaining([expect.stringMatching(/railway|freight|tourism/i)]));
    for (const { weight } of person.topics) expect(weight).toBeGreaterThan(0);
  });

  it("tell whom and what they are mentioned with", async () => {
    const { entities } = await data(
      `{ entities(query: "nato") { nodes { name mentionedWith { articles entity { name } } } } }`,
    );
    const others = entities.nodes[0].mentionedWith.map(({ entity }: { entity: { name: string } }) => entity.name);
    expect(others).toEqual(expect.arrayContaining(["Teodor Maravin", "Viktor Orlanov", "Velmora"]));
    expect(others).not.toContain("NATO");
  });

  it("list the quotes that mention them, as the filter `mentions` does", async () => {
    const { entities, quotes } = await data(`{
      entities(query: "nato") { nodes { mentionedIn { totalCount nodes { id } } } }
      quotes(filter: { mentions: ["NATO"] }) { nodes { id } } }`);
    expect(entities.nodes[0].mentionedIn.nodes).toEqual(quotes.nodes);
  });

  it("are found though their names are misspelled", async () => {
    const { people } = await data(`{ people(query: "Teodorr Maravinn") { nodes { name } } }`);
    expect(people.nodes).toEqual([{ name: "Teodor Maravin" }]);
  });

  it("ask the store as often for twenty people as for one", async () => {
    const query = `query ($first: Int) { people(query: "speaker", first: $first) { nodes {
      topics(first: 3) { phrase } timeline { quotes } mentionedWith(first: 3) { entity { name } } } } }`;
    const callsFor = async (first: number): Promise<number> => {
      const before = server.storeCalls();
      const { people } = await data(query, { first });
      expect(people.nodes).toHaveLength(first);
      return server.storeCalls() - before;
    };
    await callsFor(1);
    expect(await callsFor(20)).toBe(await callsFor(1));
  });

  it("refuse a number out of range", async () => {
    const { errors } = await server.ask(`{ person(name: "Teodor Maravin") { topics(first: 0) { phrase } } }`);
    expect(errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });
});
