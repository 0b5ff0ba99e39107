import { describe, expect, it } from "vitest";
import { tidyTitle, withTidyTitles } from "../../../src/extract/entities/tidy-titles.ts";
import type { ArticleEntity } from "../../../src/model/entity.ts";

const NAMES = new Set(["Okafor", "Brandt", "Ilse"]);
const tidy = (title: string) => tidyTitle(title, (word) => NAMES.has(word));

describe("a title", () => {
  it.each(["Minister of Transport", "Vice President", "Sen.", "Lt. Gov.", "CEO", "first deputy mayor"])(
    "%s stays as it is",
    (title) => expect(tidy(title)).toBe(title),
  );

  it.each([
    "Secretary Okafor and",
    "CEO of",
    "chairman of",
    "brother",
    "son of the mayor",
    "Okafor and",
    "Mr.",
    "former",
    "—",
  ])("%s is none", (title) => expect(tidy(title)).toBeNull());

  it.each([
    ["Okafor campaign chairman", "campaign chairman"],
    ["senior adviser to Ilse Brandt", "senior adviser"],
    ["Brandt’s lawyer", "lawyer"],
    ["Governor Ilse Brandt and Unity nominee", "nominee"],
    ["- the 2031 mayor", "mayor"],
    ["Witness Mr.", "Witness"],
    ["the mayor of Karsa", "mayor of Karsa"],
  ])("%s is %s", (title, tidied) => {
    expect(tidy(title)?.endsWith(tidied)).toBe(true);
    expect(tidy(title)).not.toMatch(/Okafor|Brandt|Ilse/);
  });

  it("holds no name of somebody else of the article, and may hold its bearer's", () => {
    const person = (name: string, titles: readonly string[]): ArticleEntity => ({
      id: name,
      articleId: "1",
      kind: "PERSON",
      name,
      aliases: [],
      titles,
      mentions: [],
    });
    const people = [person("Tom Okafor", ["Marsh campaign manager"]), person("Lena Marsh", ["Marsh Bank director"])];
    expect(withTidyTitles(people).map(({ titles }) => titles)).toEqual([["campaign manager"], ["Marsh Bank director"]]);
  });
});
