import { describe, expect, it } from "vitest";
import { wordChanges } from "../../src/search/word-changes.ts";

describe("the difference of two wordings", () => {
  it.each([
    ["We will pay ten crowns.", "We will pay nine crowns.", [{ here: "ten", there: "nine" }]],
    [
      "We will pay.",
      "We will not pay at all.",
      [
        { here: "", there: "not" },
        { here: "", there: "at all" },
      ],
    ],
    ["We, the town, will pay.", "We will pay.", [{ here: "the town", there: "" }]],
    ["“We will pay,”", "we WILL pay", []],
  ])("of %j and %j is %j", (here, there, changes) => {
    expect(wordChanges(here, there)).toEqual(changes);
  });
});
