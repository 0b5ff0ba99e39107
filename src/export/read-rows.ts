import type { Hit } from "../model/hit.ts";
import { loadStatements, statementsOf } from "../search/load-statements.ts";
import type { Search, SearchRequest } from "../search/search.ts";
import type { QuoteFilter, QuoteOrder, QuoteStore } from "../store/quote-store.ts";
import { passageRow, type QuoteRow, statementRow } from "./quote-row.ts";

export interface RowSources {
  readonly store: QuoteStore;
  readonly search: Pick<Search, "search">;
  /** Where the reading page is, without a slash at its end. */
  readonly pageUrl: string;
}

/** Rows read at once: no more is in memory, however long the export. */
const PAGE = 100;

/** All quotes under a filter, in order. */
export async function* quoteRows(
  { store, pageUrl }: RowSources,
  filter: QuoteFilter,
  order: QuoteOrder,
): AsyncGenerator<QuoteRow> {
  for (let after: string | null = null; ; ) {
    const { items, hasNext } = await store.listQuotes(filter, order, { first: PAGE, after });
    const statements = await statementsOf(
      store,
      items.map(({ value }) => value),
    );
    for (const statement of statements) if (statement !== null) yield statementRow(statement, pageUrl);
    after = items.at(-1)?.position ?? null;
    if (!hasNext || after === null) return;
  }
}

/** All hits of a search, in order: what is said in each, or the passage where nobody says anything. A quote that is several hits comes once. */
export async function* hitRows(
  sources: RowSources,
  request: Omit<SearchRequest, "first" | "after">,
): AsyncGenerator<QuoteRow> {
  const given = new Set<QuoteRow["id"]>();
  for await (const row of rowsOfSearch(sources, request)) {
    if (given.has(row.id)) continue;
    given.add(row.id);
    yield row;
  }
}

async function* rowsOfSearch(
  sources: RowSources,
  request: Omit<SearchRequest, "first" | "after">,
): AsyncGenerator<QuoteRow> {
  for (let after: string | null = null; ; ) {
    const { hits, hasNextPage } = await sources.search.search({ ...request, first: PAGE, after });
    yield* rowsOfHits(
      sources,
      hits.map(({ hit }) => hit),
    );
    after = hits.at(-1)?.cursor ?? null;
    if (!hasNextPage || after === null) return;
  }
}

async function* rowsOfHits({ store, pageUrl }: RowSources, hits: readonly Hit[]): AsyncGenerator<QuoteRow> {
  const ids = hits.flatMap(({ quoteIds }) => quoteIds);
  const [statements, articles] = await Promise.all([
    loadStatements(store, ids),
    store.articles(hits.map(({ chunk }) => chunk.articleId)),
  ]);
  const byId = new Map(ids.map((id, i) => [id, statements[i] ?? null]));
  for (const [i, { chunk, quoteIds }] of hits.entries()) {
    const article = articles[i];
    const said = quoteIds.flatMap((id) => byId.get(id) ?? []);
    if (said.length === 0 && article) yield passageRow(article, chunk, pageUrl);
    for (const statement of said) yield statementRow(statement, pageUrl);
  }
}
