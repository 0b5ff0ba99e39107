import type { Holder } from "../access/access-keys.ts";
import type { DraftChecker } from "../draft/draft-checker.ts";
import type { Editor } from "../editing/editor.ts";
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
  onOperation(fields: string): void;
  /** What changes the index; null where nobody may. */
  readonly editor: Editor | null;
  /** Who asks; null for who shows no token. */
  readonly holder: Holder | null;
}

export const createContext = (parts: Omit<GraphqlContext, "loaders">): GraphqlContext => ({
  ...parts,
  loaders: createLoaders(parts.store),
});
