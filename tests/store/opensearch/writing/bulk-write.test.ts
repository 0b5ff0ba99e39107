import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, it, onTestFinished } from "vitest";
import { Cluster } from "../../../../src/store/opensearch/cluster/cluster.ts";
import { Indices } from "../../../../src/store/opensearch/indices.ts";
import { writeAll } from "../../../../src/store/opensearch/writing/bulk-write.ts";
import type { WriteOperation } from "../../../../src/store/opensearch/writing/write-operation.ts";

/** Three requests' worth, of which two are under way at a time. */
const DOCUMENTS = Array.from(
  { length: 600 },
  (_, i): WriteOperation => ({ kind: "entities", id: `e${i}`, document: { name: `Boat ${i}` } }),
);

const TOO_MUCH_TO_DO = { status: 429, error: { type: "rejected_execution_exception", reason: "queue is full" } };
const BROKEN = { status: 400, error: { type: "mapper_parsing_exception", reason: "no such field" } };

interface BulkRequest {
  /** Of its first document. */
  readonly first: string;
  readonly answer: (item: object) => void;
}

/** A cluster that is written to, and what is asked of it. */
async function written(onBulk: (request: BulkRequest) => void): Promise<Indices> {
  const server = createServer(async (request, response) => {
    const lines = (await text(request)).trim().split("\n");
    const actions = lines.filter((_, i) => i % 2 === 0);
    const { index } = JSON.parse(actions[0] ?? "{}") as { readonly index: { readonly _id: string } };
    const items = (item: object) => actions.map(() => ({ index: item }));
    onBulk({ first: index._id, answer: (item) => tell(response, items(item)) });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const cluster = new Cluster({ urls: [url], user: null, password: null, certificate: null });
  onTestFinished(async () => {
    await cluster.close();
    server.close();
  });
  return new Indices(cluster, "quay", 1_000);
}

const tell = (response: ServerResponse, items: readonly object[]) =>
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ errors: true, items }));

describe("writing many documents", () => {
  it("ends as a whole where one is refused: what another request was told to bring again later is not", async () => {
    const asked: string[] = [];
    let refuseFirst = () => {};
    const indices = await written(({ first, answer }) => {
      asked.push(first);
      if (first === "e0") refuseFirst = () => answer(TOO_MUCH_TO_DO);
      else {
        answer(BROKEN);
        refuseFirst();
      }
    });
    const writing = writeAll(indices, { documents: DOCUMENTS, rejoined: [] }, 1);
    await expect(writing).rejects.toThrow("mapper_parsing_exception: no such field");
    expect(asked).toEqual(["e0", "e250"]);
  });
});
