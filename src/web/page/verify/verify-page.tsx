import { playgroundLink } from "../graphql/playground-link.ts";
import { useAnswer } from "../graphql/use-answer.ts";
import { navigate } from "../navigation/use-location.ts";
import { usePageTitle } from "../navigation/use-page-title.ts";
import { type ClaimState, verifyAddress } from "../navigation/verify-address.ts";
import { Failure } from "../states/failure.tsx";
import { Skeleton } from "../states/skeleton.tsx";
import { VERIFY } from "./documents.ts";
import { Outcome } from "./outcome.tsx";
import { VERDICTS } from "./verdicts.ts";
import { VerifyForm } from "./verify-form.tsx";

/** Was it ever said, by whom, and what was changed? @param props.state What the address says. */
export function VerifyPage({ state }: { readonly state: ClaimState }) {
  const isBlank = state.text.trim() === "";
  const variables = { text: state.text, speaker: state.speaker.trim() === "" ? null : state.speaker };
  const { answer, failure, loading, retry } = useAnswer(VERIFY, isBlank ? null : variables);
  usePageTitle("Check a quote");
  return (
    <div class="verify">
      <h1>Check a quote</h1>
      <p class="lead">Was it ever said, by whom, and in these words?</p>
      <VerifyForm key={verifyAddress(state)} state={state} onClaim={(claim) => navigate(verifyAddress(claim))} />
      <p role="status" class="for-ears">
        {!loading && answer !== null && VERDICTS[answer.verifyQuote.verdict].label}
      </p>
      {failure !== null && <Failure failure={failure} retry={retry} />}
      {loading && <Skeleton label="Checking" shape="PERSON" />}
      {!loading && answer !== null && (
        <>
          <Outcome verification={answer.verifyQuote} />
          <p class="note">
            <a href={playgroundLink(VERIFY, variables)}>Open in the Playground</a>
          </p>
        </>
      )}
    </div>
  );
}
