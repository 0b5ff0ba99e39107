import { z } from "zod";
import type { Tool } from "./tool.ts";

/** A tool as OpenAI's chat completions, and the many servers that speak like them, take it in `tools`. */
export interface OpenAiTool {
  readonly type: "function";
  readonly function: {
    readonly name: string;
    readonly description: string;
    /** JSON Schema of the arguments. */
    readonly parameters: Readonly<Record<string, unknown>>;
  };
}

export const toOpenAiTool = ({ name, description, input }: Tool): OpenAiTool => ({
  type: "function",
  function: { name, description, parameters: parametersOf(input) },
});

function parametersOf(input: z.ZodObject): Readonly<Record<string, unknown>> {
  const { $schema: _, ...parameters } = z.toJSONSchema(input, { io: "input" });
  return parameters;
}
