import { useAnswer } from "../graphql/use-answer.ts";
import { ALL_TIME, isAllTime } from "../navigation/period.ts";
import { FACET_NAMES, type FacetName, type SearchState } from "../navigation/search-address.ts";
import { FACETS, type Facet } from "./documents.ts";
import { searchFilter } from "./search-filter.ts";

export type Facets = Readonly<Record<FacetName | "months", Facet>>;

/**
 * How the passages divide by each facet; null until it is known. Each facet is counted under the filters of the others
 * alone, so that beside a chosen value stands what the reader would gain by another.
 */
export function useFacets(state: SearchState): Facets | null {
  const all = useFacetsUnder(state);
  const without = {
    speaker: useFacetsUnder(withoutFacet(state, "speaker")),
    onBehalfOf: useFacetsUnder(withoutFacet(state, "onBehalfOf")),
    voice: useFacetsUnder(withoutFacet(state, "voice")),
    assertion: useFacetsUnder(withoutFacet(state, "assertion")),
    reports: useFacetsUnder(withoutFacet(state, "reports")),
    publisher: useFacetsUnder(withoutFacet(state, "publisher")),
    mentions: useFacetsUnder(withoutFacet(state, "mentions")),
    place: useFacetsUnder(withoutFacet(state, "place")),
    months: useFacetsUnder(isAllTime(state.period) ? null : { ...state, period: ALL_TIME }),
  };
  if (all === null) return null;
  const facetOf = (name: FacetName | "months") => (without[name] ?? all)[name];
  const lists = FACET_NAMES.map((name) => [name, facetOf(name)] as const);
  return { ...(Object.fromEntries(lists) as Record<FacetName, Facet>), months: facetOf("months") };
}

/** Null where the facet keeps all: then nothing differs without it. */
const withoutFacet = (state: SearchState, name: FacetName): SearchState | null =>
  state.kept[name].length === 0 ? null : { ...state, kept: { ...state.kept, [name]: [] } };

function useFacetsUnder(state: SearchState | null): Facets | null {
  const { answer } = useAnswer(FACETS, state && { query: state.query, filter: searchFilter(state) });
  return answer?.search.facets ?? null;
}
