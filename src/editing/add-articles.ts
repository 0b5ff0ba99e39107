import type { VerbatimError } from "../errors.ts";
import type { IndexingParts } from "../indexing/index-articles.ts";
import type { ReadOptions } from "../ingest/article-source.ts";
import type { Article } from "../model/article.ts";

/** An article as somebody hands it in: the fields of a JSON line (docs/formats.md). */
export interface GivenArticle {
  readonly text: string;
  readonly id?: string | null | undefined;
  readonly title?: string | null | undefined;
  readonly publisher?: string | null | undefined;
  readonly author?: string | null | undefined;
  readonly url?: string | null | undefined;
  readonly publishedAt?: string | null | undefined;
  readonly media?: string | null | undefined;
}

export type AddedOutcome = "indexed" | "replaced" | "unchanged" | "repeated";

export interface AddedArticles {
  readonly added: readonly { readonly article: Article; readonly outcome: AddedOutcome }[];
  readonly failed: readonly { readonly where: string; readonly error: VerbatimError }[];
}

const NAME = "The list of articles,";

/** Reads, takes apart, embeds and stores them, as `npm run index` does; a bad one is told of, and the others go in. */
export async function addArticles(
  articles: readonly GivenArticle[],
  parts: IndexingParts,
  limits: ReadOptions,
): Promise<AddedArticles> {
  const bytes = (async function* () {
    for (const article of articles) yield Buffer.from(`${JSON.stringify(article)}\n`);
  })();
  const source = { name: NAME, format: "JSON_LINES" as const, bytes, details: {}, sourceKey: "articles" };
  const run = {
    inputs: [{ source, origin: null }],
    folders: [],
    sample: false,
    limits,
    signal: new AbortController().signal,
  };
  const added: { readonly article: Article; readonly outcome: AddedOutcome }[] = [];
  const failed: { readonly where: string; readonly error: VerbatimError }[] = [];
  // Loaded with the first articles: a server that only searches needs none of what reads them.
  const { indexArticles } = await import("../indexing/index-articles.ts");
  for await (const event of indexArticles(run, parts)) {
    if (event.type === "failed") failed.push({ where: event.where, error: event.error });
    else if (event.type !== "removed") added.push({ article: event.article, outcome: event.type });
  }
  return { added, failed };
}
