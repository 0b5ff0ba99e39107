import { pMapIterable } from "p-map";
import { openTagger } from "../src/app/open-models.ts";
import { readConfig } from "../src/config.ts";
import type { VerbatimError } from "../src/errors.ts";
import { type ExtractionLine, extractionLine } from "../src/extract/extraction-line.ts";
import { extractTagged } from "../src/indexing/extract-tagged.ts";
import { findFiles } from "../src/indexing/find-files.ts";
import { fileInput } from "../src/indexing/index-input.ts";
import type { Tagger } from "../src/inference/tagger.ts";
import { type ReadOptions, type ReadResult, readArticles } from "../src/ingest/read-articles.ts";
import type { Article } from "../src/model/article.ts";
import { WORKING_DIRECTORY } from "./command-line.ts";

/** While the tagger reads one article, the rules read others. */
const ARTICLES_AT_ONCE = 8;

/** What one article gives, or why it could not be read. */
export type ExtractionResult =
  | { readonly article: Article; readonly line: ExtractionLine }
  | { readonly error: VerbatimError };

/**
 * Extracts the articles of files, folders and glob patterns, in order; what `npm run extract` prints.
 * @param environment Has the settings. @throws MODEL_UNAVAILABLE
 */
export async function* extractions(
  paths: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): AsyncGenerator<ExtractionResult> {
  const config = readConfig(environment);
  const { files, failures } = await findFiles(paths, WORKING_DIRECTORY);
  yield* failures;
  const tagger = await openTagger(config);
  try {
    const extract = (result: ReadResult) => extraction(result, tagger);
    yield* pMapIterable(readAll(files, config), extract, { concurrency: ARTICLES_AT_ONCE });
  } finally {
    await tagger?.close();
  }
}

async function* readAll(files: readonly string[], limits: ReadOptions): AsyncGenerator<ReadResult> {
  for (const file of files) yield* readArticles(fileInput(file, {}, WORKING_DIRECTORY).source, limits);
}

async function extraction(result: ReadResult, tagger: Tagger | null): Promise<ExtractionResult> {
  if ("error" in result) return result;
  const { article, givenId } = result;
  return { article, line: extractionLine(givenId ?? article.sourceKey, await extractTagged(article, tagger)) };
}
