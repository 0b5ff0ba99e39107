import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { Cluster } from "../../../../src/store/opensearch/cluster/cluster.ts";

const SEARCH = { method: "POST", path: "/quay-chunks/_search", body: { query: { term: { own: "herring" } } } } as const;

/** Nodes at addresses of their own, and the cluster that they are. */
async function clusterOf(...nodes: readonly RequestListener[]): Promise<Cluster> {
  const servers = nodes.map((node) => createServer(node).listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => once(server, "listening")));
  const urls = servers.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const cluster = new Cluster({ urls, user: null, password: null, certificate: null });
  onTestFinished(async () => {
    await cluster.close();
    for (const server of servers) server.closeAllConnections();
    for (const server of servers) server.close();
  });
  return cluster;
}

const tell = (response: ServerResponse, status: number, body: object) =>
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

const isSearch = ({ url = "" }: IncomingMessage) => url.includes("/_search");

/** A cluster whose one node answers with these in turn, the last again and again; and how often it was asked. */
async function answering(...answers: readonly { readonly status: number; readonly body: object }[]) {
  let asked = 0;
  const cluster = await clusterOf((_, response) => {
    const { status, body } = answers[Math.min(asked++, answers.length - 1)] as (typeof answers)[number];
    tell(response, status, body);
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

  it("is made again while a cluster has no manager, or has just started", async () => {
    const blocked = { error: { type: "cluster_block_exception", reason: "blocked by: [SERVICE_UNAVAILABLE/1/...];" } };
    const { cluster, asked } = await answering({ status: 503, body: blocked }, { status: 200, body: { took: 1 } });
    expect(await cluster.request(SEARCH)).toEqual({ took: 1 });
    expect(asked()).toBe(2);
  });

  it("goes to a node that has failed as soon as that is back", async () => {
    let isDead = true;
    const asked = { ada: 0, bo: 0 };
    const node =
      (name: "ada" | "bo"): RequestListener =>
      (request, response) => {
        if (name === "ada" && isDead) return void request.socket.destroy();
        if (isSearch(request)) asked[name] += 1;
        tell(response, 200, { took: 1, nodes: { [name]: {} } });
      };
    const cluster = await clusterOf(node("ada"), node("bo"));
    for (let i = 0; i < 4; i++) await cluster.request(SEARCH);
    expect(asked).toEqual({ ada: 0, bo: 4 });
    isDead = false;
    await vi.waitFor(
      async () => {
        await cluster.request(SEARCH);
        expect(asked.ada).toBeGreaterThan(0);
      },
      { timeout: 10_000 },
    );
  });

  it("is ended at a node that has not answered when another has", async () => {
    const asked: ServerResponse[] = [];
    const node: RequestListener = (request, response) => {
      if (isSearch(request)) asked.push(response);
      if (asked.length !== 1) tell(response, 200, { took: 1, nodes: {} });
    };
    const cluster = await clusterOf(node, node);
    expect(await cluster.request(SEARCH)).toMatchObject({ took: 1 });
    const [late] = asked as [ServerResponse];
    if (!late.closed) await once(late, "close");
    expect(asked).toHaveLength(2);
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
