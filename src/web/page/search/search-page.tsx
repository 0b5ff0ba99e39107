import { Choice } from "../controls/choice.tsx";
import { SearchBox } from "../controls/search-box.tsx";
import { playgroundLink } from "../graphql/playground-link.ts";
import { useAnswer } from "../graphql/use-answer.ts";
import { PAGE_SIZE } from "../navigation/parameters.ts";
import { EMPTY_SEARCH, type HitView, type SearchState, searchAddress } from "../navigation/search-address.ts";
import { navigate } from "../navigation/use-location.ts";
import { SEARCH, SPEAKERS_FOUND, searchVariables } from "./documents.ts";
import { FilterChips } from "./filter-chips.tsx";
import { FrontPage } from "./front-page.tsx";
import { Hits } from "./hits.tsx";
import { speakerChoices } from "./speakers-found.ts";

/** How many of the best passages to look for speakers in: deeper, they hardly have to do with the question. */
const SPEAKERS_WITHIN = 50;

const VIEWS = [
  ["ORDER", "Best first"],
  ["SPEAKER", "By speaker"],
] as const;

/** A question, the passages that answer it, and what to narrow them by. @param props.state What the address says. */
export function SearchPage({ state }: { readonly state: SearchState }) {
  const ask = (query: string, settled: boolean) => {
    // Another question has other speakers and other hits: filters of the last one would hide what it finds.
    const next = query === state.query ? state : { ...EMPTY_SEARCH, query, kind: state.kind, view: state.view };
    navigate(searchAddress(next), settled ? "REPLACE" : "DRAFT");
  };
  const isBlank = state.query.trim() === "";
  return (
    <>
      <h1 class={isBlank ? "headline" : "for-ears"}>Who said what, where, in which words</h1>
      <SearchBox
        label="Search what was said"
        placeholder="What was said about…"
        value={state.query}
        onQuestion={ask}
        hasShortcut
      />
      {isBlank ? <FrontPage /> : <Results state={state} />}
    </>
  );
}

function Results({ state }: { readonly state: SearchState }) {
  const variables = searchVariables(state);
  const asked = useAnswer(SEARCH, variables);
  const found = useAnswer(SPEAKERS_FOUND, { query: state.query, first: SPEAKERS_WITHIN });
  const hits = asked.answer?.search.nodes ?? [];
  const narrow = (change: Partial<SearchState>) =>
    navigate(searchAddress({ ...state, count: PAGE_SIZE, around: [], ...change }));
  const show = (view: HitView) => navigate(searchAddress({ ...state, view }), "REPLACE");
  return (
    <>
      <FilterChips state={state} speakers={speakerChoices(found.answer, hits, state.speakers)} onChange={narrow} />
      <div class="result-line">
        <p role="status">{summary(asked)}</p>
        <Choice label="Show" options={VIEWS} value={state.view} onChange={show} />
        {variables !== null && <a href={playgroundLink(SEARCH, variables)}>Open in the Playground</a>}
      </div>
      <Hits asked={asked} state={state} />
    </>
  );
}

type SearchAsked = Parameters<typeof Hits>[0]["asked"];

function summary({ answer, loading, failure }: SearchAsked): string {
  if (failure !== null) return "";
  if (answer === null || loading) return "Searching…";
  const { nodes, totalCount } = answer.search;
  if (nodes.length === 0) return "No passages";
  if (nodes.length === totalCount) return nodes.length === 1 ? "1 passage" : `${totalCount} passages, the best first`;
  return `The best ${nodes.length} of ${totalCount} passages`;
}
