import { useEffect } from "preact/hooks";
import { type DraftState, draftQuoteAnchor } from "../navigation/draft-address.ts";
import { usePageTitle } from "../navigation/use-page-title.ts";
import { Failure } from "../states/failure.tsx";
import { Skeleton } from "../states/skeleton.tsx";
import { ChosenQuote } from "./chosen-quote.tsx";
import type { DraftCheck } from "./documents.ts";
import { DraftCounts, progressWords } from "./draft-counts.tsx";
import { DraftForm } from "./draft-form.tsx";
import { DraftText } from "./draft-text.tsx";
import { QuoteRating } from "./quote-rating.tsx";
import { SaveDraft } from "./save-draft.tsx";
import { type Draft, useDraft } from "./use-draft.ts";
import { useProblems } from "./use-problems.ts";

/** A whole draft before it prints: paste it or drop a file, and it comes back with each quote in its place. */
export function DraftPage({ state }: { readonly state: DraftState }) {
  const draft = useDraft();
  const { check, failure, loading } = draft;
  usePageTitle("Check a draft");
  return (
    <div class="draft">
      <div class="verify">
        <h1>Check a draft</h1>
        <p class="lead">Was every quote of it said, by whom, and in these words?</p>
        <details open={check === null} class={check === null ? "is-fresh" : ""}>
          <summary>The text</summary>
          <DraftForm draft={draft} />
        </details>
      </div>
      <p role="status" class="for-ears">
        {check && progressWords(check, loading)}
      </p>
      {failure !== null && <Failure failure={failure} retry={() => void draft.checkText(draft.text)} />}
      {loading && check === null && <Skeleton label="Checking every quote" shape="ARTICLE" />}
      {check !== null && <CheckedDraft check={check} draft={draft} state={state} />}
    </div>
  );
}

interface CheckedDraftProps {
  readonly check: DraftCheck;
  readonly draft: Pick<Draft, "loading" | "ratings" | "rate">;
  readonly state: DraftState;
}

function CheckedDraft({ check, draft: { loading, ratings, rate }, state }: CheckedDraftProps) {
  const place = check.quotes.findIndex((_, i) => draftQuoteAnchor(i) === state.anchor);
  const quote = check.quotes[place];
  useScrollTo(state.anchor);
  return (
    <article class="reading columns">
      <header class="reading-head draft-head">
        <DraftCounts check={check} state={state} loading={loading} />
        <ProblemSteps check={check} state={state} />
        {check.summary !== null && <SaveDraft check={check} ratings={ratings} />}
      </header>
      <aside class="reading-aside" aria-label="What was found">
        {quote === undefined ? (
          <p class="note">Choose a quote by its words, or go from problem to problem by the key N.</p>
        ) : (
          <ChosenQuote key={place} chosen={{ quote, place }} state={state}>
            <QuoteRating rating={ratings.get(place) ?? ""} onRate={(rating) => rate(place, rating)} />
          </ChosenQuote>
        )}
      </aside>
      <DraftText check={check} state={state} />
    </article>
  );
}

function ProblemSteps({ check, state }: Pick<CheckedDraftProps, "check" | "state">) {
  const { count, current, next, previous } = useProblems(check, state);
  if (count === 0) return null;
  return (
    <div class="actions problem-steps">
      <button type="button" class="action" aria-keyshortcuts="p" onClick={previous}>
        Previous problem
      </button>
      <button type="button" class="action is-main" aria-keyshortcuts="n" onClick={next}>
        Next problem
      </button>
      <span class="note" role="status">
        {current === null ? `${count} to look at` : `${current} of ${count}`}
      </span>
    </div>
  );
}

function useScrollTo(anchor: string): void {
  useEffect(() => {
    if (anchor !== "") document.getElementById(anchor)?.scrollIntoView({ block: "center" });
  }, [anchor]);
}
