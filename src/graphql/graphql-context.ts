import type { Search } from "../search/search.ts";
import type { QuoteStore } from "../store/quote-store.ts";
import { createLoaders, type Loaders } from "./loaders.ts";

/** What the resolvers of one request work with. */
export interface GraphqlContext {
  readonly store: QuoteStore;
  readonly search: Search;
  readonly loaders: Loaders;
}

export const createContext = (store: QuoteStore, search: Search): GraphqlContext => ({
  store,
  search,
  loaders: createLoaders(store),
});
