import { describe, expect, it } from "vitest";
import { extractArticle } from "../../../src/extract/extract-article.ts";
import { articleOf, cut } from "../extract-text.ts";

/** Each person's pronouns, in text order. */
function pronounsOf(text: string): Readonly<Record<string, readonly string[]>> {
  const article = articleOf(text);
  const people = extractArticle(article).entities.filter(({ kind }) => kind === "PERSON");
  return Object.fromEntries(
    people.map(({ name, mentions }) => [
      name,
      mentions.filter(({ form }) => form === "PRONOUN").map((mention) => cut(article, mention)),
    ]),
  );
}

describe("he and she", () => {
  it("go to the person whose gender agrees", () => {
    expect(pronounsOf("Mary Rehn met John Berg. She smiled. He took his hat.")).toEqual({
      "Mary Rehn": ["She"],
      "John Berg": ["He", "his"],
    });
  });

  it("go to the subject before the object where both agree", () => {
    expect(pronounsOf("Mary Rehn wrote to Anna Berg. She waited.")).toEqual({ "Mary Rehn": ["She"], "Anna Berg": [] });
  });

  it("do not go to the one who speaks of him", () => {
    expect(pronounsOf("John Berg met Peter Rehn. “I like him,” said John Berg.")).toEqual({
      "John Berg": [],
      "Peter Rehn": ["him"],
    });
  });

  it("go to nobody where nobody of the gender was named", () => {
    expect(pronounsOf("Mary Rehn came. He left.")).toEqual({ "Mary Rehn": [] });
  });
});
