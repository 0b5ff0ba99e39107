import { ShowMore } from "../controls/show-more.tsx";
import type { ResultOf } from "../graphql/graphql.ts";
import type { Asked } from "../graphql/use-answer.ts";
import { Link } from "../navigation/link.tsx";
import { countFilters, KEEP_ALL, type SearchState, searchAddress } from "../navigation/search-address.ts";
import { navigate } from "../navigation/use-location.ts";
import { verifyAddress } from "../navigation/verify-address.ts";
import { Byline } from "../quote/byline.tsx";
import type { SpokenBy } from "../quote/fragments.ts";
import { Failure } from "../states/failure.tsx";
import { Skeleton } from "../states/skeleton.tsx";
import type { Hit, SEARCH } from "./documents.ts";
import { GroupHeading } from "./group-heading.tsx";
import { HitCard } from "./hit-card.tsx";
import { groupBySpeaker } from "./hit-groups.ts";

interface HitsProps {
  readonly asked: Asked<ResultOf<typeof SEARCH>>;
  readonly state: SearchState;
}

/** The hits, or what there is instead of them. */
export function Hits({ asked: { answer, failure, loading, retry }, state }: HitsProps) {
  if (failure !== null) return <Failure failure={failure} retry={retry} />;
  if (answer === null) return <Skeleton label="Searching" shape="HITS" />;
  const { nodes, pageInfo } = answer.search;
  if (nodes.length === 0 && !loading) return <NothingFound state={state} />;
  return (
    <div aria-busy={loading} class="results">
      {state.view === "SPEAKER" ? <Grouped hits={nodes} state={state} /> : <InOrder hits={nodes} state={state} />}
      <ShowMore
        count={state.count}
        hasMore={pageInfo.hasNextPage}
        addressOf={(count) => searchAddress({ ...state, count })}
      />
    </div>
  );
}

interface HitListProps {
  readonly hits: readonly Hit[];
  readonly state: SearchState;
}

const InOrder = ({ hits, state }: HitListProps) => (
  <ol class="hits">
    {hits.map((hit) => (
      <li key={hit.id}>
        <HitCard hit={hit} {...placeOf(hit, state)}>
          {hit.quote !== null && <Byline {...hit.quote} />}
        </HitCard>
      </li>
    ))}
  </ol>
);

const Grouped = ({ hits, state }: HitListProps) => (
  <>
    {groupBySpeaker(hits).map((group) => (
      <section key={group.key} class="group" aria-label={group.heading}>
        <GroupHeading group={group} />
        <ol class="hits">
          {group.hits.map((hit) => (
            <li key={hit.id}>
              <HitCard hit={hit} {...placeOf(hit, state)}>
                {hit.quote !== null && saysMore(hit.quote) && <Byline {...hit.quote} />}
              </HitCard>
            </li>
          ))}
        </ol>
      </section>
    ))}
  </>
);

/** Whether there is more to say of who spoke than the heading over the card does. */
const saysMore = ({ speakers, onBehalfOf, isSpeakerSure, speakerMention }: SpokenBy): boolean =>
  speakers.length > 1 || onBehalfOf !== null || (speakers.length === 1 ? !isSpeakerSure : speakerMention !== null);

/** Whether a hit is shown in its place, and how it comes to be. */
const placeOf = ({ id }: Hit, state: SearchState) => ({
  open: state.around.includes(id),
  onToggle: () => navigate(searchAddress(toggledAround(state, id)), "REPLACE"),
});

const toggledAround = (state: SearchState, id: string): SearchState => ({
  ...state,
  around: state.around.includes(id) ? state.around.filter((other) => other !== id) : [...state.around, id],
});

function NothingFound({ state }: { readonly state: SearchState }) {
  const filtered = countFilters(state) > 0;
  return (
    <section class="state">
      <h2>Nothing found</h2>
      {filtered ? (
        <p>
          No passage is left under these filters.{" "}
          <Link to={searchAddress({ ...state, ...KEEP_ALL })}>Search without them</Link>
        </p>
      ) : (
        <>
          <p>No passage of the index has to do with this. Try other words, or fewer.</p>
          <p>
            <Link to={verifyAddress({ text: state.query, speaker: "" })}>Check it as a quote</Link>
          </p>
        </>
      )}
    </section>
  );
}
