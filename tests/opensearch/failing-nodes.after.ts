import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import pMap from "p-map";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { askSearch } from "../../scripts/bench/ask-graphql.ts";
import { Cluster } from "../../src/store/opensearch/cluster/cluster.ts";
import type { QuoteStore, QuoteStoreWriter } from "../../src/store/quote-store.ts";
import { articleFrom, unitVector } from "../store/article-fixture.ts";
import { openEmpty } from "./empty-index.ts";
import { testPlace } from "./test-place.ts";

/** As the server's own model gives them: none of these tests is about what is near to what. */
const DIMENSIONS = 384;
const place = { ...testPlace("failing", DIMENSIONS), model: "Xenova/all-MiniLM-L6-v2" };
/** Puts of an article each, some six documents. */
const WRITES = Math.ceil(2_000 * Number(process.env.VERBATIM_PROPERTY_SHARE ?? 1));
/** Puts that are asked for at once, as a run over files does. */
const PUTS_AT_ONCE = 40;
/** Who reads at once. */
const READERS = 2;
/** How long a node says nothing. */
const SILENT_MS = 20_000;
const NODES = [1, 2, 3] as const;
/** A node starts in ten seconds, and in minutes where others want the processor. */
const WHOLE_WITHIN_MS = 300_000;
/** Of the nodes in their order; one that is taken down cuts its node off. None where the machine does not allow it. */
const LINKS = (process.env.OPENSEARCH_LINKS ?? "").split(",").filter((link) => link !== "");

const sketch = (i: number) =>
  articleFrom({
    key: `boat ${i}`,
    passages: [
      { words: `Boat ${i} will sail at dawn.`, by: "Ada Voss", vector: unitVector(i, DIMENSIONS) },
      { words: `It carries ${i} barrels.`, vector: unitVector(-i - 1, DIMENSIONS) },
    ],
    entities: [{ name: "Ada Voss" }],
  });

describe("a cluster of three, and a server before it", () => {
  let writer: QuoteStoreWriter;
  let server: Server;
  beforeAll(async () => {
    writer = await openEmpty(place);
    await writer.reset();
    await writer.put(sketch(written++));
    server = await startServer();
  });
  afterAll(async () => {
    server.process.kill("SIGKILL");
    await writer.close();
  });

  let written = 0;
  /** Each of them is acknowledged, or this fails. @param half What is done when half of them are. */
  const write = async (count: number, half: () => Promise<void> = async () => {}) => {
    const first = written;
    const put = async (_: unknown, i: number) => {
      await writer.put(sketch(first + i));
      written += 1;
      if (written === first + Math.ceil(count / 2)) await half();
    };
    await pMap(Array.from({ length: count }), put, { concurrency: PUTS_AT_ONCE });
  };

  it("loses no write that was acknowledged, and fails no reader, while each of its nodes is killed in turn", async () => {
    const reading = new Reading(server.url);
    for (const node of [...NODES, "manager"] as const) {
      await untilWhole();
      const { pid, isManager, number } = await nodeNumbered(node === "manager" ? await manager() : node);
      await write(Math.ceil(WRITES / (NODES.length + 1)), async () => {
        process.kill(pid, "SIGKILL");
        say(`node${number} killed${isManager ? ", the manager" : ""}, after ${written} writes`);
      });
    }
    say(`${written} writes; ${await reading.end()}`);
    await expectAllOf(writer, written);
  });

  it("goes on while a node says nothing, and has all when it is back", async () => {
    await untilWhole();
    const { pid } = await nodeNumbered(await otherThanManager());
    const reading = new Reading(server.url);
    process.kill(pid, "SIGSTOP");
    onTestFinished(() => void process.kill(pid, "SIGCONT"));
    await Promise.all([write(20), wait(SILENT_MS)]);
    process.kill(pid, "SIGCONT");
    say(`a node was paused; ${await reading.end()}`);
    await untilWhole();
    await expectAllOf(writer, written);
  });

  it("takes nothing while its disks are too full, says so, answers all the same, and goes on when there is room again", async () => {
    await untilWhole();
    const reading = new Reading(server.url);
    onTestFinished(() => setDiskWatermarks(null));
    await setDiskWatermarks(MORE_THAN_ANY_DISK);
    const until = { timeout: 60_000, interval: 500 };
    await vi.waitFor(() => expect(write(1)).rejects.toMatchObject({ code: "DISK_FULL" }), until);
    await setDiskWatermarks("1b");
    await vi.waitFor(() => write(1), until);
    say(`the disks were too full; ${await reading.end()}`);
    await expectAllOf(writer, written);
  });

  it.skipIf(LINKS.length === 0)(
    "goes on while a node is cut off, be it the manager, and has all when it is back",
    async () => {
      await untilWhole();
      const reading = new Reading(server.url);
      const link = LINKS[(await manager()) - 1] as string;
      execFileSync("ip", ["link", "set", link, "down"]);
      onTestFinished(() => void execFileSync("ip", ["link", "set", link, "up"]));
      await Promise.all([write(20), wait(SILENT_MS)]);
      execFileSync("ip", ["link", "set", link, "up"]);
      say(`the manager was cut off; ${await reading.end()}`);
      await untilWhole();
      await expectAllOf(writer, written);
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

interface Server {
  readonly process: ChildProcess;
  /** Of its GraphQL. */
  readonly url: string;
}

/** The server itself, over this cluster. */
async function startServer(): Promise<Server> {
  const env = {
    ...process.env,
    ...{
      VERBATIM_STORE: "opensearch",
      OPENSEARCH_INDEX: place.prefix,
      VERBATIM_PORT: "0",
      VERBATIM_TAGGER: "off",
      VERBATIM_LOG_LEVEL: "error",
    },
  };
  const args = ["bin/run.js", "src/main.ts"];
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "inherit"] });
  const [said] = await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
  const [, url] = String(said).match(/answers at (\S+)/) ?? [];
  if (url === undefined) throw new Error(`The server ended at once with ${said}.`);
  return { process: child, url };
}

/** Searches by GraphQL, a few readers each one after the other, until it is ended; the first that fails fails the test. */
class Reading {
  readonly #times: number[] = [];
  readonly #all: Promise<unknown>;
  #isEnded = false;

  constructor(url: string) {
    this.#all = Promise.all(Array.from({ length: READERS }, () => this.#read(url)));
    // It is told of when the reading is ended.
    this.#all.catch(() => {});
  }

  async end(): Promise<string> {
    this.#isEnded = true;
    await this.#all;
    const sorted = this.#times.sort((a, b) => a - b);
    const at = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
    return `${sorted.length} searches, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, the longest ${at(1)} ms`;
  }

  async #read(url: string): Promise<void> {
    while (!this.#isEnded) {
      const began = performance.now();
      await askSearch(url, "What sails at dawn with barrels?");
      this.#times.push(performance.now() - began);
    }
  }
}

const ask = <T>(path: string, querystring: Readonly<Record<string, string>>): Promise<T> =>
  request({ method: "GET", path, querystring });

async function request<T>(asked: Parameters<Cluster["request"]>[0]): Promise<T> {
  const cluster = new Cluster(place.address);
  try {
    return await cluster.request<T>(asked);
  } finally {
    await cluster.close();
  }
}

/**
 * All nodes are there, and each part of the index has its copy: one that is lost before it has is lost. The nodes are asked themselves first: a manager that has just been elected
 * takes one that has died for a member, and all for whole.
 */
async function untilWhole(): Promise<void> {
  const isWhole = async () => {
    if ((await runningNodes()).length < NODES.length) return false;
    await ask("/_cluster/health", { wait_for_status: "green", wait_for_nodes: `${NODES.length}`, timeout: "10s" });
    return true;
  };
  for (const givesUpAt = Date.now() + WHOLE_WITHIN_MS; !(await isWhole().catch(() => false)); await wait(500)) {
    if (Date.now() > givesUpAt) throw new Error("The cluster does not get whole.");
  }
}

const MORE_THAN_ANY_DISK = "1000tb";

/** How much of a disk is to be free, else what lies there becomes read-only; null for whatever there is. The cluster looks every ten seconds, as often as it can. */
async function setDiskWatermarks(free: string | null): Promise<void> {
  const watermarks = ["low", "high", "flood_stage"].map((name) => `cluster.routing.allocation.disk.watermark.${name}`);
  const transient = {
    "cluster.routing.allocation.disk.threshold_enabled": free === null ? null : true,
    "cluster.info.update.interval": free === null ? null : "10s",
    ...Object.fromEntries(watermarks.map((name) => [name, free])),
  };
  // It says there that no index is made, and not always takes it back when it is looked after no more.
  const persistent = { "cluster.blocks.create_index": null };
  const body = { transient, ...(free === null && { persistent }) };
  await request({ method: "PUT", path: "/_cluster/settings", body });
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

interface RunningNode {
  readonly name: string;
  readonly process: { readonly id: number };
}

/** Those that answer now. */
async function runningNodes(): Promise<readonly RunningNode[]> {
  const { nodes } = await ask<{ readonly nodes: Readonly<Record<string, RunningNode>> }>("/_nodes/process", {});
  return Object.values(nodes);
}

async function nodeNumbered(number: number) {
  const found = (await runningNodes()).find(({ name }) => numberOf(name) === number);
  if (found === undefined) throw new Error(`node${number} is not there.`);
  return { pid: found.process.id, number, isManager: (await manager()) === number };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
