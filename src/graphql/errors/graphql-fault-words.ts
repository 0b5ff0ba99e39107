import { PLAIN_FAULT_WORDS, type RequestFaultWords } from "../../model/request-fault.ts";

/** For whoever writes GraphQL: by the names of its arguments and fields. */
export const GRAPHQL_FAULT_WORDS: RequestFaultWords = {
  ...PLAIN_FAULT_WORDS,
  PAGE_SIZE: ({ size, most }) => `\`first\` is ${size}, and must be a whole number from 1 to ${most}.`,
  STATEMENT_COUNT: ({ statements, most }) =>
    `\`maxStatements\` is ${statements}, and must be a whole number from 1 to ${most}.`,
  NO_CURSOR: ({ cursor }) =>
    `${JSON.stringify(cursor)} is no cursor. Take one from \`edges\` or \`pageInfo\` of the page before.`,
  CURSOR_OF_ANOTHER_LIST: () =>
    "That is not a cursor of this list: a cursor goes with the arguments it came from. Ask again without `after`.",
  CURSOR_OF_ANOTHER_SEARCH: () =>
    "This cursor belongs to another search. Use `after` with the query, mode, kinds, filter and order that gave the cursor, or leave it out.",
  SPEAKER_BLANK: () => "The `speaker` is blank: give an id or a name, or leave it out.",
};
