import type { Article } from "../../model/article.ts";
import { nameWords } from "../../model/name-words.ts";
import { byIds } from "../by-ids.ts";
import type { ArticleFilter, ArticleState, Page, PageRequest } from "../quote-store.ts";
import type { ArticleDocument } from "./documents/article-document.ts";
import { entityIdsOf } from "./entities.ts";
import type { Indices } from "./indices.ts";
import { allOf, publicationQueries } from "./publication-query.ts";
import { readPage, type SortedList } from "./sorted-page.ts";

const NEWEST_FIRST: SortedList = {
  name: "articles",
  kind: "articles",
  sort: [{ newest: "desc" }, { id: "asc" }],
  source: ["article"],
};

type Read = Pick<ArticleDocument, "article">;

export async function readArticles(indices: Indices, ids: readonly string[]): Promise<readonly (Article | null)[]> {
  const read = await indices.get<Read>("articles", ids, ["article"]);
  return byIds(
    ids,
    [...read],
    ([id]) => id,
    ([, { article }]) => article,
  );
}

export async function readArticleByUrl(indices: Indices, url: string): Promise<Article | null> {
  const body = { query: { term: { url } }, size: 1, sort: [{ id: "asc" }], _source: ["article"] };
  const { hits } = await indices.search<Read>({ kind: "articles", body });
  return hits.hits[0]?._source.article ?? null;
}

export async function listArticles(indices: Indices, filter: ArticleFilter, page: PageRequest): Promise<Page<Article>> {
  const words = filter.title === undefined ? [] : nameWords(filter.title);
  const query = allOf([
    ...publicationQueries(filter),
    ...words.map((word) => ({ prefix: { titleWords: word } })),
    ...(filter.mentions === undefined ? [] : [{ terms: { entities: await entityIdsOf(indices, [filter.mentions]) } }]),
  ]);
  return readPage(indices, NEWEST_FIRST, query, page, ({ article }: Read) => article);
}

/** All, in the order of their ids. */
export async function readArticleStates(indices: Indices): Promise<readonly ArticleState[]> {
  const states: ArticleState[] = [];
  const source = ["article.id", "article.revision", "article.title", "origin", "sample"];
  const body = { query: { match_all: {} }, sort: [{ id: "asc" }], _source: source };
  for await (const { _source } of indices.all<ArticleDocument>("articles", body)) {
    const { article, origin, sample } = _source;
    states.push({ id: article.id, revision: article.revision, title: article.title, origin, sample });
  }
  return states;
}
