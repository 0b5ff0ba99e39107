import { Choice } from "../controls/choice.tsx";
import { ExportLinks } from "../controls/export-links.tsx";
import type { ResultOf } from "../graphql/graphql.ts";
import { playgroundLink } from "../graphql/playground-link.ts";
import { type Asked, useAnswer } from "../graphql/use-answer.ts";
import { PAGE_SIZE } from "../navigation/parameters.ts";
import { type HitView, type SearchState, searchAddress } from "../navigation/search-address.ts";
import { navigate } from "../navigation/use-location.ts";
import { SEARCH } from "./documents.ts";
import { Hits } from "./hits.tsx";
import { ReadingLine } from "./reading-line.tsx";
import { searchFilter } from "./search-filter.ts";
import { SearchFilters } from "./search-filters.tsx";
import { useFacets } from "./use-facets.ts";

const VIEWS = [
  ["ORDER", "Best first"],
  ["SPEAKER", "By speaker"],
] as const;

/** What answers a question that is not blank, and how it divides. */
export function Results({ state }: { readonly state: SearchState }) {
  const variables = { query: state.query, filter: searchFilter(state), first: state.count };
  const asked = useAnswer(SEARCH, variables);
  const facets = useFacets(state);
  const narrow = (change: Partial<SearchState>) =>
    navigate(searchAddress({ ...state, count: PAGE_SIZE, around: [], ...change }));
  const show = (view: HitView) => navigate(searchAddress({ ...state, view }), "REPLACE");
  return (
    <div class="columns">
      <aside class="search-aside" aria-label="Filters">
        {asked.failure === null && <SearchFilters facets={facets} state={state} onChange={narrow} />}
      </aside>
      <section class="search-hits" aria-label="Passages">
        <div class="result-line">
          <p role="status">{summary(asked)}</p>
          <Choice label="Show" options={VIEWS} value={state.view} onChange={show} />
          <a href={playgroundLink(SEARCH, variables)}>Open in the Playground</a>
          <ExportLinks address={searchAddress({ ...state, view: "ORDER", count: PAGE_SIZE, around: [] })} hasFeed />
        </div>
        {asked.answer !== null && asked.failure === null && (
          <ReadingLine
            reading={asked.answer.search.reading}
            query={state.query}
            onQuery={(query) => narrow({ query })}
          />
        )}
        <Hits asked={asked} state={state} />
      </section>
    </div>
  );
}

function summary({ answer, loading, failure }: Asked<ResultOf<typeof SEARCH>>): string {
  if (failure !== null) return "";
  if (answer === null || loading) return "Searching…";
  const { nodes, totalCount } = answer.search;
  if (nodes.length === 0) return "No passages";
  if (nodes.length === totalCount) return nodes.length === 1 ? "1 passage" : `${totalCount} passages`;
  return `The best ${nodes.length} of ${totalCount} passages`;
}
