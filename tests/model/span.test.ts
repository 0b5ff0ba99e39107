import { describe, expect, it } from "vitest";
import { matchSpans, spanText } from "../../src/model/span.ts";

const TEXT = "The ferry leaves at nine. Ada Holm waves.";

describe("the stretches that a pattern matches", () => {
  it("are told in the order of the text, as offsets into it", () => {
    const spans = matchSpans(TEXT, /\p{Lu}\p{L}+/gu);
    expect(spans.map((span) => spanText(TEXT, span))).toEqual(["The", "Ada", "Holm"]);
  });

  it("are looked for in a part alone, which the pattern can't look out of", () => {
    const within = { start: TEXT.indexOf("leaves"), end: TEXT.indexOf("Holm") + 2 };
    const spans = matchSpans(TEXT, /(?<!\S)\p{L}+/gu, within);
    expect(spans.map((span) => spanText(TEXT, span))).toEqual(["leaves", "at", "nine", "Ada", "Ho"]);
  });
});
