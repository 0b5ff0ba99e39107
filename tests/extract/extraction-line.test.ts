import { describe, expect, it } from "vitest";
import { extractArticle } from "../../src/extract/extract-article.ts";
import { extractionLine } from "../../src/extract/extraction-line.ts";
import { articleOf } from "./extract-text.ts";

const lineOf = (...paragraphs: readonly string[]) => {
  const article = articleOf(paragraphs.join("\n\n"));
  return extractionLine("given-id", extractArticle(article));
};

describe("extractionLine", () => {
  it("gives offsets, the kind in lower case and the speaker by name", () => {
    const line = lineOf("“It is safe,” Anna Lindqvist said.");
    expect(line).toEqual({
      id: "given-id",
      quotes: [
        {
          kind: "direct",
          content: [[1, 12]],
          source: [[14, 28]],
          cue: [[29, 33]],
          speaker: "Anna Lindqvist",
          speakers: ["Anna Lindqvist"],
          onBehalfOf: null,
          assertion: "asserted",
          reports: "words",
          sentence: [0, 34],
          confidence: line.quotes[0]?.confidence,
        },
      ],
      people: [{ name: "Anna Lindqvist", aliases: [], titles: [], mentions: [[14, 28]] }],
      organizations: [],
      places: [],
    });
  });

  it("leaves out what the text does not give", () => {
    expect(lineOf("The paper wrote: nothing. “The bridge is safe for everyone.”").quotes.at(-1)).toMatchObject({
      cue: [],
    });
    expect(lineOf("Sources say: “The bridge is late.”").quotes).toMatchObject([{ speaker: null }]);
  });

  it("counts UTF-16 units, as JavaScript does", () => {
    expect(lineOf("😀 “It is safe,” Anna Lindqvist said.").quotes[0]?.content).toEqual([[4, 15]]);
  });
});
