import { sep } from "node:path";
import { pMapIterable } from "p-map";
import type { VerbatimError } from "../errors.ts";
import type { PageResult, ReadFailure } from "../ingest/article-source.ts";
import { type ReadOptions, readArticles } from "../ingest/read-articles.ts";
import type { Article, ReadableArticle } from "../model/article.ts";
import type { ArticleState, QuoteStoreWriter } from "../store/quote-store.ts";
import type { IndexInput } from "./index-input.ts";
import { isInPart, type PartOfRun, WHOLE_RUN } from "./part-of-run.ts";
import { type ArticleModels, prepareArticle } from "./prepare-article.ts";
import { readingOf } from "./reading-of.ts";

/** Articles in the making at a time: while the model embeds one, the next are read and taken apart. */
const ARTICLES_AT_ONCE = 8;
/** Articles that are made and wait to be put in, which a store may do together. */
const PUTS_AT_ONCE = 16;

/** What happened to one article. */
export type IndexEvent =
  | {
      readonly type: "indexed" | "replaced";
      readonly article: Article;
      readonly quotes: number;
      readonly chunks: number;
    }
  | { readonly type: "unchanged" | "repeated"; readonly article: Article; readonly where: string }
  | { readonly type: "failed"; readonly where: string; readonly error: VerbatimError }
  | {
      readonly type: "removed";
      readonly id: string;
      /** Its title, else where it lay. */
      readonly title: string | null;
      readonly reason: "GONE" | "SAMPLE";
    };

/** What indexing works with. */
export interface IndexingParts extends ArticleModels {
  readonly store: QuoteStoreWriter;
}

export interface IndexRun {
  readonly inputs: readonly IndexInput[];
  /** What comes one by one while others are indexed: pages of the web. */
  readonly pages?: AsyncIterable<PageResult>;
  /** Absolute paths: what came from below one of these, and is not there any more, is removed. */
  readonly folders: readonly string[];
  /** Marks the articles as samples, which leave when the first real article comes. */
  readonly sample: boolean;
  readonly limits: ReadOptions;
  /** The articles that this run takes; others of the same inputs are for other processes. All without it. */
  readonly part?: PartOfRun;
  /** Aborting ends the run after the articles that are being put in; what is in stays in. */
  readonly signal: AbortSignal;
}

/** An article that is made, and can be put in. */
interface Prepared {
  put(): Promise<IndexEvent>;
}

type Read = { readonly input: IndexInput; readonly article: ReadableArticle } | ReadFailure;

/**
 * Reads, takes apart, embeds and stores articles, several at a time, and tells of each. An unchanged article is
 * skipped, a changed one and one that an earlier version has read are replaced, one that has gone from its file or folder removed. A broken one is told of and the
 * others go on; what the store or the model can't do ends the run with that error.
 */
export async function* indexArticles(run: IndexRun, { store, ...models }: IndexingParts): AsyncGenerator<IndexEvent> {
  const known = new Map((await store.states()).map((state) => [state.id, state]));
  const samples = [...known.values()].filter(({ sample }) => sample && !run.sample);
  const log = new RunLog();
  const taken = pMapIterable(readAll(run, log), (read) => take(read), { concurrency: ARTICLES_AT_ONCE });
  const events = pMapIterable(taken, (one) => (one && "put" in one ? one.put() : one), { concurrency: PUTS_AT_ONCE });
  for await (const event of events) {
    if (event) yield event;
    if (event && isNew(event) && samples.length > 0) yield* removeSamples(samples.splice(0));
  }
  if (!run.signal.aborted) yield* removeGone(store, known, run, log);

  /** What happened to an article; of one that is to be put in what does so. */
  async function take(read: Read): Promise<IndexEvent | Prepared | null> {
    if ("error" in read) return { type: "failed", ...read };
    const { input } = read;
    const article = readingOf(read.article, models.tagger ?? null);
    if (log.isRepeated(article.id)) return { type: "repeated", article, where: input.source.name };
    if (!isInPart(run.part ?? WHOLE_RUN, article.id)) return null;
    const before = known.get(article.id);
    if (before && isSame(before, article, input, run.sample))
      return { type: "unchanged", article, where: input.source.name };
    const prepared = await untilAborted(run.signal, () => prepareArticle(article, models, run.signal));
    if (!prepared) return null;
    const counts = { quotes: prepared.quotes.length, chunks: prepared.chunks.length };
    const put = async (): Promise<IndexEvent> => {
      await store.put({ ...prepared, origin: input.origin, sample: run.sample });
      return { type: before ? "replaced" : "indexed", article, ...counts };
    };
    return { put };
  }

  /** A sample that the user indexes as an article is one from then on; those that come later in the run come anew. */
  async function* removeSamples(leaving: readonly ArticleState[]): AsyncGenerator<IndexEvent> {
    for (const { id } of leaving) known.delete(id);
    yield* remove(
      store,
      leaving.filter(({ id }) => !log.articles.has(id)),
      "SAMPLE",
    );
  }
}

/** What a run has met so far: the articles, and the files that could be read to their ends. */
class RunLog {
  readonly articles = new Set<string>();
  readonly wholeFiles = new Set<string>();

  isRepeated(articleId: string): boolean {
    if (this.articles.has(articleId)) return true;
    this.articles.add(articleId);
    return false;
  }
}

async function* readAll(run: IndexRun, log: RunLog): AsyncGenerator<Read> {
  for await (const input of allInputs(run.inputs, run.pages)) {
    if (run.signal.aborted) return;
    if ("error" in input) yield input;
    else yield* readInput(input, run, log);
  }
}

async function* readInput(input: IndexInput, { limits, signal }: IndexRun, log: RunLog): AsyncGenerator<Read> {
  let whole = true;
  for await (const result of readArticles(input.source, limits)) {
    if (signal.aborted) return;
    whole &&= !("error" in result);
    yield "error" in result ? result : { input, article: result.article };
  }
  if (whole && input.origin) log.wholeFiles.add(input.origin);
}

async function* allInputs(
  inputs: readonly IndexInput[],
  pages: AsyncIterable<PageResult> | undefined,
): AsyncGenerator<IndexInput | ReadFailure> {
  yield* inputs;
  for await (const page of pages ?? []) yield "error" in page ? page : { source: page.source, origin: null };
}

const isNew = ({ type }: IndexEvent): boolean => type === "indexed" || type === "replaced";

const isSame = (before: ArticleState, article: Article, { origin }: IndexInput, sample: boolean): boolean =>
  before.revision === article.revision && before.origin === origin && before.sample === sample;

/** Null when the signal ended the work. */
async function untilAborted<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}

async function* removeGone(
  store: QuoteStoreWriter,
  known: ReadonlyMap<string, ArticleState>,
  { folders, inputs, part = WHOLE_RUN }: IndexRun,
  log: RunLog,
): AsyncGenerator<IndexEvent> {
  const present = new Set(inputs.map(({ origin }) => origin));
  const isGone = ({ id, origin }: ArticleState) =>
    origin !== null &&
    isInPart(part, id) &&
    !log.articles.has(id) &&
    (log.wholeFiles.has(origin) || (isBelow(origin, folders) && !present.has(origin)));
  yield* remove(store, [...known.values()].filter(isGone), "GONE");
}

async function* remove(
  store: QuoteStoreWriter,
  articles: readonly ArticleState[],
  reason: "GONE" | "SAMPLE",
): AsyncGenerator<IndexEvent> {
  if (articles.length > 0) await store.remove(articles.map(({ id }) => id));
  for (const { id, title, origin } of articles) yield { type: "removed", id, title: title ?? origin, reason };
}

const isBelow = (path: string, folders: readonly string[]): boolean =>
  folders.some((folder) => path.startsWith(folder.endsWith(sep) ? folder : folder + sep));
