import { afterAll, beforeAll, expect, it } from "vitest";
import { LEAFLET, QUARRY } from "../quarry-articles.ts";
import { type Answer, type GraphqlServer, startGraphqlServer } from "./graphql-server.ts";

let server: GraphqlServer;

beforeAll(async () => {
  server = await startGraphqlServer([QUARRY, LEAFLET]);
});

afterAll(() => server?.close());

const SUBSCRIPTION = `subscription ($text: String!, $notes: [DraftNote!]) { draftChecked(text: $text, notes: $notes) {
  draft { title text paragraphs { start end } } checked total unchecked summary
  quotes { text start verdict needsALook source { isNote quote { id } article { title } } } } }`;

const ALTERED = "“We shall blast the granite only on Sundays,” said Aksel Brink.";

/** What a subscription is told, event by event. */
async function eventsOf(query: string, variables: Readonly<Record<string, unknown>>): Promise<readonly Answer[]> {
  const response = await subscribeTo(query, variables);
  expect(response.headers.get("Content-Type")).toMatch(/^text\/event-stream/);
  expect(response.headers.get("X-Accel-Buffering")).toBe("no");
  const blocks = (await response.text()).split("\n\n");
  expect(blocks.at(-2)).toBe("event: complete\ndata:");
  return blocks.flatMap((block) => {
    const data = /^event: next\ndata: (.*)$/s.exec(block)?.[1];
    return data === undefined ? [] : [JSON.parse(data) as Answer];
  });
}

const subscribeTo = (query: string, variables: Readonly<Record<string, unknown>>, headers = {}): Promise<Response> =>
  fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "text/event-stream", ...headers },
    body: JSON.stringify({ query, variables }),
  });

it("tells of the draft as it was read, then of its quotes as they are checked", async () => {
  const text = `The pit\n\n${Array.from({ length: 20 }, () => ALTERED).join("\n\n")}`;
  const [first, ...others] = (await eventsOf(SUBSCRIPTION, { text })).map(({ data }) => data.draftChecked);
  expect(first).toMatchObject({ draft: { title: "The pit", text }, checked: 0, total: 20, quotes: [], summary: null });
  expect(others.map(({ draft }) => draft)).toEqual(others.map(() => null));
  expect(others.length).toBeGreaterThan(1);
  expect(others.at(-1)).toMatchObject({ checked: 20, summary: "20 quotes: 20 altered. 20 need a look." });
  const starts = others.flatMap(({ quotes }) => quotes.map(({ start }: { readonly start: number }) => start));
  expect(starts).toEqual([...text.matchAll(/We shall/g)].map(({ index }) => index));
});

it("tells the same as the query does", async () => {
  const text = `${ALTERED}\n\n“The dust of the moon is blue,” said Greta Lund.`;
  const told = await eventsOf(SUBSCRIPTION, { text });
  const asked = await server.ask(
    "query ($text: String!) { verifyDraft(text: $text) { summary quotes { text start verdict needsALook source { isNote quote { id } article { title } } } } }",
    { text },
  );
  expect(told.flatMap(({ data }) => data.draftChecked.quotes)).toEqual(asked.data.verifyDraft.quotes);
  expect(told.at(-1)?.data.draftChecked.summary).toBe(asked.data.verifyDraft.summary);
});

it("takes notes for sources, each in the format that its name tells", async () => {
  const text = "“The crane has not moved since the frost,” said Greta Lund.";
  const notes = [
    {
      name: "pit.vtt",
      text: "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Greta Lund>The crane has not moved since the frost.\n",
    },
  ];
  const [plain] = (await eventsOf(SUBSCRIPTION, { text })).slice(-1);
  const [noted] = (await eventsOf(SUBSCRIPTION, { text, notes })).slice(-1);
  expect(plain?.data.draftChecked.quotes[0]).toMatchObject({ verdict: "NOT_FOUND", needsALook: true });
  expect(noted?.data.draftChecked.quotes[0]).toMatchObject({
    verdict: "VERBATIM",
    needsALook: false,
    source: { isNote: true, quote: null, article: { title: "pit.vtt" } },
  });
});

it.each([
  ["an empty draft", { text: " " }, "The draft is empty"],
  ["notes of another kind", { text: ALTERED, notes: [{ name: "pit.png", text: "x" }] }, "pit.png can't be read"],
  ["notes without a word", { text: ALTERED, notes: [{ name: "pit.txt", text: " " }] }, "pit.txt is empty"],
  [
    "more notes than are taken",
    { text: ALTERED, notes: Array.from({ length: 21 }, () => ({ name: "a.txt", text: "b" })) },
    "at most 20",
  ],
  [
    "notes that are too long",
    { text: ALTERED, notes: [{ name: "a.txt", text: "gulls ".repeat(90_000) }] },
    "at most 500,000",
  ],
])("says in a sentence what is wrong with %s", async (_, variables, sentence) => {
  const { errors } = (await eventsOf(SUBSCRIPTION, variables)).at(-1) as Answer;
  expect(errors?.[0]?.message).toContain(sentence);
  expect(JSON.stringify(errors)).not.toContain("stack");
});

it.each([
  ["what is no subscription", "{ index { articles } }", "Only subscriptions are told as events"],
  ["a field that there is not", "subscription { weather }", "weather"],
  ["what is no GraphQL", "subscription {", "Syntax Error"],
  [
    "two operations without a name",
    'subscription A { draftChecked(text: "a") { total } } query B { index { articles } }',
    "Only subscriptions",
  ],
])("refuses %s", async (_, query, sentence) => {
  const [answer] = await eventsOf(query, {});
  expect(answer?.errors?.[0]?.message).toContain(sentence);
});

it("says how to subscribe to who asks as for a query", async () => {
  const { errors } = await server.ask(SUBSCRIPTION, { text: ALTERED });
  expect(errors).toMatchObject([{ message: expect.stringContaining("Accept: text/event-stream") }]);
});

it("does not answer who sends no JSON, as pages of other sites may without asking", async () => {
  const response = await subscribeTo(SUBSCRIPTION, { text: ALTERED }, { "Content-Type": "text/plain" });
  expect(response.status).toBe(400);
});

it("holds no connection for later", async () => {
  const response = await fetch(`${server.url}/graphql`, { method: "PUT", headers: { Accept: "text/plain" } });
  expect(response.status).toBeGreaterThanOrEqual(400);
});
