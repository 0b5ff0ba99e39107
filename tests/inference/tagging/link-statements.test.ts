import { describe, expect, it } from "vitest";
import type { LabelSpan } from "../../../src/inference/tagging/label-spans.ts";
import { linkStatements } from "../../../src/inference/tagging/link-statements.ts";

const span = (from: number, to = from + 1): LabelSpan => ({ kind: 0, from, to, probability: 0.9 });

/** Words of four letters and a space, one piece each; `heads` gives the word that a word points to, none being null. */
function link(
  labels: { contents: readonly LabelSpan[]; cues: readonly LabelSpan[]; sources: readonly LabelSpan[] },
  heads: Readonly<Record<number, number | null>>,
  paragraphs: readonly number[] = Array(10).fill(0),
) {
  const words = paragraphs.map((paragraph, i) => ({
    text: "word",
    start: i * 5,
    end: i * 5 + 4,
    at: i + 1,
    paragraph,
  }));
  const headScores = (piece: number) => {
    const head = heads[piece - 1];
    const at = head === null || head === undefined ? 0 : head + 1;
    return Float32Array.from({ length: words.length + 1 }, (_, i) => (i === at ? 9 : 0));
  };
  return linkStatements({ words, headScores, ...labels });
}

/** A span back in words. */
const words = ({ start, end }: { start: number; end: number }) => [start / 5, (end + 1) / 5];

describe("statements of labelled spans", () => {
  it("join contents that point to one cue, and the cue's source", () => {
    const [statement, ...others] = link(
      { contents: [span(0, 2), span(5, 7)], cues: [span(3)], sources: [span(2)] },
      { 0: 3, 1: 3, 5: 3, 6: 3, 3: 2 },
    );
    expect(others).toEqual([]);
    expect(statement?.contents.map(words)).toEqual([
      [0, 2],
      [5, 7],
    ]);
    expect(statement && words(statement.cue)).toEqual([3, 4]);
    expect(statement?.source && words(statement.source)).toEqual([2, 3]);
  });

  it("go by where the words point, not by what is nearest", () => {
    const statements = link(
      { contents: [span(0, 2), span(4, 6)], cues: [span(3), span(8)], sources: [] },
      { 0: 3, 1: 3, 4: 8, 5: 8, 3: null, 8: null },
    );
    expect(statements.map(({ cue }) => words(cue)[0])).toEqual([3, 8]);
    expect(statements.every(({ source }) => source === null)).toBe(true);
  });

  it("take a word for the cue that most of the content points to, though it bears no label", () => {
    const [statement] = link({ contents: [span(2, 4)], cues: [], sources: [] }, { 2: 1, 3: 1, 1: null });
    expect(statement && words(statement.cue)).toEqual([1, 2]);
  });

  it("take no cue and no source of another paragraph", () => {
    const labels = { contents: [span(0)], cues: [span(2), span(6)], sources: [span(7)] };
    const [statement] = link(labels, { 0: 2, 2: 7 }, [0, 0, 0, 0, 0, 1, 1, 1]);
    expect(statement && words(statement.cue)).toEqual([2, 3]);
    expect(statement?.source).toBeNull();
  });

  it("are none without a cue", () => {
    expect(link({ contents: [span(0)], cues: [], sources: [] }, { 0: null })).toEqual([]);
  });
});
