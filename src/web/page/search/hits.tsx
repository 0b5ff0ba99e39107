import type { ResultOf } from "../graphql/graphql.ts";
import type { Asked } from "../graphql/use-answer.ts";
import { EMPTY_SEARCH, MAX_COUNT, PAGE_SIZE, type SearchState, searchAddress } from "../navigation/address.ts";
import { Link } from "../navigation/link.tsx";
import { navigate } from "../navigation/use-location.ts";
import { Failure } from "../states/failure.tsx";
import { Skeleton } from "../states/skeleton.tsx";
import type { SEARCH } from "./documents.ts";
import { HitCard } from "./hit-card.tsx";

/** As many as fill a screen. */
const SKELETON_HITS = 4;

interface HitsProps {
  readonly asked: Asked<ResultOf<typeof SEARCH>>;
  readonly state: SearchState;
}

/** The hits in order, or what there is instead of them. */
export function Hits({ asked: { answer, failure, loading, retry }, state }: HitsProps) {
  if (failure !== null) return <Failure failure={failure} retry={retry} />;
  if (answer === null) return <Skeleton label="Searching" blocks={SKELETON_HITS} />;
  const { nodes, pageInfo } = answer.search;
  if (nodes.length === 0 && !loading) return <NothingFound state={state} />;
  return (
    <>
      <ol class="hits" aria-busy={loading}>
        {nodes.map((hit) => (
          <li key={hit.id}>
            <HitCard
              hit={hit}
              open={state.around.includes(hit.id)}
              onToggle={() => navigate(searchAddress(toggledAround(state, hit.id)), "REPLACE")}
            />
          </li>
        ))}
      </ol>
      {pageInfo.hasNextPage && state.count < MAX_COUNT && <ShowMore state={state} />}
    </>
  );
}

const toggledAround = (state: SearchState, id: string): SearchState => ({
  ...state,
  around: state.around.includes(id) ? state.around.filter((other) => other !== id) : [...state.around, id],
});

function ShowMore({ state }: { readonly state: SearchState }) {
  const more = { ...state, count: Math.min(state.count + PAGE_SIZE, MAX_COUNT) };
  return (
    <button type="button" class="action show-more" onClick={() => navigate(searchAddress(more), "REPLACE")}>
      Show more
    </button>
  );
}

function NothingFound({ state }: { readonly state: SearchState }) {
  const filtered = state.speakers.length > 0 || state.kind !== null;
  return (
    <section class="state">
      <h2>Nothing found</h2>
      {filtered ? (
        <p>
          No passage is left under these filters.{" "}
          <Link to={searchAddress({ ...EMPTY_SEARCH, query: state.query })}>Search without them</Link>
        </p>
      ) : (
        <p>No passage of the index has to do with this. Try other words, or fewer.</p>
      )}
    </section>
  );
}
