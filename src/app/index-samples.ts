import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "../config.ts";
import { hasCode } from "../errors.ts";
import type { Models } from "../inference/fork-models.ts";
import type { QuoteStore } from "../store/quote-store.ts";
import { writeIndex } from "./open-indexer.ts";

/** True for an index that never held an article, and where putting the samples in was broken off. */
export async function wantsSamples(store: QuoteStore, config: Config): Promise<boolean> {
  const { articles, sampleArticles, updatedAt } = await store.info();
  return updatedAt === null || (articles === sampleArticles && existsSync(samplesUnderWay(config)));
}

/** Indexes those samples that are not in yet, so that the first question has an answer. */
export async function indexSamples(config: Config, models: Models): Promise<void> {
  // Only here: a server whose index is filled reads no articles.
  const { indexPaths, runOfPaths } = await import("../indexing/index-paths.ts");
  const run = runOfPaths({
    paths: [config.samplesDirectory],
    workingDirectory: config.projectDirectory,
    sample: true,
    limits: { maxArticleBytes: config.maxArticleBytes },
  });
  try {
    await writeIndex(config, models, async (parts) => {
      await mkdir(config.dataDirectory, { recursive: true });
      await writeFile(samplesUnderWay(config), "The samples are being indexed; the next start goes on with it.\n");
      await indexPaths(run, parts);
      await rm(samplesUnderWay(config));
    });
  } catch (error) {
    // Another process is indexing: what it puts in will be served.
    if (!hasCode(error, "INDEX_BUSY")) throw error;
  }
}

/** A file that is there while the samples are being put in. */
const samplesUnderWay = ({ dataDirectory }: Config): string => join(dataDirectory, "samples-under-way");
