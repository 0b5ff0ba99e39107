import { SearchBox } from "../controls/search-box.tsx";
import { EMPTY_SEARCH, type SearchState, searchAddress } from "../navigation/search-address.ts";
import { navigate } from "../navigation/use-location.ts";
import { FrontPage } from "./front-page.tsx";
import { Results } from "./results.tsx";

/** A question, the passages that answer it, and what to narrow them by. @param props.state What the address says. */
export function SearchPage({ state }: { readonly state: SearchState }) {
  const ask = (query: string, settled: boolean) => {
    // Another question has other speakers and other hits: filters of the last one would hide what it finds.
    const next = query === state.query ? state : { ...EMPTY_SEARCH, query, view: state.view };
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
