import { print } from "@0no-co/graphql.web";
import type { TadaDocumentNode } from "gql.tada";
import { useEffect, useState } from "preact/hooks";
import { AskFailure, ask } from "./ask.ts";

export interface Asked<Result> {
  /** The answer; while another is on its way, the one before, so that the page does not flicker. Null before the first. */
  readonly answer: Result | null;
  /** Why the last question has no answer; null while it is open or answered. */
  readonly failure: AskFailure | null;
  readonly loading: boolean;
  readonly retry: () => void;
}

interface Outcome<Result> {
  /** Of the question that this is the outcome of. */
  readonly key: string;
  readonly answer: Result | null;
  readonly failure: AskFailure | null;
}

/** Answers to keep, so that going back shows a page at once and at the height where it was left. */
const MAX_KEPT = 50;
const kept = new Map<string, unknown>();

/**
 * The server's answer to the document with these variables; null asks nothing. A question that another replaces is
 * aborted. An answer had before is shown at once, and asked for again all the same: the index may have changed.
 */
export function useAnswer<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables | null,
): Asked<Result> {
  const key = variables === null ? "" : print(document) + JSON.stringify(variables);
  const [outcome, setOutcome] = useState<Outcome<Result> | null>(null);
  const [attempt, setAttempt] = useState(0);

  const version = useVersion();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key holds the document and the variables; an attempt asks again, and so does a version.
  useEffect(() => {
    if (variables === null) return setOutcome(null);
    const controller = new AbortController();
    const settle = (answer: Result | null, failure: AskFailure | null) => {
      if (!controller.signal.aborted) setOutcome({ key, answer, failure });
    };
    ask(document, variables, controller.signal).then(
      (answer) => {
        keep(key, answer);
        settle(answer, null);
      },
      (error: unknown) => settle(null, toFailure(error)),
    );
    return () => controller.abort();
  }, [key, attempt, version]);

  const retry = () => {
    setOutcome(null);
    setAttempt(attempt + 1);
  };
  return { ...stateOf(key, outcome), retry };
}

function stateOf<Result>(key: string, outcome: Outcome<Result> | null): Omit<Asked<Result>, "retry"> {
  if (key === "") return { answer: null, failure: null, loading: false };
  if (outcome?.key === key) return { answer: outcome.answer, failure: outcome.failure, loading: false };
  const before = (kept.get(key) as Result | undefined) ?? outcome?.answer ?? null;
  return { answer: before, failure: null, loading: true };
}

/** Counts the changes of the index that this page has made. */
let latestVersion = 0;
const listeners = new Set<(version: number) => void>();

/** Asks anew for all that is shown, since this page has changed the index; what was kept is forgotten. */
export function refreshAnswers(): void {
  kept.clear();
  latestVersion += 1;
  for (const listen of listeners) listen(latestVersion);
}

function useVersion(): number {
  const [version, setVersion] = useState(latestVersion);
  useEffect(() => {
    listeners.add(setVersion);
    return () => void listeners.delete(setVersion);
  }, []);
  return version;
}

/** Forgets the answer that was asked for longest ago. */
function keep(key: string, answer: unknown): void {
  kept.delete(key);
  kept.set(key, answer);
  const oldest = kept.keys().next().value;
  if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
}

export const toFailure = (error: unknown): AskFailure =>
  error instanceof AskFailure ? error : new AskFailure("AWAY", "The page failed to read the answer.", error);
