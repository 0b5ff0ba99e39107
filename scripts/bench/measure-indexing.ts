import { fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openIndexer } from "../../src/app/open-indexer.ts";
import type { Config } from "../../src/config.ts";
import { indexPaths, runOfPaths } from "../../src/indexing/index-paths.ts";
import { locateModel } from "../../src/inference/model-location.ts";
import type { QuoteStoreWriter } from "../../src/store/quote-store.ts";
import type { BareModelMessage } from "./bare-model.ts";
import { endWithParent, nextMessage, stop } from "./child-process.ts";
import { inventArticles } from "./invented-articles.ts";

const BARE_MODEL = fileURLToPath(new URL("./bare-model.ts", import.meta.url));
const SEED = 3;
/** About 1,500 chunks: ten seconds a round. */
const INVENTED_ARTICLES = 75;
/** Each round indexes and then runs the bare model. So many, that one of each is likely to run undisturbed. */
const ROUNDS = 6;

interface IndexingRound {
  /** Chunks a second. */
  readonly indexing: number;
  readonly bareModel: number;
}

export interface IndexingFigures {
  readonly chunks: number;
  readonly meanCharacters: number;
  readonly rounds: readonly IndexingRound[];
  /** Of the fastest rounds of each, for whatever else the machine does can only slow a round. */
  readonly best: IndexingRound;
  readonly ratio: number;
}

/** @param corpus JSON Lines of real articles; null for invented ones. */
export async function measureIndexing(
  config: Config,
  folder: string,
  corpus: string | null,
  say: (line: string) => void,
): Promise<IndexingFigures> {
  const path = corpus ?? writeInventedCorpus(folder);
  const rounds: IndexingRound[] = [];
  let texts: readonly string[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    say(`Indexing: round ${round} of ${ROUNDS}`);
    const indexed = await index({ ...config, tagger: null, dataDirectory: join(folder, `indexing-${round}`) }, path);
    texts = indexed.texts;
    const bareMs = await bareModelMs(config, texts);
    rounds.push({ indexing: perSecond(texts.length, indexed.elapsedMs), bareModel: perSecond(texts.length, bareMs) });
  }
  const best = {
    indexing: Math.max(...rounds.map(({ indexing }) => indexing)),
    bareModel: Math.max(...rounds.map(({ bareModel }) => bareModel)),
  };
  return {
    chunks: texts.length,
    meanCharacters: texts.reduce((sum, text) => sum + text.length, 0) / texts.length,
    rounds,
    best,
    ratio: best.indexing / best.bareModel,
  };
}

function writeInventedCorpus(folder: string): string {
  const path = join(folder, "invented.jsonl");
  const articles = inventArticles(SEED);
  const lines = Array.from({ length: INVENTED_ARTICLES }, () => {
    const { paragraphs, ...details } = articles.next().value;
    const text = [details.title, ...paragraphs.map((paragraph) => paragraph.text)].join("\n\n");
    return `${JSON.stringify({ ...details, text })}\n`;
  });
  writeFileSync(path, lines.join(""));
  return path;
}

/** The whole pipeline by rules alone, as the bare model tags nothing, down to the saved index. The model is loaded before the clock starts, as the bare one is. */
async function index(config: Config, path: string): Promise<{ texts: readonly string[]; elapsedMs: number }> {
  const indexer = await openIndexer(config);
  const run = runOfPaths({
    paths: [path],
    workingDirectory: config.projectDirectory,
    sample: false,
    limits: { maxArticleBytes: config.maxArticleBytes },
  });
  try {
    const startedAt = performance.now();
    await indexer.write((parts) => indexPaths(run, parts));
    const elapsedMs = performance.now() - startedAt;
    return { texts: await indexer.write(({ store }) => chunkTexts(store)), elapsedMs };
  } finally {
    await indexer.close();
  }
}

/** Exactly the texts that indexing gave to the model. */
async function chunkTexts(store: QuoteStoreWriter): Promise<readonly string[]> {
  const states = await store.states();
  const chunks = await store.chunksOfArticles(states.map(({ id }) => id));
  return chunks.flat().map(({ text }) => text);
}

async function bareModelMs({ model, modelsDirectory }: Config, texts: readonly string[]): Promise<number> {
  const { root, name } = locateModel(model, modelsDirectory);
  const child = endWithParent(fork(BARE_MODEL, [root, name], { serialization: "advanced" }));
  await nextMessage<BareModelMessage>(child);
  child.send([...texts]);
  const answer = await nextMessage<BareModelMessage>(child);
  await stop(child, "SIGKILL");
  return answer.type === "embedded" ? answer.elapsedMs : Number.NaN;
}

const perSecond = (count: number, elapsedMs: number): number => (count / elapsedMs) * 1_000;
