import { useMayWrite } from "../correcting/viewer.ts";
import { useAnswer } from "../graphql/use-answer.ts";
import type { PersonState } from "../navigation/person-address.ts";
import { usePageTitle } from "../navigation/use-page-title.ts";
import { Failure } from "../states/failure.tsx";
import { NotFound } from "../states/not-found.tsx";
import { Skeleton } from "../states/skeleton.tsx";
import { Company } from "./company.tsx";
import { PERSON, type PersonNode, type Somebody } from "./documents.ts";
import { Portrait } from "./portrait.tsx";
import { SaidOnBehalf } from "./said-on-behalf.tsx";
import { SaidPart } from "./said-part.tsx";

interface PersonPageProps {
  readonly id: string;
  readonly state: PersonState;
}

/** Who somebody is, by the names and titles that articles give, and what they said over time. */
export function PersonPage({ id, state }: PersonPageProps) {
  const { answer, failure, retry } = useAnswer(PERSON, { id });
  const mayWrite = useMayWrite();
  const somebody = answer?.node ?? null;
  const isSomebody = somebody !== null && isPersonOrOrganization(somebody);
  usePageTitle(isSomebody ? somebody.name : "Person");
  if (failure !== null) return <Failure failure={failure} retry={retry} />;
  if (answer === null) return <Skeleton label="Fetching the person" shape="PERSON" />;
  if (!isSomebody) return <NotFound what="person" />;
  return (
    <article class="person columns">
      <Portrait somebody={somebody} mayWrite={mayWrite} />
      <section class="said-part" aria-label="Quotes">
        <SaidPart somebody={somebody} state={state} />
        <SaidOnBehalf somebody={somebody} />
      </section>
      <Company somebody={somebody} state={state} />
    </article>
  );
}

const isPersonOrOrganization = (node: PersonNode): node is Somebody =>
  node.__typename === "Person" || node.__typename === "Organization";
