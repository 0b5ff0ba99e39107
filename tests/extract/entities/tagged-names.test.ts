import { describe, expect, it } from "vitest";
import { extractArticle } from "../../../src/extract/extract-article.ts";
import type { EntityKind } from "../../../src/model/entity.ts";
import { articleOf, entityRow } from "../extract-text.ts";

/** Names as rows when the tagger labels these words, wherever they first stand. */
function namesWith(text: string, labels: Readonly<Record<string, EntityKind>>, probability = 0.9) {
  const tags = Object.entries(labels).map(([words, kind]) => {
    const start = text.indexOf(words);
    return { start, end: start + words.length, kind, probability };
  });
  const { entities } = extractArticle(articleOf(text), { statements: [], names: tags });
  return (kind: EntityKind) => entities.filter((entity) => entity.kind === kind).map(entityRow);
}

describe("a tagged name", () => {
  it("is added where the rules know none", () => {
    const labels = { Quirrin: "PERSON", Ostrel: "PLACE" } as const;
    const names = namesWith("They met Quirrin in the port of Ostrel.", labels, 0.96);
    expect(names("PERSON")).toEqual(["Quirrin"]);
    expect(names("PLACE")).toEqual(["Ostrel"]);
  });

  it("is nobody's as a lone word that no list has, unless it is likelier than .95 or said again", () => {
    expect(namesWith("They met Quirrin.", { Quirrin: "PERSON" }, 0.9)("PERSON")).toEqual([]);
    expect(namesWith("They met Mr Quirrin.", { Quirrin: "PERSON" }, 0.9)("PERSON")).toEqual(["Quirrin"]);
  });

  it("corrects the kind and the boundaries of what the rules found", () => {
    const names = namesWith("They joined the Boatmen's Guild of Ostrel.", {
      "Boatmen's Guild of Ostrel": "ORGANIZATION",
    });
    expect(names("ORGANIZATION")).toEqual(["Boatmen's Guild of Ostrel"]);
  });

  it("leaves its title to the rules", () => {
    const names = namesWith("Yesterday Mayor Ana Rehn came.", { "Mayor Ana Rehn": "PERSON" });
    expect(names("PERSON")).toEqual(["Ana Rehn (Mayor)"]);
  });

  it.each([
    ["Then welder Quill Osterman came.", "welder Quill Osterman"],
    ["They saw Quill Osterman waving again.", "Quill Osterman waving"],
  ])("has no small word of a person's: %s", (text, words) => {
    expect(namesWith(text, { [words]: "PERSON" })("PERSON")).toEqual(["Quill Osterman"]);
  });

  it("keeps the particles of a person's name", () => {
    const names = namesWith("Then Quill van der Osterman came.", { "Quill van der Osterman": "PERSON" });
    expect(names("PERSON")).toEqual(["Quill van der Osterman"]);
  });

  it("takes nothing from a person with a title", () => {
    const names = namesWith("Yesterday Mayor Berlin came.", { Berlin: "PLACE" });
    expect(names("PERSON")).toEqual(["Berlin (Mayor)"]);
    expect(names("PLACE")).toEqual([]);
  });

  it("is no more than a part of a person's name that the rules have whole", () => {
    const names = namesWith("Then Anna Quirrin came.", { Anna: "PERSON" });
    expect(names("PERSON")).toEqual(["Anna Quirrin"]);
  });

  it("stands within the name of a body that the rules know by its words", () => {
    const names = namesWith("They left the University of Ostrel.", { Ostrel: "PLACE" });
    expect(names("ORGANIZATION")).toEqual(["University of Ostrel"]);
    expect(names("PLACE")).toEqual(["Ostrel"]);
  });

  it("tells of the same name where the tagger passed it over", () => {
    const names = namesWith("They met in Ostrel. Nobody loves Ostrel. The road to Ostrel is long.", {
      Ostrel: "PLACE",
    });
    expect(names("PLACE")).toEqual(["Ostrel"]);
    expect(names("PERSON")).toEqual([]);
  });

  it("keeps a full name that the tagger passed over, where it has the surname", () => {
    const text = "The harbour master, Quill Osterman, came late. Osterman said that it was late.";
    const surname = text.lastIndexOf("Osterman");
    const tag = { start: surname, end: surname + "Osterman".length, kind: "PERSON", probability: 0.9 } as const;
    const { entities } = extractArticle(articleOf(text), { statements: [], names: [tag] });
    expect(entities.map(entityRow).some((row) => row.startsWith("Quill Osterman"))).toBe(true);
  });

  it("is not needed for a full name behind the noun that a source opens with", () => {
    const text = "“It was late in Ostrel,” said harbour master Silke Osterman.";
    expect(namesWith(text, { Ostrel: "PLACE" })("PERSON")).toEqual(["Silke Osterman"]);
  });

  it("counts for nothing below even odds, outside the text's words, or without a capital", () => {
    expect(namesWith("They met Quirrin.", { Quirrin: "PERSON" }, 0.4)("PERSON")).toEqual([]);
    expect(namesWith("They met nobody.", { nobody: "PERSON", ".": "PLACE" })("PERSON")).toEqual([]);
  });
});
