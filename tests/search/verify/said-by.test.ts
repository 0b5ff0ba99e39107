import { describe, expect, it } from "vitest";
import type { Entity } from "../../../src/model/entity.ts";
import type { Quote } from "../../../src/model/quote.ts";
import type { QuoteSource } from "../../../src/search/verify/quote-verification.ts";
import { saidBy } from "../../../src/search/verify/said-by.ts";

const RONA = { name: "Rona Feld" } as Entity;
const sourceSureAt = (confidence: number) => ({ quote: { confidence } as Quote }) as QuoteSource;

describe("who said it in the source", () => {
  it.each([
    ["the name, where the article is sure of it", { attribution: "UNASKED", source: sourceSureAt(0.95) }, "Rona Feld"],
    ["perhaps, where it is not", { attribution: "UNASKED", source: sourceSureAt(0.6) }, "perhaps Rona Feld"],
    [
      "perhaps, where it only is likely the one asked for",
      { attribution: "LIKELY", source: sourceSureAt(0.95) },
      "perhaps Rona Feld",
    ],
    ["the name, where it is another", { attribution: "OTHER", source: sourceSureAt(0.95) }, "Rona Feld"],
  ] as const)("%s", (_what, found, words) => {
    expect(saidBy({ ...found, speakers: [RONA] })).toBe(words);
  });

  it("nobody, where nobody is named", () => {
    expect(saidBy({ attribution: "UNASKED", source: sourceSureAt(0.95), speakers: [] })).toBeNull();
  });
});
