import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDocument } from "../../../src/extract/text/document.ts";
import { PackedTokens, type ReadTokens } from "../../../src/extract/text/packed-tokens.ts";
import { articleOf } from "../extract-text.ts";

const token = fc.record({
  start: fc.nat(),
  end: fc.nat(),
  word: fc.string({ unit: "binary" }),
  lower: fc.string({ unit: "binary" }),
  tag: fc.constantFrom("NN", "NNP", "VBD", ":"),
});
const block: fc.Arbitrary<ReadTokens> = fc
  .array(fc.tuple(token, fc.boolean()))
  .map((read) => ({ tokens: read.map(([one]) => one), inHeadline: read.map(([, flag]) => flag) }));

describe("PackedTokens", () => {
  it("gives back what was added, in any order, to the letter", () => {
    fc.assert(
      fc.property(fc.array(block), (blocks) => {
        const packed = new PackedTokens();
        const ranges = blocks.map((one) => packed.add(one));
        const read = ranges.reverse().map((range) => packed.read(range));
        expect(read.reverse()).toEqual(blocks);
      }),
    );
  });
});

describe("a document of more blocks than have their tokens at hand", () => {
  const REMARKS = ["We shut the weir on Monday.", "Did OLD MILL LANE FLOOD AGAIN?", "No. It didn’t, Mrs. Vane."];
  const remark = (i: number): string => `${i % 2 ? "ODA VANE" : "PER HOLM"}: ${REMARKS[i % REMARKS.length]}`;
  const transcript = (turns: number): string => Array.from({ length: turns }, (_, i) => remark(i)).join("\n\n");

  it("has the tokens that each block has in a shorter one", () => {
    const long = readDocument(articleOf(transcript(4_200)));
    const short = readDocument(articleOf(transcript(12)));
    const shown = ({ tokens, inHeadline }: ReadTokens) => ({
      tokens: tokens.map(({ word, lower, tag }) => `${word} ${lower} ${tag}`),
      inHeadline,
    });
    const repeated = long.blocks.map((_, i) => shown(short.blocks[i % 12] as ReadTokens));
    expect(long.blocks.map(shown)).toEqual(repeated);
    const [first] = long.blocks;
    expect(first?.tokens.map(({ start, end }) => long.text.slice(start, end)).join(" ")).toContain("shut the weir");
  });
});
