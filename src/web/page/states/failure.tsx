import type { AskFailure } from "../graphql/ask.ts";

interface FailureProps {
  readonly failure: AskFailure;
  readonly retry: () => void;
}

/** Says what is wrong in the server's own sentence; what may pass by itself can be tried again. */
export const Failure = ({ failure, retry }: FailureProps) => (
  <section class="state" role="alert">
    <h2>{failure.reason === "AWAY" ? "No answer" : "This can’t be answered"}</h2>
    <p>{failure.message}</p>
    {failure.reason === "AWAY" && (
      <button type="button" class="action" onClick={retry}>
        Try again
      </button>
    )}
  </section>
);
