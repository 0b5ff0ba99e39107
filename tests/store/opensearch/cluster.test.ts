import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import { Cluster } from "../../../src/store/opensearch/cluster.ts";

const SEARCH = { method: "POST", path: "/quay-chunks/_search", body: { query: { term: { own: "herring" } } } } as const;

/** A cluster whose one node answers with these in turn, the last again and again; and how often it was asked. */
async function answering(...answers: readonly { readonly status: number; readonly body: object }[]) {
  let asked = 0;
  const server = createServer((_, response) => {
    const { status, body } = answers[Math.min(asked++, answers.length - 1)] as (typeof answers)[number];
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const cluster = new Cluster({ urls: [url], user: null, password: null, certificate: null });
  onTestFinished(async () => {
    await cluster.close();
    server.close();
  });
  return { cluster, asked: () => asked };
}

const failure = (type: string) => ({
  error: {
    type: "search_phase_execution_exception",
    reason: "",
    failed_shards: [],
    caused_by: { type, reason: "[ada]" },
  },
});

describe("a request to a cluster", () => {
  it.each([
    ["node_not_connected_exception", 500],
    ["search_context_missing_exception", 404],
  ])("is made again where a node was lost in the middle of it (%s)", async (type, status) => {
    const { cluster, asked } = await answering({ status, body: failure(type) }, { status: 200, body: { took: 1 } });
    expect(await cluster.request(SEARCH)).toEqual({ took: 1 });
    expect(asked()).toBe(2);
  });

  it("is not made again where it is wrong, and its failure does not tell what was asked", async () => {
    const { cluster, asked } = await answering({ status: 500, body: failure("script_exception") });
    const failed = await cluster.request(SEARCH).catch((error: unknown) => error);
    expect(failed).toMatchObject({ statusCode: 500 });
    expect(inspect(failed, { depth: null })).not.toContain("herring");
    expect(JSON.stringify(failed)).not.toContain("herring");
    expect(asked()).toBe(1);
  });
});
