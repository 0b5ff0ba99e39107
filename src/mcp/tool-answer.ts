import type { CallToolResult, ToolAnnotations } from "@modelcontextprotocol/server";
import type { Logger } from "pino";
import { type ErrorCode, VerbatimError } from "../errors.ts";
import type { Search } from "../search/search.ts";
import type { QuoteStore } from "../store/quote-store.ts";

/** What every tool works with. */
export interface ToolParts {
  readonly store: QuoteStore;
  readonly search: Search;
  readonly logger: Pick<Logger, "error" | "warn">;
}

/** The same answer twice: for programs, by the tool's output schema, and as text to read. */
export interface ToolAnswer {
  readonly structured: Record<string, unknown>;
  readonly text: string;
}

/** All tools only read, and only from the index. */
export const READ_ONLY: ToolAnnotations = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};

/** In place of sentences that speak to somebody who writes GraphQL or runs the server. */
const REWORDED: Partial<Record<ErrorCode, string>> = {
  BAD_ID:
    "That is not an id of the right kind. Ids are opaque: take them, whole, from a hit of search_quotes (for get_context) or from find_entity (for `speaker`).",
  BAD_CURSOR:
    "That cursor does not belong to this request. Repeat the call that gave it with exactly the same arguments and its nextCursor, or leave `cursor` out to begin again.",
  MODEL_UNAVAILABLE: "Try once more; if it fails again, tell the user that Verbatim's embedding model is not running.",
};

const NEUTRAL_SENTENCE =
  "Something went wrong in Verbatim; its log says what. Try once more, or ask with fewer arguments.";

/** Runs a tool. What goes wrong becomes a result that the model reads, and can act upon, not an error of the protocol. */
export async function answerTool(parts: ToolParts, work: () => Promise<ToolAnswer>): Promise<CallToolResult> {
  try {
    const { structured, text } = await work();
    return { content: [{ type: "text", text }], structuredContent: structured };
  } catch (error) {
    return { content: [{ type: "text", text: sentenceFor(error, parts.logger) }], isError: true };
  }
}

function sentenceFor(error: unknown, logger: ToolParts["logger"]): string {
  if (error instanceof VerbatimError) return REWORDED[error.code] ?? error.message;
  logger.error({ err: error }, "A tool failed");
  return NEUTRAL_SENTENCE;
}
