import { createHash } from "node:crypto";
import { serverAudits } from "graphql-http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type GraphqlServer, startGraphqlServer } from "./graphql-server.ts";
import { TALKS } from "./talks-fixture.ts";

const QUERY = "{ index { articles } }";
const ANSWER = { data: { index: { articles: 1 } } };
const JSON_TYPE = "application/json";
const GRAPHQL_JSON = "application/graphql-response+json";

let server: GraphqlServer;

beforeAll(async () => {
  server = await startGraphqlServer([TALKS]);
});

afterAll(() => server?.close());

function get(parameters: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) {
  return fetch(`${server.url}/graphql?${new URLSearchParams(parameters)}`, { headers });
}

const post = (body: unknown, accept: string) =>
  fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "Content-Type": JSON_TYPE, Accept: accept },
    body: JSON.stringify(body),
  });

describe("GraphQL over HTTP", () => {
  const audits = serverAudits({ url: () => `${server.url}/graphql` });

  it("has 61 audits of its specification", () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits)("keeps to the specification: $id $name", async (audit) => {
    expect(await audit.fn()).toMatchObject({ status: "ok" });
  });
});

describe("the status of an answer with errors", () => {
  it.each([
    ["a query that does not parse", { query: "{" }],
    ["an unknown field", { query: "{ nothing }" }],
    ["a variable that does not fit", { query: "query Q($id: ID!) { quote(id: $id) { text } }", variables: { id: {} } }],
    ["an operation that is not there", { query: "query A { index { articles } }", operationName: "B" }],
    [
      "a query that costs too much",
      { query: "{ articles(first: 100) { nodes { quotes(first: 100) { nodes { text kind id } } } } }" },
    ],
  ])("is 200 for %s as application/json, and 400 as a GraphQL response", async (_, body) => {
    expect((await post(body, JSON_TYPE)).status).toBe(200);
    expect((await post(body, GRAPHQL_JSON)).status).toBe(400);
  });

  it("is 400 for what is no GraphQL request, whatever is accepted", async () => {
    expect((await post({ variables: {} }, JSON_TYPE)).status).toBe(400);
    expect((await post({ variables: {} }, GRAPHQL_JSON)).status).toBe(400);
  });
});

describe("a query by GET", () => {
  it("is answered, for caches to keep for a minute and to ask about then", async () => {
    const response = await get({ query: QUERY });
    expect(await response.json()).toEqual(ANSWER);
    expect(response.headers.get("Cache-Control")).toBe("public, max-age=60");
    expect(response.headers.get("Vary")).toBe("Accept");
    const known = { "If-None-Match": response.headers.get("ETag") ?? "", "Cache-Control": "max-age=0" };
    expect((await get({ query: QUERY }, known)).status).toBe(304);
  });

  it("is kept by nobody when it fails, nor is a POST", async () => {
    expect((await get({ query: "{ nothing }" })).headers.get("Cache-Control")).toBe("no-store");
    expect((await post({ query: QUERY }, JSON_TYPE)).headers.get("Cache-Control")).toBe("no-store");
  });

  it("gives the Playground to a browser at the same address, and says that it does so by Accept", async () => {
    const response = await get({}, { Accept: "text/html" });
    expect(response.headers.get("Content-Type")).toContain("text/html");
    expect(response.headers.get("Vary")).toContain("Accept");
  });

  it.each([
    { "Sec-Fetch-Site": "cross-site" },
    { "Sec-Fetch-Site": "same-site" },
    { Origin: "https://evil.example" },
    { Origin: "null" },
  ])("is refused from another site's page, as told by %j", async (headers) => {
    const response = await get({ query: QUERY }, headers);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("Cross-Site Request Forgery");
  });

  it.each([{ "Sec-Fetch-Site": "same-origin" }, { "Sec-Fetch-Site": "none" }, { "Apollo-Require-Preflight": "1" }])(
    "is answered to our own page, to an address typed by hand, and to who proves it: %j",
    async (headers) => {
      expect((await get({ query: QUERY }, headers)).status).toBe(200);
    },
  );
});

describe("a persisted query", () => {
  const extensionsFor = (query: string) => ({
    persistedQuery: { version: 1, sha256Hash: createHash("sha256").update(query).digest("hex") },
  });

  it("is asked for by its hash alone once it was sent, by POST and by GET", async () => {
    const query = `${QUERY} # by hash`;
    const extensions = extensionsFor(query);
    const unknown = await post({ extensions }, JSON_TYPE);
    expect(await unknown.json()).toMatchObject({ errors: [{ extensions: { code: "PERSISTED_QUERY_NOT_FOUND" } }] });
    expect(await (await post({ query, extensions }, JSON_TYPE)).json()).toEqual(ANSWER);
    expect(await (await post({ extensions }, JSON_TYPE)).json()).toEqual(ANSWER);
    const response = await get({ extensions: JSON.stringify(extensions) });
    expect(await response.json()).toEqual(ANSWER);
    expect(response.headers.get("Cache-Control")).toBe("public, max-age=60");
  });

  it("that is not known yet is kept by no cache", async () => {
    const response = await get({ extensions: JSON.stringify(extensionsFor("{ index { quotes } }")) });
    expect(await response.json()).toMatchObject({ errors: [{ message: "PersistedQueryNotFound" }] });
    expect(response.headers.get("Cache-Control")).toBe("no-store");
  });

  it("is refused under another query's hash", async () => {
    const response = await post({ query: QUERY, extensions: extensionsFor("{ other }") }, GRAPHQL_JSON);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("does not match");
  });
});
