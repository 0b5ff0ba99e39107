import { describe, expect, it } from "vitest";
import { passageWords } from "../../../src/store/opensearch/documents/passage-words.ts";

const passage = (text: string) => ({ text, isTurn: false });
const turn = (text: string) => ({ text, isTurn: true });
const nearOf = (words: readonly { readonly near: string }[], place: number) => words[place]?.near.split(" ").sort();

describe("the words of an article's passages", () => {
  it("are near where the title or one of two passages either side holds them, once for each", () => {
    const words = passageWords("Goats", ["Snow, snow.", "Ferries.", "Snow.", "Tunnels."].map(passage));
    expect(words.map(({ own }) => own)).toEqual(["snow snow", "ferri", "snow", "tunnel"]);
    expect(nearOf(words, 0)).toEqual(["ferri", "goat", "snow"]);
    expect(nearOf(words, 1)).toEqual(["goat", "snow", "snow", "tunnel"]);
    expect(nearOf(words, 3)).toEqual(["ferri", "goat", "snow"]);
  });

  it("are around a turn wherever in the article they stand, and around a passage only close by", () => {
    const far = ["Snow.", "One.", "Two.", "Three.", "Four."];
    const holds = (words: readonly { readonly around: readonly string[] }[]) =>
      words.map(({ around }) => around.includes("snow"));
    expect(holds(passageWords(null, far.map(passage)))).toEqual([true, true, true, false, false]);
    expect(holds(passageWords(null, far.map(turn)))).toEqual([true, true, true, true, true]);
  });

  it("are read by texts where they may be taken for others", () => {
    const [plain, hyphened, initials] = passageWords(
      null,
      ["A long lease", "A long-term lease", "The U.S. lease"].map(passage),
    );
    expect([plain, hyphened, initials].map((words) => words?.hasVariants)).toEqual([false, true, true]);
  });
});
