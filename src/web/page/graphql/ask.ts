import { print } from "@0no-co/graphql.web";
import type { TadaDocumentNode } from "gql.tada";
import { type ServerError, wordsOf } from "./page-fault-words.ts";

/** Why there is no answer. */
export type AskFailureReason =
  /** The server does not answer, or what answers is not it. */
  | "AWAY"
  /** The server refused the question, with a sentence for its reader. */
  | "REFUSED";

export class AskFailure extends Error {
  readonly reason: AskFailureReason;

  constructor(reason: AskFailureReason, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "AskFailure";
    this.reason = reason;
  }
}

const NOT_SIGNED_IN = 401;

/** The server is closed to who has not signed in, or no longer: back to here from its form. */
function signInAgain(): void {
  const { pathname, search } = window.location;
  window.location.assign(`/sign-in?to=${encodeURIComponent(pathname + search)}`);
}

const AWAY = "The server does not answer. Is Verbatim still running?";

/**
 * Asks the server by GraphQL over HTTP.
 * @throws AskFailure; what `fetch` throws once `signal` is aborted.
 */
export async function ask<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
  signal: AbortSignal,
): Promise<Result> {
  const response = await post(JSON.stringify({ query: print(document), variables }), signal);
  if (response.status === NOT_SIGNED_IN) signInAgain();
  const { data, errors } = await readAnswer<Result>(response, signal);
  const [error] = errors ?? [];
  if (error !== undefined) throw new AskFailure("REFUSED", wordsOf(error));
  if (data === undefined || data === null) throw strangeAnswer(response);
  return data;
}

async function post(body: string, signal: AbortSignal): Promise<Response> {
  const headers = { "Content-Type": "application/json", Accept: "application/graphql-response+json, application/json" };
  try {
    return await fetch("/graphql", { method: "POST", headers, body, signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new AskFailure("AWAY", AWAY, error);
  }
}

interface Answer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly ServerError[];
}

async function readAnswer<Result>(response: Response, signal: AbortSignal): Promise<Answer<Result>> {
  try {
    return (await response.json()) as Answer<Result>;
  } catch (error) {
    if (signal.aborted) throw error;
    throw strangeAnswer(response, error);
  }
}

const strangeAnswer = ({ status }: Response, cause?: unknown): AskFailure =>
  new AskFailure("AWAY", `Something else than Verbatim answers at this address (HTTP status ${status}).`, cause);
