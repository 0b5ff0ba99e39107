import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import express from "express";
import { getIntrospectionQuery } from "graphql";
import { pino } from "pino";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { createDraftChecker } from "../../src/draft/draft-checker.ts";
import { createGraphqlEndpoint } from "../../src/graphql/graphql-endpoint.ts";
import { playgroundRoutes } from "../../src/graphql/playground-routes.ts";
import { createSearch } from "../../src/search/create-search.ts";
import { serveRouter } from "../serve-router.ts";
import { type GraphqlServer, post, serve, startGraphqlServer } from "./graphql-server.ts";
import { TALKS } from "./talks-fixture.ts";

let server: GraphqlServer;

beforeAll(async () => {
  server = await startGraphqlServer([TALKS]);
});

afterAll(() => server?.close());

const send = (path: string, init?: RequestInit) => fetch(`${server.url}${path}`, init);

it("tells its schema, for tools that read it", async () => {
  const { data, errors } = await server.ask(getIntrospectionQuery());
  expect(errors).toBeUndefined();
  expect(data.__schema.queryType.name).toBe("Query");
});

/** Where an endpoint answers that tells nothing of its schema. */
async function silentEndpoint(): Promise<string> {
  const { store } = server;
  const search = createSearch({ store, embedder: neverAsked });
  const parts = { store, search, drafts: createDraftChecker({ search }), onOperation: () => {} };
  const logger = pino({ level: "silent" });
  const http = await serveRouter(await createGraphqlEndpoint({ answering: () => parts, logger, introspection: false }));
  onTestFinished(() => http.close());
  return http.url;
}

it("where the schema is not to be told, says so, and whom it is set by", async () => {
  const { errors } = await post(await silentEndpoint(), { query: "{ __schema { types { name } } }" });
  expect(errors).toMatchObject([
    {
      message: "This server does not tell its schema: VERBATIM_INTROSPECTION is off.",
      extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
    },
  ]);
});

it.each([
  ["a query", "{ indx { articles } }", "application/json"],
  ["a subscription", "subscription { draftCheck }", "text/event-stream"],
])(
  "where the schema is not to be told, nobody who guesses at it is helped by the errors of %s",
  async (_, query, Accept) => {
    const headers = { "Content-Type": "application/json", Accept };
    const guess = async (url: string) => {
      const response = await fetch(`${url}/graphql`, { method: "POST", headers, body: JSON.stringify({ query }) });
      return response.text();
    };
    const told = await guess(await silentEndpoint());
    expect(told).toContain("Cannot query field");
    expect(told).not.toContain("Did you mean");
    expect(await guess(server.url)).toContain("Did you mean");
  },
);

it.each([
  ["no JSON", "{", "application/json", 400, "is not JSON"],
  ["more than 2 MB", JSON.stringify({ query: "x".repeat(2_200_000) }), "application/json", 413, "longer than"],
  ["another character set", "{}", "application/json; charset=koi8", 415, "could not be read"],
])("tells in JSON that a body is %s", async (_what, body, type, status, sentence) => {
  const response = await send("/graphql", { method: "POST", headers: { "Content-Type": type }, body });
  expect(response.status).toBe(status);
  const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
  expect(errors[0]?.message).toContain(sentence);
  expect(errors[0]?.extensions.code).toMatch(/^[A-Z_]+$/);
});

it("hides what went wrong inside, and logs it", async () => {
  const directory = mkdtempSync(join(tmpdir(), "verbatim-log-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const lines: string[] = [];
  const log = new Writable({ write: (line, _encoding, done) => done(void lines.push(String(line))) });
  const broken = new Proxy(server.store, {
    get: (store, name) =>
      name === "info" ? () => Promise.reject(new Error("secret path")) : Reflect.get(store, name, store),
  });
  const { url, close } = await serve(broken, createSearch({ store: broken, embedder: neverAsked }), pino(log));
  const answer = await post(url, { query: "{ index { articles } }" });
  await close();

  expect(answer.errors?.[0]).toMatchObject({ extensions: { code: "INTERNAL_SERVER_ERROR" } });
  expect(JSON.stringify(answer)).not.toContain("secret");
  expect(JSON.stringify(answer)).not.toContain("stack");
  expect(lines.join("")).toContain("secret path");
});

it("says how to build the Playground where it is not built", async () => {
  const http = express().use(playgroundRoutes("/nowhere/")).listen(0, "127.0.0.1");
  onTestFinished(() => void http.close());
  await once(http, "listening");
  const response = await fetch(`http://127.0.0.1:${(http.address() as AddressInfo).port}/graphql`, {
    headers: { Accept: "text/html" },
  });
  expect(response.status).toBe(503);
  expect(await response.text()).toContain("npm run build");
});

/** No question of these tests gets as far as the model. */
const neverAsked = {
  model: "none",
  dimensions: 384,
  maxTokens: 256,
  isAway: false,
  embed: async () => [],
  embedQuery: async () => new Float32Array(384),
  countTokens: async () => [],
  close: async () => {},
};
