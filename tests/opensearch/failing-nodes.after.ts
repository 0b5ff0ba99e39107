import { execFileSync } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { Cluster } from "../../src/store/opensearch/cluster.ts";
import { openStore } from "../../src/store/opensearch/open-opensearch-store.ts";
import type { QuoteStore, QuoteStoreWriter } from "../../src/store/quote-store.ts";
import { articleFrom, DIMENSIONS } from "../store/article-fixture.ts";
import { rankAll } from "../store/rank-all.ts";
import { openEmpty } from "./empty-index.ts";
import { testPlace } from "./test-place.ts";

const place = testPlace("failing", DIMENSIONS);
/** Puts of an article each, some six documents. */
const WRITES = Math.ceil(2_000 * Number(process.env.VERBATIM_PROPERTY_SHARE ?? 1));
/** How long a node says nothing. */
const SILENT_MS = 20_000;
const NODES = [1, 2, 3] as const;
/** Of the nodes in their order; one that is taken down cuts its node off. None where the machine does not allow it. */
const LINKS = (process.env.OPENSEARCH_LINKS ?? "").split(",").filter((link) => link !== "");

const sketch = (i: number) =>
  articleFrom({
    key: `boat ${i}`,
    passages: [{ words: `Boat ${i} will sail at dawn.`, by: "Ada Voss" }, { words: `It carries ${i} barrels.` }],
    entities: [{ name: "Ada Voss" }],
  });

describe("a cluster of three", () => {
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

  let written = 0;
  const write = async (count: number) => {
    for (const end = written + count; written < end; written++) await writer.put(sketch(written));
  };

  it("loses no write that was acknowledged, and fails no reader, while each of its nodes is killed in turn", async () => {
    const reading = new Reading(reader);
    for (const node of NODES) {
      await write(Math.ceil(WRITES / (NODES.length + 1)));
      await untilWhole();
      const { pid, isManager } = await nodeNumbered(node);
      process.kill(pid, "SIGKILL");
      say(`node${node} killed${isManager ? ", the manager" : ""}, after ${written} writes`);
    }
    await write(WRITES - written);
    say(`${written} writes; ${await reading.end()}`);
    await expectAllOf(reader, written);
  });

  it("goes on while a node says nothing, and has all when it is back", async () => {
    await untilWhole();
    const { pid } = await nodeNumbered(await otherThanManager());
    const reading = new Reading(reader);
    process.kill(pid, "SIGSTOP");
    onTestFinished(() => void process.kill(pid, "SIGCONT"));
    await Promise.all([write(20), wait(SILENT_MS)]);
    process.kill(pid, "SIGCONT");
    say(`a node was paused; ${await reading.end()}`);
    await untilWhole();
    await expectAllOf(reader, written);
  });

  it.skipIf(LINKS.length === 0)(
    "goes on while a node is cut off, be it the manager, and has all when it is back",
    async () => {
      await untilWhole();
      const reading = new Reading(reader);
      const link = LINKS[(await manager()) - 1] as string;
      execFileSync("ip", ["link", "set", link, "down"]);
      onTestFinished(() => void execFileSync("ip", ["link", "set", link, "up"]));
      await Promise.all([write(20), wait(SILENT_MS)]);
      execFileSync("ip", ["link", "set", link, "up"]);
      say(`the manager was cut off; ${await reading.end()}`);
      await untilWhole();
      await expectAllOf(reader, written);
    },
  );
});

async function expectAllOf(store: QuoteStore, count: number): Promise<void> {
  const expected = Array.from({ length: count }, (_, i) => sketch(i).article);
  expect(await store.articles(expected.map(({ id }) => id))).toEqual(expected);
  expect(await store.info()).toMatchObject({ articles: count, chunks: 2 * count, quotes: count, people: 1 });
  const [ada] = (await store.listEntities({}, { first: 1, after: null })).items;
  expect(ada?.value).toMatchObject({ articleCount: count, quoteCount: count });
}

/** Searches one after the other until it is ended; the first that fails fails the test. */
class Reading {
  readonly #times: number[] = [];
  readonly #all: Promise<void>;
  #isEnded = false;

  constructor(store: QuoteStore) {
    this.#all = this.#read(store);
    // It is told of when the reading is ended.
    this.#all.catch(() => {});
  }

  async end(): Promise<string> {
    this.#isEnded = true;
    await this.#all;
    const sorted = this.#times.sort((a, b) => a - b);
    const at = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
    return `${sorted.length} searches, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, the longest ${at(1)} ms`;
  }

  async #read(store: QuoteStore): Promise<void> {
    while (!this.#isEnded) {
      const began = performance.now();
      await rankAll(store, { words: ["sail", "barrels"] }, { first: 10 });
      this.#times.push(performance.now() - began);
    }
  }
}

async function ask<T>(path: string, querystring: Readonly<Record<string, string>>): Promise<T> {
  const cluster = new Cluster(place.address);
  try {
    return await cluster.request<T>({ method: "GET", path, querystring });
  } finally {
    await cluster.close();
  }
}

/** All nodes are there, and each part of the index has its copy: one that is lost before it has is lost. */
async function untilWhole(): Promise<void> {
  const wanted = { wait_for_status: "green", wait_for_nodes: "3", timeout: "30s" };
  const isWhole = () =>
    ask("/_cluster/health", wanted).then(
      () => true,
      () => false,
    );
  for (let tries = 0; !(await isWhole()); tries++) if (tries === 10) throw new Error("The cluster does not get whole.");
}

const numberOf = (name: string): number => Number(name.replace("node", ""));

async function manager(): Promise<number> {
  const [found] = await ask<readonly { readonly node: string }[]>("/_cat/cluster_manager", {
    format: "json",
    h: "node",
  });
  return numberOf(found?.node ?? "");
}

const otherThanManager = async (): Promise<number> => ((await manager()) % NODES.length) + 1;

async function nodeNumbered(number: number) {
  type Processes = {
    readonly nodes: Readonly<Record<string, { readonly name: string; readonly process: { readonly id: number } }>>;
  };
  const { nodes } = await ask<Processes>("/_nodes/process", {});
  const found = Object.values(nodes).find(({ name }) => numberOf(name) === number);
  if (found === undefined) throw new Error(`node${number} is not there.`);
  return { pid: found.process.id, isManager: (await manager()) === number };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
