import express from "express";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { answeringRequests } from "../../src/app/answering.ts";
import { listen } from "../../src/http/listen.ts";
import { openScope, scopeOf } from "../../src/http/request-scope.ts";
import { openRealIndex, type RealIndex } from "../real-index.ts";
import { testEmbedder } from "../test-embedder.ts";

let index: RealIndex;
beforeAll(async () => {
  index = await openRealIndex([]);
});
afterAll(() => index?.close());

/** A server whose answer begins only when nobody waits for it any more, and what became of it then. */
async function serverThatAnswersTooLate() {
  const answering = answeringRequests({ store: index.store, models: { embedder: await testEmbedder(), tagger: null } });
  let tell: (outcome: unknown) => void;
  const outcome = new Promise<unknown>((resolve) => (tell = resolve));
  const http = express()
    .use(openScope(20))
    .get("/", (request) => {
      const { search, onOperation } = answering(request);
      onOperation("search");
      scopeOf(request).signal.addEventListener("abort", () => {
        const asked = { query: "herring", filter: {}, kinds: null, mode: "LEXICAL" as const, first: 1, after: null };
        search.search(asked).then(tell, tell);
      });
      expect(scopeOf(request).operation).toBe("search");
    });
  const { url, close } = await listen(http, { host: "127.0.0.1", port: 0 });
  onTestFinished(close);
  return { url, outcome };
}

it("begins nothing for a request that has ended", async () => {
  const { url, outcome } = await serverThatAnswersTooLate();
  expect((await fetch(url)).status).toBe(504);
  expect(await outcome).toMatchObject({ code: "TIMED_OUT" });
});
