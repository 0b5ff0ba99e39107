import { PLAIN_FAULT_WORDS, type RequestFaultWords } from "../model/request-fault.ts";

const NO_ID =
  "That is not an id of the right kind. Ids are opaque: take them, whole, from a hit of search_quotes or search (for get_context and fetch) or from find_entity (for `speaker`).";
const OTHER_CURSOR =
  "That cursor does not belong to this request. Repeat the call that gave it with exactly the same arguments and its nextCursor, or leave `cursor` out to begin again.";

/** For a model that calls tools: by the names of their arguments, and what to call next. */
export const TOOL_FAULT_WORDS: RequestFaultWords = {
  ...PLAIN_FAULT_WORDS,
  PAGE_SIZE: ({ size, most }) => `\`limit\` is ${size}, and must be a whole number from 1 to ${most}.`,
  STATEMENT_COUNT: ({ statements, most }) =>
    `\`statements\` is ${statements}, and must be a whole number from 1 to ${most}.`,
  NO_CURSOR: () => OTHER_CURSOR,
  CURSOR_OF_ANOTHER_LIST: () => OTHER_CURSOR,
  CURSOR_OF_ANOTHER_SEARCH: () => OTHER_CURSOR,
  NO_ID: () => NO_ID,
  ID_OF_ANOTHER_TYPE: () => NO_ID,
  SPEAKER_BLANK: () => "`speaker` is blank: give a name or an id from find_entity, or leave it out.",
};
