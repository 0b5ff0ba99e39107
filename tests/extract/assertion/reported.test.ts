import { expect, it } from "vitest";
import { extractArticle } from "../../../src/extract/extract-article.ts";
import { articleOf } from "../extract-text.ts";

const reportsOf = (text: string): readonly string[] =>
  extractArticle(articleOf(text)).quotes.map(({ reports }) => reports);

it.each([
  "Clara Voss said that the lighthouse was old.",
  "“It is old,” Clara Voss said.",
  "Clara Voss told reporters that the lighthouse would stay.",
  "Clara Voss warned that the lighthouse might fall.",
  "CLARA VOSS: I want to sell it.\n\nTHE CHAIR: Why?\n\nCLARA VOSS: I fear the winter.",
])("words are reported: %s", (text) => {
  expect(new Set(reportsOf(text))).toEqual(new Set(["WORDS"]));
});

it.each([
  "Clara Voss wants to sell the lighthouse.",
  "Clara Voss believes that the lighthouse is old.",
  "Clara Voss hopes to keep the lighthouse.",
  "Clara Voss supports the sale of the lighthouse.",
])("an attitude is reported: %s", (text) => {
  expect(reportsOf(text)).toEqual(["ATTITUDE"]);
});
