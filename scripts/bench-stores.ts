import { Command, InvalidArgumentError, Option } from "commander";
import pMap from "p-map";
import { describeSettings, readConfig } from "../src/config.ts";
import { RANKING_MODELS } from "../src/ranking/ranking-model.ts";
import { openStoreForWriting } from "../src/store/open-store.ts";
import type { QuoteStore, QuoteStoreWriter } from "../src/store/quote-store.ts";
import type { RankRequest } from "../src/store/rank-request.ts";
import { queryTerms } from "../src/store/search-terms.ts";
import { type BenchMaterial, prepareMaterial } from "./bench/bench-material.ts";
import { bytesOnDisk } from "./bench/bytes-on-disk.ts";
import { type TakenApart, takeApartInvented } from "./bench/invented-index.ts";
import { describeMachine } from "./bench/machine.ts";
import { median, percentile } from "./bench/percentile.ts";
import { EXIT, failWith } from "./command-line.ts";
import { formatTable } from "./format-table.ts";
import { exitOnSignals, temporaryFolder } from "./temporary-folder.ts";

const HELP = `
Fills both stores with the same invented articles and asks both the same, by the store's port: no model, no GraphQL. Vectors are copies of a thousand
real ones with noise. Wants a cluster at OPENSEARCH_URL, and makes and removes the indices bench-* there. With --keep they stay, and the next run puts in
what is missing and asks: so filling, which takes long, and asking on a quiet machine can be runs of their own.

${describeSettings()}`;

const COLUMNS = [
  "store",
  "passages",
  "put in, passages/s",
  "search p50, ms",
  "p95, ms",
  "filtered p50, ms",
  "p95, ms",
  "with facets p50, ms",
  "nearest p50, ms",
  "p95, ms",
  "on disk, kB/passage",
];

const SEED = 5;
const QUESTIONS = 60;
const WARM_UP = 10;
/** Articles that are asked to be put in while others are, so that one change has the next at hand. */
const PUTS_AT_ONCE = 50;
const BYTES_PER_KB = 1_000;

type StoreKind = "embedded" | "opensearch";

interface Options {
  readonly sizes: readonly number[];
  readonly only?: StoreKind;
  readonly keep: boolean;
}

const command = new Command("npm run bench:stores --")
  .description("Compares the embedded store with the one in OpenSearch, by size.")
  .option("--sizes <counts>", "passages, with commas between", readSizes, [10_000])
  .addOption(new Option("--only <store>", "one of them").choices(["embedded", "opensearch"]))
  .option("--keep", "leave what is in the cluster there, for the next run", false)
  .addHelpText("after", HELP)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage))
  .parse();

exitOnSignals(EXIT.interrupted);
await run(command.opts<Options>()).catch(failWith);

async function run({ sizes, only, keep }: Options): Promise<void> {
  const config = readConfig(process.env);
  const material = await prepareMaterial(config, QUESTIONS);
  const rows: string[][] = [];
  for (const kind of only === undefined ? (["embedded", "opensearch"] as const) : [only]) {
    const cluster = { ...config.cluster, prefix: "bench" };
    const place = { store: kind, dataDirectory: temporaryFolder(), cluster };
    const store = await openStoreForWriting(place, material);
    try {
      for (const size of sizes) {
        const chunksPerSecond = await fillUpTo(store, size, material);
        const told = await ask(store, material);
        const kilobytes = (await bytesOnDisk(place, material)) / BYTES_PER_KB / size;
        rows.push([kind, String(size), chunksPerSecond?.toFixed(0) ?? "-", ...told, kilobytes.toFixed(1)]);
        process.stderr.write(`${rows.at(-1)?.join("  ")}\n`);
      }
      if (!keep) await store.reset();
    } finally {
      await store.close();
    }
  }
  const { processor, cores } = describeMachine();
  process.stdout.write(`${cores} cores (${processor})\n\n${formatTable([COLUMNS, ...rows])}\n`);
}

/** Passages a second; null where all are in. */
async function fillUpTo(store: QuoteStoreWriter, size: number, { vectors }: BenchMaterial): Promise<number | null> {
  const before = await keepUpTo(store, size);
  if (before === size) return null;
  let chunks = 0;
  const began = performance.now();
  const put = async (article: TakenApart) => {
    const first = chunks;
    chunks += article.chunks.length;
    // Of the last one that is there a smaller index may have a part alone.
    if (chunks <= before) return;
    const withVectors = article.chunks.map((chunk, i) => {
      const vector = vectors.at(first + i);
      return { chunk, vector, contextVector: vector };
    });
    await store.put({ ...article, chunks: withVectors, origin: null, sample: false });
  };
  await pMap(takeApartInvented(SEED, size), put, { concurrency: PUTS_AT_ONCE });
  await store.save();
  return (1_000 * (size - before)) / (performance.now() - began);
}

/** How many passages of a run before are kept: none where there are too many. */
async function keepUpTo(store: QuoteStoreWriter, size: number): Promise<number> {
  const { chunks } = await store.info();
  if (chunks <= size) return chunks;
  await store.reset();
  return 0;
}

async function ask(store: QuoteStore, material: BenchMaterial): Promise<readonly string[]> {
  const publisher = (await store.listArticles({}, { first: 1, after: null })).items[0]?.value.publisher ?? "";
  const plain = await timeEach(material, (request) => store.rank(request));
  const filtered = await timeEach(material, (request) =>
    store.rank({ ...request, filter: { publishers: [publisher], chunkKinds: ["QUOTE"] } }),
  );
  const counted = await timeEach(material, async (request) => {
    const page = await store.rank(request);
    await Promise.all([page.facet("speakers", 10), page.facet("publishers", 10), page.facet("entities", 10)]);
  });
  const nearest = await timeEach(material, ({ query }) => store.nearest(query.vector as Float32Array, 10, {}));
  const told = [median(plain), percentile(plain, 0.95), median(filtered), percentile(filtered, 0.95)];
  return [...told, median(counted), median(nearest), percentile(nearest, 0.95)].map((ms) => ms.toFixed(1));
}

/** Milliseconds of each question. */
async function timeEach(material: BenchMaterial, work: (request: RankRequest) => Promise<unknown>) {
  const times: number[] = [];
  for (const [i, question] of material.questions.entries()) {
    const began = performance.now();
    await work(requestOf(question, material.questionVectors[i] as Float32Array));
    times.push(performance.now() - began);
  }
  return times.slice(WARM_UP);
}

function requestOf(question: string, vector: Float32Array): RankRequest {
  return {
    query: { vector, words: queryTerms(question), phrases: [], excluded: [], preferredSpeakers: [] },
    filter: {},
    model: RANKING_MODELS.HYBRID,
    order: "RELEVANCE",
    first: 10,
    after: null,
    now: 0,
    search: question,
  };
}

function readSizes(text: string): readonly number[] {
  const sizes = text.split(",").map(Number);
  if (sizes.every((size) => Number.isInteger(size) && size > 0)) return sizes;
  throw new InvalidArgumentError("give whole numbers with commas between them.");
}
