import { rmSync } from "node:fs";
import { join } from "node:path";
import { openStoreAndGraph } from "../../src/store/embedded/open-embedded-store.ts";
import { askNothing, askSearch } from "./ask-graphql.ts";
import { withServer } from "./asked-server.ts";
import type { BenchMaterial } from "./bench-material.ts";
import { folderBytes } from "./bytes-on-disk.ts";
import { type FilledIndex, fillIndex } from "./fill-index.ts";
import { measureNearest, type NearestFigures } from "./measure-nearest.ts";
import { modelProcessMemory } from "./model-process-memory.ts";
import { PARTS, type PartTimes } from "./part-clock.ts";
import { median, percentile } from "./percentile.ts";

export const WARM_UP_QUERIES = 20;
export const MEASURED_QUERIES = 200;
const NEAREST_QUERIES = 50;

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
  readonly nearest: NearestFigures;
  readonly serverBytes: number;
  /** The same once the vector graph is loaded. */
  readonly serverWithGraphBytes: number;
  /** From the call to open the index until it can be searched. */
  readonly openingMs: number;
  /** What opening the index and answering added to the server process, by chunk. */
  readonly serverBytesPerChunk: number;
  /** Null where there is no `ps`. */
  readonly modelBytes: number | null;
  /** Of the index on disk. */
  readonly diskBytes: number;
}

/** For each size an index of invented articles, asked over HTTP by one client after the other question. */
export async function measureQueries(
  material: BenchMaterial,
  folder: string,
  sizes: readonly number[],
  say: (line: string) => void,
): Promise<readonly QueryFigures[]> {
  const figures: QueryFigures[] = [];
  for (const chunks of sizes) {
    const directory = join(folder, `queries-${chunks}`);
    say(`Queries: making an index of ${chunks} chunks`);
    const filled = await fillIndex(directory, chunks, material, ["QUOTE", "PARAGRAPH"]);
    say(`Queries: comparing with an exact scan`);
    const nearest = await compareNearest(filled, material);
    say(`Queries: asking ${WARM_UP_QUERIES + MEASURED_QUERIES} questions`);
    figures.push({ ...(await askAll(directory, chunks, material.questions)), nearest });
    rmSync(directory, { recursive: true });
  }
  return figures;
}

async function compareNearest(filled: FilledIndex, material: BenchMaterial): Promise<NearestFigures> {
  const { model, dimensions, vectors, questions, questionVectors } = material;
  const { store, loadGraph } = await openStoreAndGraph({ directory: filled.directory, model, dimensions });
  try {
    await loadGraph();
    return await measureNearest(store, filled, vectors, {
      texts: questions.slice(0, NEAREST_QUERIES),
      vectors: questionVectors.slice(0, NEAREST_QUERIES),
    });
  } finally {
    await store.close();
  }
}

function askAll(
  directory: string,
  chunks: number,
  questions: readonly string[],
): Promise<Omit<QueryFigures, "nearest">> {
  return withServer(directory, async ({ url, pid, report }) => {
    const wholes = await timeEach(questions, (question) => askSearch(url, question));
    const { times, memory, openingMs } = await report();
    return {
      ...{ chunks, openingMs },
      emptyRequestMs: median(await timeEach(questions, () => askNothing(url))),
      ...latency(wholes.slice(WARM_UP_QUERIES), times.slice(WARM_UP_QUERIES)),
      serverBytes: memory.now,
      serverWithGraphBytes: memory.withGraph,
      serverBytesPerChunk: (memory.now - memory.beforeOpening) / chunks,
      modelBytes: await modelProcessMemory(pid),
      diskBytes: folderBytes(directory),
    };
  });
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
