import { describe, expect, it } from "vitest";
import { extractArticle } from "../../../src/extract/extract-article.ts";
import type { TaggedName } from "../../../src/model/tagged-name.ts";
import { articleOf, extractText } from "../extract-text.ts";

const peopleOf = (text: string) => extractText(text).people.map((row) => row.replace(/ [=(].*$/, ""));

describe("a person's name", () => {
  it.each([
    ["a headline's verb", "Ana Rehn Vows to Stay\n\nAna Rehn spoke on Monday."],
    ["a headline's past tense", "What Ana Rehn Told the Council\n\nAna Rehn spoke on Monday."],
    ["a word that opens the sentence", "Ana Rehn spoke on Monday. Given Rehn and her years, nobody slept."],
    ["the buttons of a page", "Ana RehnFlagShareLikeReply said that the tram was late. Ana Rehn left."],
    ["the word that a page ran together with it", "Ana RehnUpdated the page on Monday."],
    ["an office before it", "The Council Chair Rep. Ana Rehn spoke on Monday."],
    ["a place behind it", "Ana Rehn London was there. Then Ana Rehn left."],
    ["her town", "Ana Rehn of London was there."],
  ])("is without %s", (_what, text) => {
    expect(peopleOf(text)).toEqual(["Ana Rehn"]);
  });

  it.each([
    ["a party and state", "The senator (R-Fla.) was there."],
    ["a people", "He is the most vulnerable incumbent Republican."],
    ["an adjective that is a rank too", "They run six major American ports and private DVD collections."],
    ["a town by its mayor", "Mayor of Visby resigns\n\nThe mayor of Visby resigned on Monday."],
    ["a town with an office", "Visby Mayor Resigns\n\nThe tram was late."],
    ["a compound of a surname", "They want a Bush-era tax, and a Baker-led board."],
    ["a compound that no list has", "They want a Vossberg-era tax, and an Obama-esque board."],
    ["acronyms with stops", "The F.A.A. said that the road was closed."],
  ])("is not %s", (_what, text) => {
    expect(peopleOf(text)).toEqual([]);
  });

  it.each([
    [
      "where one of them is named",
      "Ana Rehn and her brother sold the mill. The Rehns moved to the coast.",
      ["Ana Rehn"],
    ],
    ["where none is", "Nobody had seen the Obrechts since May.", []],
  ])("is not a family's, %s", (_what, text, people) => {
    const start = Math.max(text.indexOf("Rehns"), text.indexOf("Obrechts"));
    const end = start + (text.includes("Rehns") ? "Rehns" : "Obrechts").length;
    const names: TaggedName[] = [{ kind: "PERSON", start, end, probability: 0.99 }];
    if (text.includes("Ana")) names.unshift({ kind: "PERSON", start: 0, end: "Ana Rehn".length, probability: 0.99 });
    const { entities } = extractArticle(articleOf(text), { statements: [], names });
    expect(entities.filter(({ kind }) => kind === "PERSON").map(({ name }) => name)).toEqual(people);
  });

  it("is without the plural title before joined names", () => {
    expect(peopleOf("On Monday Mayors Ana Rehn and Jonas Berg met.")).toEqual(["Ana Rehn", "Jonas Berg"]);
  });

  it("may end in a word that ends names of bodies too, behind a given name", () => {
    const { people, organizations } = extractText("Anna Mills sued Quarrin Steel and the Velm Ledger on Monday.");
    expect(people).toEqual([expect.stringMatching(/^Anna Mills/)]);
    expect(organizations).toEqual([expect.stringMatching(/^Quarrin Steel/), expect.stringMatching(/^Velm Ledger/)]);
  });

  it("keeps the capitals inside of a surname", () => {
    expect(peopleOf("Jonas McTavish and Anna DeLuca met.")).toEqual(["Jonas McTavish", "Anna DeLuca"]);
  });
});

/** The people of a text in which a tagger takes what these patterns match for people's names. */
function peopleTagged(text: string, patterns: readonly string[]): readonly string[] {
  const names = patterns.flatMap((pattern) =>
    [...text.matchAll(new RegExp(pattern, "g"))].map(
      ({ 0: name, index }): TaggedName => ({
        start: index,
        end: index + name.length,
        kind: "PERSON",
        probability: 0.97,
      }),
    ),
  );
  const { entities } = extractArticle(articleOf(text), { statements: [], names });
  return entities.map(({ name }) => name);
}

describe("an epithet before a full name", () => {
  it("is no part of it, where a tagger takes it in", () => {
    const text = "The crowd jeered. Then Stubborn Anna Berg came, and Berg waved.";
    expect(peopleTagged(text, ["Stubborn Anna Berg", "Berg waved"])).toEqual(["Anna Berg"]);
  });
});

describe("a word of a headline that no list has", () => {
  const BODY = 'Rehn said it would stay. "We count," Rehn told reporters.';

  it("is no part of the name behind it, where the article has the surname alone", () => {
    expect(peopleTagged(`Crowd Corners Rehn On Toll\n\n${BODY}`, ["Corners Rehn", "Rehn(?= said| told)"])).toEqual([
      "Rehn",
    ]);
  });

  it("is none behind a role either", () => {
    const text = `Lighthouse Mother Corners Rehn On Toll\n\n${BODY}`;
    expect(peopleTagged(text, ["Mother Corners Rehn", "Rehn(?= said| told)"])).toEqual(["Rehn"]);
  });

  it("is a first name where the article has it with the surname amid a sentence", () => {
    const text = `Thandeka Rehn Answers On Toll\n\nOn Monday Thandeka Rehn spoke. ${BODY}`;
    expect(peopleTagged(text, ["Thandeka Rehn"])).toEqual(["Thandeka Rehn"]);
  });
});
