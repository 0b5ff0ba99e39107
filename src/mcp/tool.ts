import type { McpServer, ToolAnnotations } from "@modelcontextprotocol/server";
import type { Logger } from "pino";
import type { z } from "zod";
import type { DraftChecker } from "../draft/draft-checker.ts";
import type { Search } from "../search/search.ts";
import type { QuoteStore } from "../store/quote-store.ts";
import { explainFailure } from "./explain-failure.ts";
import { forgiving } from "./forgiving-input.ts";

/** What finds the answers. */
export interface AnsweringParts {
  readonly store: QuoteStore;
  readonly search: Search;
  readonly drafts: DraftChecker;
  /** Hears which tool is asked. */
  onOperation(tool: string): void;
}

/** What every tool works with. */
export interface ToolParts extends AnsweringParts {
  readonly logger: Pick<Logger, "error" | "warn">;
  /** Where the reader's browser finds the reading page, without a slash at its end: `http://127.0.0.1:4000`. */
  readonly pageUrl: string;
}

/** The same answer twice: for programs, by the tool's output schema, and as text for a model to read. */
export interface ToolAnswer<Structured> {
  readonly structured: Structured;
  readonly text: string;
}

/** One tool: everything that its users are told of it, and what it does. */
export interface Tool<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  /** For people, a few words. */
  readonly title: string;
  /** For a model: what it gives, and when to use it. */
  readonly description: string;
  readonly input: Input;
  readonly output: Output;
  /** @throws VerbatimError with a sentence that says what to try next. */
  answer(parts: ToolParts, given: z.infer<Input>): Promise<ToolAnswer<z.infer<Output>>>;
}

/** Ties what a tool does to its schemas. */
export const defineTool = <Input extends z.ZodObject, Output extends z.ZodObject>(tool: Tool<Input, Output>): Tool =>
  tool;

/** All tools only read, and only from the index. */
const READ_ONLY: ToolAnnotations = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};

/** What goes wrong becomes a result that the model reads, and can act upon, not an error of the protocol. */
export function registerTool(server: McpServer, parts: ToolParts, tool: Tool): void {
  const { name, title, description, input, output } = tool;
  const told = { title, description, inputSchema: forgiving(input), outputSchema: output, annotations: READ_ONLY };
  server.registerTool(name, told, async (given) => {
    try {
      parts.onOperation(name);
      const { structured, text } = await tool.answer(parts, given);
      return { content: [{ type: "text", text }], structuredContent: structured };
    } catch (error) {
      return { content: [{ type: "text", text: explainFailure(error, parts.logger) }], isError: true };
    }
  });
}
