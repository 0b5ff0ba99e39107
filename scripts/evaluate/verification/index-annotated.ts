import { readConfig } from "../../../src/config.ts";
import { findFiles } from "../../../src/indexing/find-files.ts";
import { fileInput } from "../../../src/indexing/index-input.ts";
import { type ArticleModels, prepareArticle } from "../../../src/indexing/prepare-article.ts";
import { readArticles } from "../../../src/ingest/read-articles.ts";
import type { QuoteStoreWriter } from "../../../src/store/quote-store.ts";
import { WORKING_DIRECTORY } from "../../command-line.ts";
import { type AnnotatedArticle, asAnnotated } from "./claim-material.ts";

/** Every so many articles one stays out of the index, for claims that are of none. */
export const HELD_OUT_EVERY = 6;

/** Where the articles come from; without a file the samples, with what extraction finds in them for annotations. */
export interface AnnotatedData {
  readonly file: string | undefined;
  /** Quotes by the article's given id; null where there are none. */
  readonly annotated: ReadonlyMap<string, AnnotatedArticle["quotes"]> | null;
}

/** Puts all articles but those held out into a store; gives both with their quotes. */
export async function indexAnnotated(
  store: QuoteStoreWriter,
  models: ArticleModels,
  { file, annotated }: AnnotatedData,
) {
  const [indexed, heldOut]: [AnnotatedArticle[], AnnotatedArticle[]] = [[], []];
  for await (const { article, givenId } of articlesOf(file)) {
    const prepared = await prepareArticle(article, models, new AbortController().signal);
    const quotes = annotated?.get(givenId ?? "") ?? asAnnotated(prepared);
    const isHeldOut = (indexed.length + heldOut.length) % HELD_OUT_EVERY === HELD_OUT_EVERY - 1;
    (isHeldOut ? heldOut : indexed).push({ article, quotes });
    if (!isHeldOut) await store.put({ ...prepared, origin: null, sample: false });
  }
  return { indexed, heldOut };
}

async function* articlesOf(file: string | undefined) {
  const { projectDirectory, samplesDirectory, maxArticleBytes } = readConfig(process.env);
  const [paths, folder] = file === undefined ? [[samplesDirectory], projectDirectory] : [[file], WORKING_DIRECTORY];
  const { files } = await findFiles(paths, folder);
  for (const found of files) {
    for await (const result of readArticles(fileInput(found, {}, folder).source, { maxArticleBytes })) {
      if ("error" in result) throw result.error;
      yield result;
    }
  }
}
