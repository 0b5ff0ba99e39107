import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_PIECES, packWindows, type WordPieces } from "../../../src/inference/tagging/pack-windows.ts";

const FIRST = 1;
const SEPARATOR = 2;
/** One piece for every four letters. */
const pieces: WordPieces = {
  first: FIRST,
  separator: SEPARATOR,
  of: (word) => Array.from({ length: Math.ceil(word.length / 4) }, (_, i) => 10 + i),
};

/** Blocks are the lines of a text. */
function pack(text: string) {
  const blocks = Array.from(text.matchAll(/[^\n]+/g), ({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
  }));
  return packWindows(text, blocks, pieces);
}

const sentence = (words: number) => `${Array.from({ length: words }, () => "word").join(" ")}.`;

describe("windows for the tagger", () => {
  it("hold consecutive blocks, each behind a separator, with the place of every word's first piece", () => {
    expect(pack("Harbours rise\nfast")).toEqual([
      {
        pieces: [FIRST, 10, 11, 10, SEPARATOR, 10, SEPARATOR],
        cases: [0, 1, 1, 0, 0, 0, 0],
        words: [
          { text: "Harbours", start: 0, end: 8, at: 1, paragraph: 0 },
          { text: "rise", start: 9, end: 13, at: 3, paragraph: 0 },
          { text: "fast", start: 14, end: 18, at: 5, paragraph: 1 },
        ],
      },
    ]);
  });

  it("begin anew where a block has no room, and do not cut it", () => {
    const windows = pack(`${sentence(120)}\n${sentence(120)}`);
    expect(windows.map(({ words }) => words.length)).toEqual([121, 121]);
  });

  it("cut a block that is longer than a window behind its last stop", () => {
    const windows = pack(`${sentence(100)} ${sentence(150)}`);
    expect(windows.map(({ words }) => words.length)).toEqual([101, 151]);
  });

  it("cut where it is full when there is no stop", () => {
    const windows = pack("word ".repeat(400));
    expect(windows.map(({ words }) => words.length)).toEqual([190, 190, 20]);
  });

  it("hold every word once, in order, and never more than the model takes", () => {
    const line = fc.array(fc.constantFrom("a", "harbour", ".", "?", "extraordinarily", "“"), { maxLength: 300 });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const text = lines.map((words) => words.join(" ")).join("\n");
        const windows = pack(text);
        for (const window of windows) expect(window.pieces.length).toBeLessThanOrEqual(MAX_PIECES);
        expect(windows.flatMap(({ words }) => words.map((word) => word.text))).toEqual(lines.flat());
      }),
      { numRuns: 50 },
    );
  });
});
