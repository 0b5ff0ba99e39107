import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findFiles } from "../src/indexing/find-files.ts";
import { indexArticles } from "../src/indexing/index-articles.ts";
import { fileInput } from "../src/indexing/index-input.ts";
import type { Embedder } from "../src/inference/embedder.ts";
import type { Tagger } from "../src/inference/tagger.ts";
import { createSearch } from "../src/search/create-search.ts";
import type { Search } from "../src/search/search.ts";
import { openStoreForWriting } from "../src/store/embedded/open-embedded-store.ts";
import type { QuoteStoreWriter } from "../src/store/quote-store.ts";
import { testEmbedder } from "./test-embedder.ts";
import { testTagger } from "./test-tagger.ts";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));

/** Indexes `samples/` by the real pipeline, tagger and all. */
async function indexSamples(directory: string): Promise<void> {
  const { files, folders } = await findFiles(["samples"], PROJECT);
  const inputs = files.map((path) => fileInput(path, {}, PROJECT));
  const limits = { maxArticleBytes: 1_000_000 };
  const run = { inputs, folders, sample: true, limits, signal: new AbortController().signal };
  const [embedder, tagger] = await Promise.all([testEmbedder(), testTagger()]);
  const store = await openIndex(directory, embedder);
  try {
    for await (const event of indexArticles(run, { store, embedder, tagger })) {
      if (event.type !== "indexed") throw new Error(`a sample was not indexed: ${JSON.stringify(event)}`);
    }
  } finally {
    await store.close();
  }
}

const openIndex = (directory: string, { model, dimensions }: Embedder): Promise<QuoteStoreWriter> =>
  openStoreForWriting({ directory, model, dimensions });

const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), "verbatim-samples-"));

let indexed: Promise<string> | null = null;

/** A folder with the index of the samples, made once for all files that a test worker runs; nothing is written to it. */
const samplesIndex = (): Promise<string> => {
  indexed ??= makeSamplesIndex();
  return indexed;
};

async function makeSamplesIndex(): Promise<string> {
  const directory = temporaryFolder();
  process.once("exit", () => rmSync(directory, { recursive: true, force: true }));
  await indexSamples(directory);
  return directory;
}

export interface SamplesSearch {
  readonly embedder: Embedder;
  readonly tagger: Tagger;
  readonly store: QuoteStoreWriter;
  readonly search: Search;
  close(): Promise<void>;
}

/** The real search over an index of `samples/` of its own, in a temporary folder. */
export async function openSamplesSearch(): Promise<SamplesSearch> {
  const directory = temporaryFolder();
  cpSync(await samplesIndex(), directory, { recursive: true });
  const [embedder, tagger] = await Promise.all([testEmbedder(), testTagger()]);
  const store = await openIndex(directory, embedder);
  return {
    embedder,
    tagger,
    store,
    search: createSearch({ store, embedder }),
    close: async () => {
      await store.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
