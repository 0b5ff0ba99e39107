import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Cluster } from "../../src/store/opensearch/cluster.ts";
import { openStore } from "../../src/store/opensearch/open-opensearch-store.ts";
import type { QuoteStore, QuoteStoreWriter } from "../../src/store/quote-store.ts";
import { articleFrom, DIMENSIONS } from "../store/article-fixture.ts";
import { rankAll } from "../store/rank-all.ts";
import { openEmpty } from "./empty-index.ts";
import { testPlace } from "./test-place.ts";

const place = testPlace("lost-node", DIMENSIONS);
/** Some six documents each. */
const ARTICLES = Math.ceil(300 * Number(process.env.VERBATIM_PROPERTY_SHARE ?? 1));
const PIDS = (process.env.OPENSEARCH_PIDS ?? "").split(",").map(Number);

const sketch = (i: number) =>
  articleFrom({
    key: `boat ${i}`,
    passages: [{ words: `Boat ${i} will sail at dawn.`, by: "Ada Voss" }, { words: `It carries ${i} barrels.` }],
    entities: [{ name: "Ada Voss" }],
  });

describe("a cluster of three that loses its manager with all that it held", () => {
  let writer: QuoteStoreWriter;
  let reader: QuoteStore;
  beforeAll(async () => {
    writer = await openEmpty(place);
    await writer.reset();
    reader = await openStore(place);
  });
  afterAll(async () => {
    await writer.close();
    await reader.close();
  });

  it("loses no write that was acknowledged, and fails no reader", async () => {
    const reading = readUntil(reader, () => done);
    let done = false;
    for (let i = 0; i < ARTICLES; i++) {
      if (i === Math.floor(ARTICLES / 3)) {
        await untilGreen();
        process.kill(await managerPid(), "SIGKILL");
      }
      await writer.put(sketch(i));
    }
    done = true;
    const { reads, longestMs } = await reading;
    expect(reads).toBeGreaterThan(0);
    process.stdout.write(`${ARTICLES} articles written, ${reads} searches beside, the longest ${longestMs} ms\n`);
    const expected = Array.from({ length: ARTICLES }, (_, i) => sketch(i).article);
    expect(await reader.articles(expected.map(({ id }) => id))).toEqual(expected);
    expect(await reader.info()).toMatchObject({
      articles: ARTICLES,
      chunks: 2 * ARTICLES,
      quotes: ARTICLES,
      people: 1,
    });
    const [ada] = (await reader.listEntities({}, { first: 1, after: null })).items;
    expect(ada?.value).toMatchObject({ articleCount: ARTICLES, quoteCount: ARTICLES });
  });
});

/** Searches one after the other; the first that fails fails the test. */
async function readUntil(store: QuoteStore, isDone: () => boolean) {
  let [reads, longestMs] = [0, 0];
  await new Promise(setImmediate);
  while (!isDone()) {
    const began = performance.now();
    await rankAll(store, { words: ["sail", "barrels"] }, { first: 10 });
    longestMs = Math.max(longestMs, Math.round(performance.now() - began));
    reads += 1;
  }
  return { reads, longestMs };
}

/** Each part of the index has its copy: one that is lost before it has is lost. */
async function untilGreen(): Promise<void> {
  const cluster = new Cluster(place.address);
  await cluster.request({
    method: "GET",
    path: "/_cluster/health",
    querystring: { wait_for_status: "green", timeout: "60s" },
  });
  await cluster.close();
}

async function managerPid(): Promise<number> {
  const cluster = new Cluster(place.address);
  const [manager] = await cluster.request<readonly { readonly node: string }[]>({
    method: "GET",
    path: "/_cat/cluster_manager",
    querystring: { format: "json", h: "node" },
  });
  await cluster.close();
  const pid = PIDS[Number(manager?.node.replace("node", "")) - 1];
  if (pid === undefined) throw new Error("The process of the manager is not known.");
  return pid;
}
