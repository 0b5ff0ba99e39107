import { describe, expect, it } from "vitest";
import { type Extraction, extractArticle } from "../../../src/extract/extract-article.ts";
import { type ArticleTags, NO_TAGS } from "../../../src/model/article-tags.ts";
import { articleOf, speakerName } from "../extract-text.ts";

/** The tags of a tagger that knows the statement's parts, and no name but Ana Rehn's. */
function tagsOf(text: string, source: string): ArticleTags {
  const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const content = spanOf("the lake is frozen");
  return {
    ...NO_TAGS,
    statements: [{ contents: [content], cue: spanOf("said"), source: spanOf(source), probability: 0.95 }],
    names: [{ kind: "PERSON", probability: 0.99, ...spanOf("Ana Rehn") }],
  };
}

function read(source: string): Extraction {
  const text = `Ana Rehn walked home on Friday. ${source} said that the lake is frozen.`;
  return extractArticle(articleOf(text), tagsOf(text, source));
}

function speakerOf(source: string): string {
  const extraction = read(source);
  const [quote] = extraction.quotes;
  if (quote === undefined) throw new Error(`Nobody says that the lake is frozen by “${source}”.`);
  return speakerName(quote, extraction);
}

describe("a name that the tagger passed over", () => {
  it.each([
    ["the Daily Lantern", "a body behind the article", "Daily Lantern"],
    ["the newspaper Vestnara", "a name behind the noun that it belongs to", "Vestnara"],
    ["LakeWatch", "a word with a capital in its middle", "LakeWatch"],
    ["Orbit magazine", "a word that says what bears the name", "Orbit"],
    ["Vestnara", "a word that no dictionary has", "Vestnara"],
  ])("speaks where it heads the source: %s, %s", (source, _what, name) => {
    expect(speakerOf(source)).toBe(name);
  });

  it.each([
    ["Others", "has its capital from the sentence"],
    ["Hackers", "is an everyday word"],
    ["Leadership", "is an everyday word"],
    ["Gunowners", "is several"],
    ["Three Orbit magazines", "owns those who speak"],
    ["The Republican", "is of a party"],
    ["The Rehns", "are a family of the article"],
  ])("is none where the source %s %s", (source) => {
    expect(read(source).entities.map(({ name }) => name)).toEqual(["Ana Rehn"]);
  });
});
