import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readArguments } from "../../src/mcp/forgiving-input.ts";

const Input = z.strictObject({
  query: z.string().trim().min(1, "Say what to look for."),
  limit: z.int().min(1).max(20, "At most 20.").default(8),
  speaker: z.string().min(1).optional(),
  kinds: z.array(z.enum(["DIRECT", "INDIRECT"])).optional(),
});

const read = (given: unknown) => readArguments(Input, given);

describe("the arguments of a tool", () => {
  it.each([
    ["a number in a text", { query: "quay", limit: "5" }, { query: "quay", limit: 5 }],
    ["null for what is left out", { query: "quay", limit: null, speaker: null }, { query: "quay", limit: 8 }],
    ["an empty text for what is left out", { query: "quay", speaker: " ", limit: "" }, { query: "quay", limit: 8 }],
    ["one value for a list", { query: "quay", kinds: "DIRECT" }, { query: "quay", limit: 8, kinds: ["DIRECT"] }],
    ["digits as a text where a text is asked for", { query: "1984" }, { query: "1984", limit: 8 }],
  ])("may have %s", (_, given, expected) => {
    expect(read(given)).toEqual({ success: true, data: expected });
  });

  it.each([
    [
      "an argument that there is not",
      { query: "quay", author: "Voss" },
      "There is no argument `author`. There are `query`, `limit`, `speaker`, `kinds`.",
    ],
    ["nothing where something must be", { query: "" }, "`query`: Say what to look for."],
    ["a number that does not fit", { query: "quay", limit: "21" }, "`limit`: At most 20."],
    ["words where a number is asked for", { query: "quay", limit: "five" }, "`limit`: "],
    ["no object", "quay", "expected object"],
    ["nothing at all", null, "`query`: "],
  ])("are refused in a sentence with %s", (_, given, sentence) => {
    expect(read(given)).toMatchObject({ success: false, error: expect.stringContaining(sentence) });
  });
});
