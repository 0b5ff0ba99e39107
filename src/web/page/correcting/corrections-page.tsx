import { ShowMore } from "../controls/show-more.tsx";
import { useAnswer } from "../graphql/use-answer.ts";
import { articleAddress, quoteAnchor } from "../navigation/article-address.ts";
import { type CorrectionsState, correctionsAddress } from "../navigation/corrections-address.ts";
import { Link } from "../navigation/link.tsx";
import { usePageTitle } from "../navigation/use-page-title.ts";
import { SpeakerName } from "../quote/byline.tsx";
import { CorrectionNote } from "../quote/correction-note.tsx";
import { shortened } from "../quote/shortened.ts";
import { Failure } from "../states/failure.tsx";
import { Skeleton } from "../states/skeleton.tsx";
import { CORRECTIONS, type ListedCorrection, UNDO_CORRECTION } from "./documents.ts";
import { useChange } from "./use-change.ts";
import { useMayWrite } from "./viewer.ts";

/** The latest of all that people put right, each with a way back. */
export function CorrectionsPage({ state: { count } }: { readonly state: CorrectionsState }) {
  const { answer, failure, retry } = useAnswer(CORRECTIONS, { first: count });
  usePageTitle("Corrections");
  if (failure !== null) return <Failure failure={failure} retry={retry} />;
  if (answer === null) return <Skeleton label="Fetching the corrections" shape="PERSON" />;
  const { nodes, pageInfo, totalCount } = answer.corrections;
  return (
    <div class="corrections">
      <h1>Corrections</h1>
      <p class="lead">{totalCount === 0 ? "Nothing was put right yet." : "What was put right, the latest first."}</p>
      <ul class="list">
        {nodes.map((correction) => (
          <Correction key={correction.id} correction={correction} />
        ))}
      </ul>
      <ShowMore
        count={count}
        hasMore={pageInfo.hasNextPage}
        addressOf={(more) => correctionsAddress({ count: more })}
      />
    </div>
  );
}

function Correction({ correction }: { readonly correction: ListedCorrection }) {
  const { failure, isBusy, change } = useChange();
  const mayWrite = useMayWrite();
  return (
    <li>
      <CorrectedThing correction={correction} />
      <CorrectionNote correction={correction} />
      {correction.undone === null && mayWrite && (
        <button
          type="button"
          class="action"
          disabled={isBusy}
          onClick={() => void change(UNDO_CORRECTION, { id: correction.id })}
        >
          Undo
        </button>
      )}
      {failure !== null && (
        <p class="refused" role="alert">
          {failure.message}
        </p>
      )}
    </li>
  );
}

/** The words, leading to their place in the article where they are still a quote there; or the people. */
function CorrectedThing({
  correction: { selectors, article, quote, people },
}: {
  readonly correction: ListedCorrection;
}) {
  if (selectors.length === 0)
    return (
      <p>
        {people.map((person, i) => (
          <span key={person.id}>
            {i > 0 && " and "}
            <SpeakerName speaker={person} />
          </span>
        ))}
      </p>
    );
  const words = shortened(selectors.map(({ exact }) => exact).join(" … "));
  if (article === null)
    return (
      <p>
        {words} <span class="note">(its article is not in the index)</span>
      </p>
    );
  const anchor = quote === null ? "" : quoteAnchor(quote.id);
  return (
    <p>
      <Link to={articleAddress(article.id, { anchor })}>{words}</Link>
      {article.title !== null && <span class="note"> · {article.title}</span>}
    </p>
  );
}
