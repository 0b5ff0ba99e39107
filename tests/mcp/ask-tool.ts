import type { Client } from "@modelcontextprotocol/client";

// biome-ignore lint/suspicious/noExplicitAny: an answer has whatever shape its tool gives.
type Json = any;

export interface Answer {
  readonly isError: boolean;
  /** Of the only content item. */
  readonly text: string;
  readonly structured: Json;
}

/** Calls a tool as an assistant does; the client holds the answer against the tool's output schema. */
export async function askTool(client: Client, name: string, given: Record<string, unknown>): Promise<Answer> {
  const { content, isError = false, structuredContent } = await client.callTool({ name, arguments: given });
  const [item, ...others] = content;
  if (item?.type !== "text" || others.length > 0) throw new Error(`${name} gave something else than one text`);
  return { isError, text: item.text, structured: structuredContent };
}
