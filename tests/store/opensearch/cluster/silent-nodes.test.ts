import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { SilentNodes } from "../../../../src/store/opensearch/cluster/silent-nodes.ts";

const NAMES = ["ada", "bo", "cy"] as const;

/** Servers that answer as nodes of one cluster do: who they are, and who belongs to it. */
async function threeNodes() {
  const silent = new Set<string>();
  let asked = 0;
  const answer = (name: string, path: string, response: ServerResponse) => {
    asked += 1;
    if (silent.has(name)) return;
    const known = path.startsWith("/_nodes/_local") ? [name] : [...NAMES, "dee"];
    const nodes = Object.fromEntries(known.map((id) => [id, {}]));
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ nodes }));
  };
  const servers = NAMES.map((name) => createServer(({ url = "" }, response) => answer(name, url, response)));
  onTestFinished(() => {
    for (const server of servers) server.closeAllConnections();
  });
  for (const server of servers) await once(server.listen(0, "127.0.0.1"), "listening");
  const urls = servers.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const nodes = new SilentNodes(urls, {});
  onTestFinished(() => nodes.close());
  await nodes.look();
  const connections = urls.map((url) => ({ url: new URL(url) }));
  const chosen = () => new Set(connections.map(() => urls.indexOf(nodes.choose(connections).url.origin)));
  return { nodes, silent, chosen, asked: () => asked };
}

describe("nodes that say nothing", () => {
  it("are none where all answer: each is chosen in turn", async () => {
    const { nodes, chosen } = await threeNodes();
    expect(nodes.preference).toBeNull();
    expect(chosen()).toEqual(new Set([0, 1, 2]));
  });

  it("are asked last, and so is what they keep, until they answer again", async () => {
    const { nodes, silent, chosen } = await threeNodes();
    silent.add("bo");
    await nodes.look();
    expect(nodes.preference).toBe("_prefer_nodes:ada,cy,dee");
    expect(chosen()).toEqual(new Set([0, 2]));
    silent.delete("bo");
    await vi.waitFor(() => expect(nodes.preference).toBeNull(), { timeout: 10_000 });
    expect(chosen()).toEqual(new Set([0, 1, 2]));
  });

  it("are all asked as ever where none answers: then it is the machine that is busy", async () => {
    const { nodes, silent, chosen } = await threeNodes();
    for (const name of NAMES) silent.add(name);
    await nodes.look();
    expect(nodes.preference).toBeNull();
    expect(chosen()).toEqual(new Set([0, 1, 2]));
  });

  it("are not looked for any more when it is closed, which waits for the look that is under way", async () => {
    const { nodes, silent, asked } = await threeNodes();
    silent.add("bo");
    let hasLooked = false;
    const looking = nodes.look().then(() => {
      hasLooked = true;
    });
    await nodes.close();
    expect(hasLooked).toBe(true);
    await looking;
    const before = asked();
    await nodes.look();
    expect(asked()).toBe(before);
  });

  it("can't be told apart behind one address", async () => {
    const nodes = new SilentNodes(["http://127.0.0.1:1"], {});
    await nodes.look();
    expect(nodes.preference).toBeNull();
    await nodes.close();
  });
});
