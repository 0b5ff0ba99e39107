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
  const response = await post({ query: print(document), variables }, { accept: ONE_ANSWER, signal });
  return toResult(response, await readAnswer<Result>(response, signal));
}

const ONE_ANSWER = "application/graphql-response+json, application/json";

/** @throws AskFailure for an answer with an error, or without data. */
export function toResult<Result>(response: Response, { data, errors }: GraphqlAnswer<Result>): Result {
  const [error] = errors ?? [];
  if (error !== undefined) throw new AskFailure("REFUSED", wordsOf(error));
  if (data === undefined || data === null) throw strangeAnswer(response);
  return data;
}

interface Posting {
  /** The media types that are understood. */
  readonly accept: string;
  readonly signal: AbortSignal;
}

/** Posts a GraphQL request; back to signing in where the server is closed. */
export async function post(request: object, { accept, signal }: Posting): Promise<Response> {
  const headers = { "Content-Type": "application/json", Accept: accept };
  try {
    const response = await fetch("/graphql", { method: "POST", headers, body: JSON.stringify(request), signal });
    if (response.status === NOT_SIGNED_IN) signInAgain();
    return response;
  } catch (error) {
    if (signal.aborted) throw error;
    throw new AskFailure("AWAY", AWAY, error);
  }
}

export interface GraphqlAnswer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly ServerError[];
}

/** @throws AskFailure for what is no JSON; what reading it throws once `signal` is aborted. */
export async function readAnswer<Result>(response: Response, signal: AbortSignal): Promise<GraphqlAnswer<Result>> {
  try {
    return (await response.json()) as GraphqlAnswer<Result>;
  } catch (error) {
    if (signal.aborted) throw error;
    throw strangeAnswer(response, error);
  }
}

const strangeAnswer = ({ status }: Response, cause?: unknown): AskFailure =>
  new AskFailure("AWAY", `Something else than Verbatim answers at this address (HTTP status ${status}).`, cause);
