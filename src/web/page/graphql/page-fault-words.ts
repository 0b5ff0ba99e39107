import { inWords } from "../../../model/fault.ts";
import { PLAIN_FAULT_WORDS, type RequestFault, type RequestFaultWords } from "../../../model/request-fault.ts";

const CHANGED = "This list has changed since it was begun. Load the page again.";
const NO_SUCH_PLACE = "This address leads to nothing in the index: it may be cut off, or of another index.";

/** For whoever reads the page: cursors and ids stand in addresses, which nobody writes by hand. */
const PAGE_FAULT_WORDS: RequestFaultWords = {
  ...PLAIN_FAULT_WORDS,
  NO_CURSOR: () => CHANGED,
  CURSOR_OF_ANOTHER_LIST: () => CHANGED,
  CURSOR_OF_ANOTHER_SEARCH: () => CHANGED,
  NO_ID: () => NO_SUCH_PLACE,
  ID_OF_ANOTHER_TYPE: () => NO_SUCH_PLACE,
  QUERY_TOO_LONG: ({ characters, most }) =>
    `That are ${characters} characters, and ${most} can be searched for: shorten it to the heart of it, or check it as a draft.`,
  FILTER_TOO_LARGE: () => "That is narrowed by too many things at once. Take some of them away.",
};

/** An error as the server tells it: for people in its message, for programs in its extensions. */
export interface ServerError {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** The page's own words for what is wrong with a request, and the server's for anything else. */
export const wordsOf = ({ message, extensions }: ServerError): string =>
  isFault(extensions) ? inWords(PAGE_FAULT_WORDS, extensions) : message;

/** The parameters are those of the fault: both come from the same server. */
const isFault = (extensions: unknown): extensions is RequestFault =>
  typeof extensions === "object" &&
  extensions !== null &&
  "fault" in extensions &&
  typeof extensions.fault === "string" &&
  Object.hasOwn(PAGE_FAULT_WORDS, extensions.fault);
