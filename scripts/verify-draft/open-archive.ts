import { join } from "node:path";
import { openModels } from "../../src/app/open-models.ts";
import type { Config } from "../../src/config.ts";
import { createDraftChecker, type DraftChecker } from "../../src/draft/draft-checker.ts";
import { VerbatimError } from "../../src/errors.ts";
import { indexPaths, runOfPaths } from "../../src/indexing/index-paths.ts";
import type { Models } from "../../src/inference/fork-models.ts";
import { createSearch } from "../../src/search/create-search.ts";
import { openStoreForWriting } from "../../src/store/embedded/open-embedded-store.ts";
import { mayHaveIndex, openStore } from "../../src/store/open-store.ts";
import type { QuoteStore } from "../../src/store/quote-store.ts";
import { WORKING_DIRECTORY } from "../command-line.ts";
import { temporaryFolder } from "../temporary-folder.ts";

/** What drafts are held against. */
export interface Archive {
  /** A folder of articles in the place of the index. */
  readonly against?: string;
  /** The drafts' own interviews. */
  readonly notes: readonly string[];
}

export interface OpenArchive {
  readonly drafts: DraftChecker;
  close(): Promise<void>;
}

/**
 * Opens the index, or makes one of a folder that goes with this process, and one of the notes beside it.
 * @throws VerbatimError MODEL_UNAVAILABLE, INDEX_INCOMPATIBLE, BAD_SETTING; ARTICLE_EMPTY where there is nothing to hold a draft against.
 */
export async function openArchive(config: Config, { against, notes }: Archive): Promise<OpenArchive> {
  if (against === undefined && !mayHaveIndex(config)) throw new VerbatimError("ARTICLE_EMPTY", NOTHING_INDEXED);
  const models = await openModels(config);
  const stores: QuoteStore[] = [];
  const close = async () => {
    for (const store of stores) await store.close();
    await models.embedder.close();
  };
  try {
    const store = against === undefined ? await openIndex(config, models) : await indexOf([against], config, models);
    stores.push(store);
    const noted = notes.length === 0 ? null : await indexOf(notes, config, models);
    if (noted !== null) stores.push(noted);
    const search = createSearch({ store, embedder: models.embedder, ...(noted && { notes: noted }) });
    return { drafts: createDraftChecker({ search, tagger: models.tagger }), close };
  } catch (error) {
    await close();
    throw error;
  }
}

const NOTHING_INDEXED =
  "The index holds no article to hold a draft against: fill it with npm run index -- PATH, or name a folder of articles with --against.";
const ONLY_SAMPLES =
  "The index holds the samples alone: fill it with npm run index -- PATH, or give --against FOLDER.\n";

async function openIndex(config: Config, { embedder }: Models): Promise<QuoteStore> {
  const store = await openStore(config, embedder);
  const { articles, sampleArticles } = await store.info();
  if (articles > 0 && articles === sampleArticles) process.stderr.write(ONLY_SAMPLES);
  if (articles > 0) return store;
  await store.close();
  throw new VerbatimError("ARTICLE_EMPTY", NOTHING_INDEXED);
}

/** An index of some files or folders, which goes with this process. */
async function indexOf(paths: readonly string[], config: Config, models: Models): Promise<QuoteStore> {
  const { model, dimensions } = models.embedder;
  const store = await openStoreForWriting({ directory: join(temporaryFolder(), "index"), model, dimensions });
  const run = runOfPaths({
    paths,
    workingDirectory: WORKING_DIRECTORY,
    sample: false,
    limits: { maxArticleBytes: config.maxArticleBytes },
  });
  try {
    await indexPaths(run, { store, ...models });
    if ((await store.info()).articles > 0) return store;
    throw new VerbatimError(
      "ARTICLE_EMPTY",
      `${paths.join(", ")}: no article could be read, so nothing can be held against it.`,
    );
  } catch (error) {
    await store.close();
    throw error;
  }
}
