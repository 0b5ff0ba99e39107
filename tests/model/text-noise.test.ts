import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bridgeNoise, readable, WORD_CUT } from "../../src/model/text-noise.ts";

describe("a text without noise", () => {
  it.each([
    ["the har\u00ADbour mas\u00ADter", "the harbour master"],
    ["a ferry\u200B, a\u2060 quay\uFEFF", "a ferry, a quay"],
    ["the oﬃce ﬂoods", "the office floods"],
    ["the ferry-\nman", "the ferryman"],
    ["the ferry-\r\n  man", "the ferryman"],
    ["Rosa Vane-\nHolt", "Rosa Vane-Holt"],
    ["a plan -\nand a fee", "a plan -\nand a fee"],
    ["line by\nline", "line by\nline"],
    ["no noise", "no noise"],
  ])("of %j is %j", (text, shown) => {
    expect(readable(text)).toBe(shown);
  });

  it("marks where a line's end cut a word, as nobody can tell whether it has a hyphen", () => {
    expect(bridgeNoise("ferry-\nman").text).toBe(`ferry${WORD_CUT}man`);
  });

  it("tells where each character stands, whatever the text holds", () => {
    const piece = fc.constantFrom("a", "Z", " ", "-\n", "\u00AD", "ﬁ", "\u200B", "😀", "\n", "é", "-");
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const source = pieces.join("");
        const { text, sourceOf } = bridgeNoise(source);
        let last = -1;
        for (let at = 0; at < text.length; at++) {
          expect(sourceOf(at)).toBeGreaterThanOrEqual(last);
          last = sourceOf(at);
          if (/[aZé ]/.test(text[at] ?? "")) expect(source[last]).toBe(text[at]);
        }
        expect(text).not.toMatch(/[\u00AD\u200Bﬁ]/);
      }),
    );
  });
});
