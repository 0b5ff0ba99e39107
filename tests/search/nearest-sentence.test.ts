import { beforeAll, expect, it } from "vitest";
import type { Embedder } from "../../src/inference/embedder.ts";
import { nearestSentence } from "../../src/search/nearest-sentence.ts";
import { testEmbedder } from "../test-embedder.ts";

let embedder: Embedder;
beforeAll(async () => {
  embedder = await testEmbedder();
});

it("is the one that means what is asked, though it shares no word with the question", async () => {
  const text = "The council met on Monday. Boats will cost their owners more from June.  Tea was served.";
  const found = await nearestSentence(text, "price of keeping a vessel", embedder);
  expect(found && [found.kind, text.slice(found.start, found.end)]).toEqual([
    "SENTENCE",
    "Boats will cost their owners more from June.",
  ]);
});

it.each(["", "  ", "Boats will cost more."])("is none of “%s”, which has no two to choose from", async (text) => {
  expect(await nearestSentence(text, "price of keeping a vessel", embedder)).toBeNull();
});
