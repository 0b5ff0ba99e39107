import { readConfig } from "../src/config.ts";
import type { VerbatimError } from "../src/errors.ts";
import { extractArticle } from "../src/extract/extract-article.ts";
import { type ExtractionLine, extractionLine } from "../src/extract/extraction-line.ts";
import { findFiles } from "../src/indexing/find-files.ts";
import { fileInput } from "../src/indexing/index-input.ts";
import { type ReadResult, readArticles } from "../src/ingest/read-articles.ts";
import type { Article } from "../src/model/article.ts";
import { WORKING_DIRECTORY } from "./command-line.ts";

/** What one article gives, or why it could not be read. */
export type ExtractionResult =
  | { readonly article: Article; readonly line: ExtractionLine }
  | { readonly error: VerbatimError };

/** Extracts the articles of files, folders and glob patterns, one at a time, in order; what `npm run extract` prints. */
export async function* extractions(paths: readonly string[]): AsyncGenerator<ExtractionResult> {
  const limits = { maxArticleBytes: readConfig(process.env).maxArticleBytes };
  const { files, failures } = await findFiles(paths, WORKING_DIRECTORY);
  yield* failures;
  for (const file of files) {
    const { source } = fileInput(file, {}, WORKING_DIRECTORY);
    for await (const result of readArticles(source, limits)) yield extraction(result);
  }
}

function extraction(result: ReadResult): ExtractionResult {
  if ("error" in result) return result;
  const { article, givenId } = result;
  return { article, line: extractionLine(givenId ?? article.sourceKey, extractArticle(article)) };
}
