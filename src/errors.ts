/** What can go wrong for reasons that the user can mend. Each surface (GraphQL, command line) shapes it for its reader. */
export type ErrorCode =
  | "AMBIGUOUS_NAME"
  | "ARTICLE_EMPTY"
  | "ARTICLE_NOT_FOUND"
  | "ARTICLE_TOO_LONG"
  | "ARTICLE_UNREADABLE"
  | "BAD_CURSOR"
  | "BAD_ID"
  | "BAD_INPUT"
  | "BAD_SETTING"
  | "DISK_FULL"
  | "FORBIDDEN"
  | "INDEX_BUSY"
  | "INDEX_INCOMPATIBLE"
  | "MODEL_UNAVAILABLE"
  | "NO_ARTICLE_IN_PAGE"
  | "PORT_IN_USE"
  | "TIMED_OUT"
  | "UNAUTHENTICATED";

export class VerbatimError extends Error {
  readonly code: ErrorCode;
  /** What helps the reader go on, such as the candidates for an ambiguous name. Plain JSON. */
  readonly details: Readonly<Record<string, unknown>>;

  /** @param message One sentence or two: what is wrong, and what to do about it. */
  constructor(code: ErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}, cause?: unknown) {
    super(message, { cause });
    this.name = "VerbatimError";
    this.code = code;
    this.details = details;
  }
}

/** What whatever was thrown says of itself, for a sentence that goes on. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Whether it is an error of ours, of this code. */
export const hasCode = (error: unknown, code: ErrorCode): error is VerbatimError =>
  error instanceof VerbatimError && error.code === code;
