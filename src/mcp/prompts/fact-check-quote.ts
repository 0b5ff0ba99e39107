import { completable, type McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { completeSpeaker } from "../complete-speaker.ts";
import type { ToolParts } from "../tool.ts";

/** For a person who has a quote before them and doubts it. */
export function registerFactCheckPrompt(server: McpServer, { store }: ToolParts): void {
  const argsSchema = z.object({
    quote: z.string().min(1).describe("The words, as they are told."),
    speaker: completable(z.string().describe("Who is said to have said them."), (begun) =>
      completeSpeaker(store, begun),
    ).optional(),
  });
  const told = {
    title: "Fact-check this quote",
    description: "Finds out whether somebody said these words, and shows what the sources have.",
    argsSchema,
  };
  server.registerPrompt("fact_check_quote", told, ({ quote, speaker }) => ({
    messages: [{ role: "user", content: { type: "text", text: factCheck(quote, speaker) } }],
  }));
}

const factCheck = (quote: string, speaker: string | undefined): string =>
  `Is this a real quote${speaker === undefined ? "" : `, and did ${speaker} say it`}?

${JSON.stringify(quote)}

1. Verify the words with verify_quote${speaker === undefined ? "" : ", and with the speaker"}. Where they are not found, search with search_quotes for what they mean.
2. Read around what you find with get_context: is it the same statement, by the same person, and is it given fairly?
3. Answer first with one of: to the letter; altered; said by somebody else; disputed, for an article has the words only to deny them; to the letter, but by whom is unclear; not found in this index. Then show the words of the source beside the words above and name each difference, with who said them, publisher, date and url.

That nothing is found means only that these articles do not have it.`;
