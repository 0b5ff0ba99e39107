import { describe, expect, it } from "vitest";
import { surroundingSentences } from "../../src/model/surroundings.ts";
import { articleFrom } from "../store/article-fixture.ts";

const { article } = articleFrom({
  key: "harbour",
  passages: [
    { words: "The hall was full. It had been full since noon." },
    {
      words: "Boats lay idle. The mayor said that the fee would come, and then she sat down. Nobody clapped. She left.",
    },
    { words: "The guild will meet in May. It has a hall." },
  ],
});

function around(words: string): readonly string[] {
  const start = article.text.indexOf(words);
  const { before, after } = surroundingSentences(article, [{ start, end: start + words.length }]);
  return [before, after].map(({ start, end }) => article.text.slice(start, end));
}

describe("the sentences around some words", () => {
  it("are two to either side, the rest of their own counted as one", () => {
    expect(around("the fee would come")).toEqual([
      "Boats lay idle. The mayor said that ",
      ", and then she sat down. Nobody clapped.",
    ]);
  });

  it("go over the edge of the paragraph", () => {
    expect(around("Boats lay idle.")[0]).toBe("The hall was full. It had been full since noon.\n\n");
    expect(around("She left.")[1]).toBe("\n\nThe guild will meet in May. It has a hall.");
  });

  it("are none at the edges of the article", () => {
    expect(around("The hall was full.")[0]).toBe("");
    expect(around("It has a hall.")[1]).toBe("");
  });
});
