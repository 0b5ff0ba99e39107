import type { Facet, FacetName } from "../../src/model/facet.ts";
import type { QuoteStoreWriter } from "../../src/store/quote-store.ts";
import { unitVector } from "./article-fixture.ts";
import { findWords, idsOf, rankAll } from "./rank-all.ts";
import { readAllPages } from "./read-all-pages.ts";

const FACETS: readonly FacetName[] = ["speakers", "onBehalfOf", "assertions", "reports", "kinds", "entities", "places"];

/** All that can be read from a store but when it was changed, and by which corrections. */
export async function readEverything(store: QuoteStoreWriter, words: readonly string[] = []) {
  const { updatedAt: _, ...info } = await store.info();
  const states = await store.states();
  const articleIds = states.map(({ id }) => id);
  const entities = await readAllPages((page) => store.listEntities({}, page));
  const entityIds = entities.map(({ id }) => id);
  const ranked = await rankAll(store);
  return {
    info,
    states,
    articles: await store.articles(articleIds),
    quotes: await readAllPages((page) => store.listQuotes({}, "CONFIDENCE", page)),
    entities,
    names: await store.entitiesByNames(entities.map(({ name }) => ({ names: [name], surnames: [name], titles: [] }))),
    timelines: await store.timelines(entityIds, "YEAR"),
    coMentions: await store.coMentions(entityIds, 9),
    chunks: await store.chunksOfArticles(articleIds),
    facets: await Promise.all(FACETS.map(async (name) => inOrder(await ranked.facet(name, 99)))),
    ranked: [...idsOf(ranked)].sort(),
    found: [...(await findWords(store, words))].sort(),
    nearest: (await store.nearest(unitVector(1), 99, {})).map(({ chunkId }) => chunkId).sort(),
  };
}

/** Equal counts come in the order in which an index met their values. */
const inOrder = (facet: Facet) => ({
  ...facet,
  values: [...facet.values].sort((a, b) => (a.value < b.value ? -1 : 1)),
});
