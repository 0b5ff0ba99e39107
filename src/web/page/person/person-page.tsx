import { playgroundLink } from "../graphql/playground-link.ts";
import { useAnswer } from "../graphql/use-answer.ts";
import { MAX_COUNT, PAGE_SIZE, type PersonState, personAddress } from "../navigation/address.ts";
import { navigate } from "../navigation/use-location.ts";
import { usePageTitle } from "../navigation/use-page-title.ts";
import { formatDate } from "../quote/format-date.ts";
import { SearchBox } from "../search/search-box.tsx";
import { Failure } from "../states/failure.tsx";
import { NotFound } from "../states/not-found.tsx";
import { Skeleton } from "../states/skeleton.tsx";
import { PERSON, type PersonNode, type Somebody } from "./documents.ts";
import { PersonQuoteCard } from "./person-quote-card.tsx";

interface PersonPageProps {
  readonly id: string;
  readonly state: PersonState;
}

/** Who somebody is, by the names and titles that articles give, and what they said. */
export function PersonPage({ id, state }: PersonPageProps) {
  const about = state.about.trim() === "" ? null : state.about;
  const variables = { id, about, first: state.count };
  const { answer, failure, loading, retry } = useAnswer(PERSON, variables);
  const somebody = answer?.node ?? null;
  const isSomebody = somebody !== null && isPersonOrOrganization(somebody);
  usePageTitle(isSomebody ? somebody.name : "Person");
  if (failure !== null) return <Failure failure={failure} retry={retry} />;
  if (answer === null) return <Skeleton label="Fetching the person" blocks={4} />;
  if (!isSomebody) return <NotFound what="person" />;
  const ask = (text: string, settled: boolean) =>
    navigate(personAddress(id, { about: text, count: PAGE_SIZE }), settled ? "REPLACE" : "DRAFT");
  return (
    <article class="person">
      <Portrait somebody={somebody} />
      <SearchBox
        label={`Search what ${somebody.name} said`}
        placeholder={`What ${somebody.name} said about…`}
        value={state.about}
        onQuestion={ask}
        hasShortcut
      />
      <div class="result-line">
        <p role="status">{loading ? "Fetching…" : quoteCount(somebody, about)}</p>
        <a href={playgroundLink(PERSON, variables)}>Open in the Playground</a>
      </div>
      <Quotes somebody={somebody} state={state} loading={loading} />
    </article>
  );
}

const isPersonOrOrganization = (node: PersonNode): node is Somebody =>
  node.__typename === "Person" || node.__typename === "Organization";

function quoteCount({ quotes: { nodes, totalCount } }: Somebody, about: string | null): string {
  if (totalCount === 0) return "No quotes";
  if (totalCount === 1) return "1 quote";
  const order = about === null ? "the newest first" : "the closest first";
  return nodes.length === totalCount
    ? `${totalCount} quotes, ${order}`
    : `${nodes.length} of ${totalCount} quotes, ${order}`;
}

const Portrait = ({ somebody }: { readonly somebody: Somebody }) => (
  <header class="portrait">
    <h1>{somebody.name}</h1>
    {somebody.__typename === "Person" && <Titles titles={somebody.titles} />}
    {somebody.aliases.length > 0 && (
      <p class="note">
        Also called {somebody.aliases.join(", ")}. Mentioned {somebody.mentionCount} times.
      </p>
    )}
  </header>
);

type Titles = Extract<Somebody, { readonly __typename: "Person" }>["titles"];

const Titles = ({ titles }: { readonly titles: Titles }) => (
  <ul class="titles">
    {titles.map(({ title, asOf }) => (
      <li key={`${title} ${asOf}`}>
        {title}
        {asOf !== null && <time dateTime={asOf}>{formatDate(asOf)}</time>}
      </li>
    ))}
  </ul>
);

interface QuotesProps {
  readonly somebody: Somebody;
  readonly state: PersonState;
  readonly loading: boolean;
}

function Quotes({ somebody, state, loading }: QuotesProps) {
  const { nodes, pageInfo } = somebody.quotes;
  if (nodes.length === 0 && !loading) return <p class="state">No quote of {somebody.name} is in the index.</p>;
  const more = { ...state, count: Math.min(state.count + PAGE_SIZE, MAX_COUNT) };
  return (
    <>
      <ol class="hits" aria-busy={loading}>
        {nodes.map((quote) => (
          <li key={quote.id}>
            <PersonQuoteCard quote={quote} somebody={somebody} />
          </li>
        ))}
      </ol>
      {pageInfo.hasNextPage && state.count < MAX_COUNT && (
        <button
          type="button"
          class="action show-more"
          onClick={() => navigate(personAddress(somebody.id, more), "REPLACE")}
        >
          Show more
        </button>
      )}
    </>
  );
}
