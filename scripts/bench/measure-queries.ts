import { type ChildProcess, fork } from "node:child_process";
import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Config } from "../../src/config.ts";
import type { Embedder } from "../../src/inference/embedder.ts";
import { locateModel } from "../../src/inference/model-location.ts";
import { forkEmbedder } from "../../src/inference/process-embedder.ts";
import { openStoreForWriting } from "../../src/store/embedded/open-embedded-store.ts";
import { askGraphql, askNothing } from "./ask-graphql.ts";
import { endWithParent, nextMessage, stop } from "./child-process.ts";
import { inventQuestions } from "./invented-articles.ts";
import { takeApartInvented } from "./invented-index.ts";
import { InventedVectors } from "./invented-vectors.ts";
import { modelProcessMemory } from "./model-process-memory.ts";
import { PARTS, type PartTimes } from "./part-clock.ts";
import { median, percentile } from "./percentile.ts";
import type { QueryServerMessage } from "./query-server.ts";
import { measureRecall } from "./recall.ts";

const QUERY_SERVER = fileURLToPath(new URL("./query-server.ts", import.meta.url));
const SEED = 5;
/** Texts that the model embeds; the other vectors are made from theirs. Six seconds. */
const REAL_VECTORS = 1_000;
const WARM_UP_QUERIES = 20;
const MEASURED_QUERIES = 200;
const RECALL_QUERIES = 50;
/** Ten for a first page alone; 200 as the search asks, which looks more broadly. */
const RECALL_LIMITS = [10, 200];

/** Milliseconds for times, bytes for memory. */
export interface QueryFigures {
  readonly chunks: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** Medians. */
  readonly partsMs: PartTimes;
  /** The median of what a query takes beyond the parts: GraphQL, HTTP, the client. */
  readonly restMs: number;
  /** The median of a request that asks for nothing: what of the rest is HTTP, and the machine's way to wake a process. */
  readonly emptyRequestMs: number;
  /** The sum of the parts' medians beside the median of the whole, 0..1. */
  readonly partsShare: number;
  /** 0..1: how many of the ten nearest chunks `nearest` finds, asked for 10 and for 200. */
  readonly recallAt10: readonly number[];
  readonly serverBytes: number;
  /** What opening the index and answering added to the server process, by chunk. */
  readonly serverBytesPerChunk: number;
  /** Null where there is no `ps`. */
  readonly modelBytes: number | null;
  /** Of the index on disk. */
  readonly diskBytes: number;
}

interface Material {
  readonly model: string;
  readonly dimensions: number;
  readonly vectors: InventedVectors;
  readonly questions: readonly string[];
  readonly questionVectors: readonly Float32Array[];
}

/** For each size an index of invented articles, asked over HTTP by one client after the other question. */
export async function measureQueries(
  config: Config,
  folder: string,
  sizes: readonly number[],
  say: (line: string) => void,
): Promise<readonly QueryFigures[]> {
  say(`Queries: embedding ${REAL_VECTORS} texts`);
  const material = await prepareMaterial(config);
  const figures: QueryFigures[] = [];
  for (const chunks of sizes) {
    const directory = join(folder, `queries-${chunks}`);
    say(`Queries: making an index of ${chunks} chunks`);
    const recallAt10 = await fillIndex(directory, chunks, material);
    say(`Queries: asking ${WARM_UP_QUERIES + MEASURED_QUERIES} questions`);
    figures.push({ ...(await askAll(directory, chunks, material.questions)), recallAt10 });
    rmSync(directory, { recursive: true });
  }
  return figures;
}

async function prepareMaterial({ model, modelsDirectory }: Config): Promise<Material> {
  const embedder = await forkEmbedder(locateModel(model, modelsDirectory));
  try {
    const questions = inventQuestions(SEED, WARM_UP_QUERIES + MEASURED_QUERIES);
    return {
      model: embedder.model,
      dimensions: embedder.dimensions,
      vectors: new InventedVectors(await realVectors(embedder)),
      questions,
      questionVectors: await embedder.embed(questions.slice(0, RECALL_QUERIES)),
    };
  } finally {
    await embedder.close();
  }
}

async function realVectors(embedder: Embedder): Promise<readonly Float32Array[]> {
  const texts: string[] = [];
  for await (const { chunks } of takeApartInvented(SEED, REAL_VECTORS)) texts.push(...chunks.map(({ text }) => text));
  return embedder.embed(texts);
}

/** Gives the recall of the index at each limit. */
async function fillIndex(directory: string, chunks: number, material: Material): Promise<readonly number[]> {
  const { model, dimensions, vectors, questionVectors } = material;
  const store = await openStoreForWriting({ directory, model, dimensions });
  try {
    let next = 0;
    for await (const article of takeApartInvented(SEED, chunks)) {
      const withVectors = article.chunks.map((chunk) => ({ chunk, vector: vectors.at(next++) }));
      await store.put({ ...article, chunks: withVectors, origin: null, sample: false });
    }
    await store.save();
    return await measureRecall(store, vectors, chunks, questionVectors, RECALL_LIMITS);
  } finally {
    await store.close();
  }
}

async function askAll(
  directory: string,
  chunks: number,
  questions: readonly string[],
): Promise<Omit<QueryFigures, "recallAt10">> {
  const server = endWithParent(fork(QUERY_SERVER, [directory], { serialization: "advanced" }));
  try {
    const listening = await expectMessage(server, "listening");
    const wholes = await timeEach(questions, (question) => askGraphql(listening.url, question));
    server.send("report");
    const { times, memory } = await expectMessage(server, "report");
    return {
      chunks,
      emptyRequestMs: median(await timeEach(questions, () => askNothing(listening.url))),
      ...latency(wholes.slice(WARM_UP_QUERIES), times.slice(WARM_UP_QUERIES)),
      serverBytes: memory.now,
      serverBytesPerChunk: (memory.now - memory.beforeOpening) / chunks,
      modelBytes: await modelProcessMemory(server.pid ?? 0),
      diskBytes: folderBytes(directory),
    };
  } finally {
    await stop(server, "SIGKILL");
  }
}

async function expectMessage<T extends QueryServerMessage["type"]>(
  server: ChildProcess,
  type: T,
): Promise<Extract<QueryServerMessage, { type: T }>> {
  const message = await nextMessage<QueryServerMessage>(server);
  if (message.type !== type) throw new Error(`The query server said ${message.type} where ${type} was expected.`);
  return message as Extract<QueryServerMessage, { type: T }>;
}

/** Milliseconds of each, seen from the client. */
async function timeEach(questions: readonly string[], ask: (question: string) => Promise<void>) {
  const times: number[] = [];
  for (const question of questions) {
    const startedAt = performance.now();
    await ask(question);
    times.push(performance.now() - startedAt);
  }
  return times;
}

function latency(wholes: readonly number[], times: readonly PartTimes[]) {
  const partMedian = (part: (typeof PARTS)[number]) => median(times.map((time) => time[part]));
  const partsMs = Object.fromEntries(PARTS.map((part) => [part, partMedian(part)])) as unknown as PartTimes;
  const sum = (time: PartTimes) => PARTS.reduce((total, part) => total + time[part], 0);
  const p50Ms = median(wholes);
  return {
    p50Ms,
    p95Ms: percentile(wholes, 0.95),
    partsMs,
    restMs: median(wholes.map((whole, i) => whole - sum(times[i] as PartTimes))),
    partsShare: sum(partsMs) / p50Ms,
  };
}

const folderBytes = (folder: string): number =>
  readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
