import { expect, it } from "vitest";
import { extractArticle } from "../../../src/extract/extract-article.ts";
import { type ArticleTags, NO_TAGS } from "../../../src/model/article-tags.ts";
import { articleOf } from "../extract-text.ts";
import { tagsOf } from "../told.ts";

const reportsOf = (text: string, tags: ArticleTags = NO_TAGS): readonly string[] =>
  extractArticle(articleOf(text), tags).quotes.map(({ reports }) => reports);

it.each([
  "“It is old,” Clara Voss said.",
  "CLARA VOSS: I want to sell it.\n\nTHE CHAIR: Why?\n\nCLARA VOSS: I fear the winter.",
])("words are reported: %s", (text) => {
  expect(new Set(reportsOf(text))).toEqual(new Set(["WORDS"]));
});

it.each([
  ["said", "that the lighthouse was old", "WORDS"],
  ["told reporters", "that the lighthouse would stay", "WORDS"],
  ["warned", "that the lighthouse might fall", "WORDS"],
  ["wants", "to sell the lighthouse", "ATTITUDE"],
  ["believes", "that the lighthouse is old", "ATTITUDE"],
  ["hopes", "to keep the lighthouse", "ATTITUDE"],
  ["supports", "the sale of the lighthouse", "ATTITUDE"],
])("Clara Voss %s %s: %s", (cue, content, reports) => {
  const text = `Clara Voss ${cue} ${content}.`;
  expect(reportsOf(text, tagsOf(text, { cue, contents: [content], source: "Clara Voss" }))).toEqual([reports]);
});
