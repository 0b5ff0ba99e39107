import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { openStore } from "../../../src/store/open-store.ts";

/** Servers that are no cluster, or none that lets us in. */
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function answering(status: number, body: object): Promise<string> {
  const server = createServer((_, response) => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  }).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const open = (url: string, settings: { readonly user?: string; readonly certificatePath?: string } = {}) =>
  openStore(
    {
      store: "opensearch",
      dataDirectory: "",
      cluster: {
        urls: [url],
        user: settings.user ?? null,
        password: "harbour",
        certificatePath: settings.certificatePath ?? null,
        prefix: "quay",
        shards: 1,
        replicas: 0,
      },
    },
    { model: "example/model", dimensions: 8 },
  );

describe("a store in a cluster", () => {
  it("says where nothing answers, and what to do", async () => {
    const url = await answering(200, {});
    servers.splice(0).forEach((server) => void server.close());
    await expect(open(url)).rejects.toMatchObject({
      code: "BAD_SETTING",
      message: expect.stringContaining(`OpenSearch does not answer at ${url}`),
    });
  });

  it("says that a user is wanted, or which one is refused, and never shows the password", async () => {
    const url = await answering(401, { error: "Unauthorized" });
    await expect(open(url)).rejects.toMatchObject({
      code: "BAD_SETTING",
      message: `OpenSearch at ${url} wants a user and a password. Set OPENSEARCH_USER and OPENSEARCH_PASSWORD.`,
    });
    const refused = await open(url, { user: "edda" }).catch((error: unknown) => String(error));
    expect(refused).toContain("does not let in the user edda");
    expect(refused).not.toContain("harbour");
  });

  it.each(["cluster_block_exception", "index_create_block_exception"])(
    "says that its disks are full where it refuses by that, and does not ask for a user (%s)",
    async (type) => {
      const url = await answering(403, { error: { type, reason: "blocked by: [FORBIDDEN/10/...];" }, status: 403 });
      await expect(open(url)).rejects.toMatchObject({ code: "DISK_FULL" });
    },
  );

  it.each([
    ["an older one", { number: "2.11.0", distribution: "opensearch" }, "opensearch 2.11.0"],
    ["another server", { number: "8.1.0" }, "another server 8.1.0"],
  ])("says which version is needed where %s answers", async (_, version, named) => {
    const url = await answering(200, { version });
    await expect(open(url)).rejects.toMatchObject({
      code: "BAD_SETTING",
      message: `What answers at ${url} is ${named}. Verbatim needs OpenSearch 3 or newer with its k-NN plugin.`,
    });
  });

  it("names a certificate that cannot be read", async () => {
    await expect(open("https://127.0.0.1:1", { certificatePath: "/nowhere/ca.pem" })).rejects.toMatchObject({
      code: "BAD_SETTING",
      message: "OPENSEARCH_CA names /nowhere/ca.pem, which cannot be read.",
    });
  });
});
