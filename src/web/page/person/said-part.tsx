import { Choice } from "../controls/choice.tsx";
import { ExportLinks } from "../controls/export-links.tsx";
import { SearchBox } from "../controls/search-box.tsx";
import { ShowMore } from "../controls/show-more.tsx";
import { DateHistogram } from "../facets/date-histogram.tsx";
import { PAGE_SIZE } from "../navigation/parameters.ts";
import { ALL_TIME, isAllTime } from "../navigation/period.ts";
import { type PersonState, personAddress } from "../navigation/person-address.ts";
import { type HistoryMode, navigate } from "../navigation/use-location.ts";
import { Failure } from "../states/failure.tsx";
import { Skeleton } from "../states/skeleton.tsx";
import type { Said, Somebody } from "./documents.ts";
import { SaidByArticle, SaidInOrder } from "./said-lists.tsx";
import { type SaidAnswer, useSaid } from "./use-said.ts";

interface SaidPartProps {
  readonly somebody: Somebody;
  readonly state: PersonState;
}

const ORDERS = [
  ["NEWEST", "Newest first"],
  ["OLDEST", "Oldest first"],
] as const;

/** What somebody said, and what to narrow it by. */
export function SaidPart({ somebody, state }: SaidPartProps) {
  const asked = useSaid(somebody.id, state);
  const timeline = somebody.__typename === "Person" ? somebody.timeline : [];
  const isAbout = state.about.trim() !== "";
  const go = (change: Partial<PersonState>, mode?: HistoryMode) =>
    navigate(personAddress(somebody.id, { ...state, count: PAGE_SIZE, ...change }), mode);
  return (
    <>
      <SearchBox
        label={`Search what ${somebody.name} said`}
        placeholder={`What ${somebody.name} said about…`}
        value={state.about}
        onQuestion={(about, settled) => go({ about, period: ALL_TIME }, settled ? "REPLACE" : "DRAFT")}
        hasShortcut
      />
      {!isAbout && (
        <DateHistogram
          months={timeline.flatMap(({ period, quotes }) => (period === null ? [] : { month: period, count: quotes }))}
          period={state.period}
          onPeriod={(period) => go({ period })}
          note={undated(timeline)}
        />
      )}
      <div class="result-line">
        <p role="status">{summary(asked, isAbout)}</p>
        {!isAbout && (
          <Choice label="Order" options={ORDERS} value={state.order} onChange={(order) => go({ order }, "REPLACE")} />
        )}
        <a href={asked.playground}>Open in the Playground</a>
        <ExportLinks address={personAddress(somebody.id, { ...state, count: PAGE_SIZE })} />
      </div>
      <SaidQuotes asked={asked} somebody={somebody} state={state} />
    </>
  );
}

type Timeline = Extract<Somebody, { readonly __typename: "Person" }>["timeline"];

function undated(timeline: Timeline): string {
  const without = timeline.find(({ period }) => period === null);
  return without === undefined ? "" : `${without.quotes} undated`;
}

function summary({ said, loading, failure }: SaidAnswer, isAbout: boolean): string {
  if (failure !== null) return "";
  if (said === null || loading) return "Fetching…";
  const { nodes, totalCount } = said;
  if (totalCount === 0) return "No quotes";
  const counted = totalCount === 1 ? "1 quote" : `${totalCount} quotes`;
  const shown = nodes.length === totalCount ? counted : `${nodes.length} of ${counted}`;
  return isAbout ? `${shown}, the closest first` : shown;
}

interface SaidQuotesProps extends SaidPartProps {
  readonly asked: SaidAnswer;
}

function SaidQuotes({ asked: { said, failure, loading, retry }, somebody, state }: SaidQuotesProps) {
  if (failure !== null) return <Failure failure={failure} retry={retry} />;
  if (said === null) return <Skeleton label="Fetching the quotes" shape="HITS" />;
  if (said.nodes.length === 0 && !loading) return <NothingSaid somebody={somebody} state={state} />;
  return (
    <div aria-busy={loading} class="results">
      <SaidList said={said} somebody={somebody} state={state} />
      <ShowMore
        count={state.count}
        hasMore={said.pageInfo.hasNextPage}
        addressOf={(count) => personAddress(somebody.id, { ...state, count })}
      />
    </div>
  );
}

const SaidList = ({ said, somebody, state }: SaidPartProps & { readonly said: Said }) =>
  state.about.trim() === "" ? (
    <SaidByArticle quotes={said.nodes} somebody={somebody} />
  ) : (
    <SaidInOrder quotes={said.nodes} somebody={somebody} />
  );

const NothingSaid = ({ somebody, state }: SaidPartProps) => (
  <p class="state">
    {isAllTime(state.period) ? `No quote of ${somebody.name} is in the index.` : "Nothing was said in this period."}
  </p>
);
