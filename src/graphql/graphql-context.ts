import type { DraftChecker } from "../draft/draft-checker.ts";
import type { Search } from "../search/search.ts";
import type { QuoteStore } from "../store/quote-store.ts";
import { createLoaders, type Loaders } from "./loaders.ts";

/** What the resolvers of one request work with. */
export interface GraphqlContext {
  readonly store: QuoteStore;
  readonly search: Search;
  readonly drafts: DraftChecker;
  readonly loaders: Loaders;
  /** Hears what is asked for, as the names of the fields at the top. */
  readonly onOperation?: (fields: string) => void;
}

export const createContext = (parts: Omit<GraphqlContext, "loaders">): GraphqlContext => ({
  ...parts,
  loaders: createLoaders(parts.store),
});
