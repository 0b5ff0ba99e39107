import { completable, type McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { completeSpeaker } from "../complete-speaker.ts";
import type { ToolParts } from "../tool.ts";

/** For a person who wants to know where somebody stands. */
export function registerSaidAboutPrompt(server: McpServer, { store }: ToolParts): void {
  const argsSchema = z.object({
    speaker: completable(z.string().min(1).describe("Any name that articles use."), (begun) =>
      completeSpeaker(store, begun),
    ),
    topic: z.string().min(1).describe("In plain words."),
  });
  const told = {
    title: "What has X said about Y?",
    description: "Gathers what somebody was quoted as saying about something, in their own words and in order of time.",
    argsSchema,
  };
  server.registerPrompt("what_was_said", told, ({ speaker, topic }) => ({
    messages: [{ role: "user", content: { type: "text", text: saidAbout(speaker, topic) } }],
  }));
}

const saidAbout = (speaker: string, topic: string): string =>
  `What has ${speaker} said about ${topic}?

1. Look the name up with find_entity; if several people share it, ask me which one I mean.
2. Search with search_quotes for the topic with that speaker, in two or three wordings of the topic.
3. Read around what is unclear by itself with get_context.
4. Answer in order of time: what was said, when, to whom or where, with publisher and url. Put only words whose wording is verbatim into quotation marks, to the letter, and tell the rest as paraphrase. Say where the statements differ from each other.`;
