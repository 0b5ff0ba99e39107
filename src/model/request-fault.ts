import { type ErrorCode, VerbatimError } from "../errors.ts";
import { inWords, type WordsOf } from "./fault.ts";

/**
 * What is wrong with a request, by a name and its parameters: the same whichever surface it came by, GraphQL, the page, a tool or a command.
 * Plain JSON.
 */
export type RequestFault =
  /** A page has a whole number of items from 1 to `most`. */
  | { readonly fault: "PAGE_SIZE"; readonly size: number; readonly most: number }
  | { readonly fault: "STATEMENT_COUNT"; readonly statements: number; readonly most: number }
  /** @param cursor At most its first 40 characters. */
  | { readonly fault: "NO_CURSOR"; readonly cursor: string }
  | { readonly fault: "CURSOR_OF_ANOTHER_LIST" }
  | { readonly fault: "CURSOR_OF_ANOTHER_SEARCH" }
  /** @param id At most its first 40 characters. */
  | { readonly fault: "NO_ID"; readonly id: string }
  /** Types of nodes. */
  | { readonly fault: "ID_OF_ANOTHER_TYPE"; readonly type: string; readonly wanted: readonly string[] }
  | { readonly fault: "QUERY_EMPTY" }
  | { readonly fault: "QUERY_TOO_LONG"; readonly characters: number; readonly most: number }
  | { readonly fault: "CLAIM_EMPTY" }
  | { readonly fault: "CLAIM_TOO_LONG"; readonly characters: number; readonly most: number }
  | { readonly fault: "SPEAKER_BLANK" }
  | { readonly fault: "FILTER_TOO_LARGE"; readonly most: number }
  | { readonly fault: "NO_TIME"; readonly time: string };

type FaultName = RequestFault["fault"];

export type RequestFaultWords = WordsOf<RequestFault>;

/** Where nothing is known of whoever reads it: no argument of any surface is named. */
export const PLAIN_FAULT_WORDS: RequestFaultWords = {
  PAGE_SIZE: ({ size, most }) => `${size} is no size of a page: it must be a whole number from 1 to ${most}.`,
  STATEMENT_COUNT: ({ statements, most }) =>
    `${statements} statements can't be given: it must be a whole number from 1 to ${most}.`,
  NO_CURSOR: ({ cursor }) => `${JSON.stringify(cursor)} is no cursor. Take one from the page before.`,
  CURSOR_OF_ANOTHER_LIST: () =>
    "That is not a cursor of this list: a cursor goes with what was asked when it was given. Ask again without it.",
  CURSOR_OF_ANOTHER_SEARCH: () =>
    "This cursor belongs to another search. Use it with the search that gave it, or leave it out.",
  NO_ID: ({ id }) => `${JSON.stringify(id)} is not an id. Ids are opaque: give one that an answer gave you.`,
  ID_OF_ANOTHER_TYPE: ({ type, wanted }) =>
    `That is the id of ${withArticle(type)}, and here goes the id of ${wanted.map(withArticle).join(" or ")}.`,
  QUERY_EMPTY: () => "The query is empty. Ask something, such as: what was said about NATO meetings",
  QUERY_TOO_LONG: ({ characters, most }) =>
    `The query has ${characters} characters; at most ${most} can be searched for. Ask for the heart of it.`,
  CLAIM_EMPTY: () => "There are no words to verify. Paste what somebody is said to have said.",
  CLAIM_TOO_LONG: ({ characters, most }) =>
    `The text has ${characters} characters; at most ${most} can be verified at once. Give the sentences that matter.`,
  SPEAKER_BLANK: () => "The speaker is blank: give a name, or leave it out.",
  FILTER_TOO_LARGE: ({ most }) => `The filter has more than ${most} parts. Ask for less at once.`,
  NO_TIME: ({ time }) => `${JSON.stringify(time)} is not a time. Write it as 2024-03-05T00:00:00.000Z.`,
};

const withArticle = (type: string): string => `${/^[AO]/.test(type) ? "an" : "a"} ${type}`;

const CODES: Readonly<Partial<Record<FaultName, ErrorCode>>> = {
  NO_CURSOR: "BAD_CURSOR",
  CURSOR_OF_ANOTHER_LIST: "BAD_CURSOR",
  CURSOR_OF_ANOTHER_SEARCH: "BAD_CURSOR",
  NO_ID: "BAD_ID",
  ID_OF_ANOTHER_TYPE: "BAD_ID",
};

/** A request that cannot be answered as it is. Each surface words the fault for its reader; the message is in plain words. */
export class RequestError extends VerbatimError {
  readonly fault: RequestFault;

  constructor(fault: RequestFault, cause?: unknown) {
    super(CODES[fault.fault] ?? "BAD_INPUT", inWords(PLAIN_FAULT_WORDS, fault), fault, cause);
    this.name = "RequestError";
    this.fault = fault;
  }
}
