import type { IncomingMessage } from "node:http";
import { createDraftChecker, type DraftChecker } from "../draft/draft-checker.ts";
import type { OpenNotes } from "../draft/notes-index.ts";
import { scopeOf } from "../http/request-scope.ts";
import type { Models } from "../inference/fork-models.ts";
import { createSearch } from "../search/create-search.ts";
import type { Search } from "../search/search.ts";
import type { QuoteStore } from "../store/quote-store.ts";
import { embedderStage, storeStage, taggerStage } from "../telemetry/stages.ts";
import { type Watch, watchCalls } from "../telemetry/watch-calls.ts";

/** What answers one request, on whatever surface: it stops with the request, and its stages are timed. */
export interface Answering {
  readonly store: QuoteStore;
  readonly search: Search;
  readonly drafts: DraftChecker;
  /** Hears what is asked for, as names that tell nothing of the question: GraphQL's fields, a tool. */
  onOperation(names: string): void;
}

interface AnsweringParts {
  readonly store: QuoteStore;
  readonly models: Pick<Models, "embedder" | "tagger">;
}

/** GraphQL, the tools, the exports and the heads of pages each ask this for what answers a request. */
export const answeringRequests =
  (parts: AnsweringParts) =>
  (request: IncomingMessage): Answering => {
    const scope = scopeOf(request);
    const onOperation = (names: string) => {
      scope.operation = names;
    };
    return { ...watchedParts(parts, scope), onOperation };
  };

/** The parts that answer while something is watched. */
export function watchedParts({ store, models }: AnsweringParts, watch: Watch): Omit<Answering, "onOperation"> {
  const watchedStore = watchCalls(store, storeStage, watch);
  const embedder = watchCalls(models.embedder, embedderStage, watch);
  const tagger = models.tagger && watchCalls(models.tagger, taggerStage, watch);
  const search = createSearch({ store: watchedStore, embedder });
  // Loaded with the first notes: what reads articles takes 50 MB.
  const openNotes: OpenNotes = async (notes) => {
    const { notesBeside } = await import("../draft/notes-index.ts");
    return notesBeside({ store: watchedStore, embedder, tagger })(notes);
  };
  return { store: watchedStore, search, drafts: createDraftChecker({ search, tagger, openNotes }) };
}
