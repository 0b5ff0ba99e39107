import { describe, expect, it } from "vitest";
import { extractText } from "../extract-text.ts";

/** Each person with titles, as `name (titles)`. */
const peopleOf = (text: string) => extractText(text).people.filter((person) => person.includes("("));

describe("a title", () => {
  it.each([
    [
      "the body it is of",
      "Lock Board director Ilse Brandt said no. The Lock Board met on Monday.",
      "Lock Board director",
    ],
    ["its place", "Norway Finance Minister Ilse Brandt said no.", "Norway Finance Minister"],
    ["the place by its possessive", "Norway's finance minister Ilse Brandt said no.", "Norway finance minister"],
    ["that it is over", "The former Norway minister Ilse Brandt said no.", "former Norway minister"],
    ["the noun that says which it is", "The town asked hotel owner Ilse Brandt.", "hotel owner"],
  ])("has %s", (_, text, title) => expect(peopleOf(text)).toEqual([`Ilse Brandt (${title})`]));

  it.each([
    ["the day before it", "On Thursday Mayor Ilse Brandt said no.", "Mayor"],
    ["the week before it", "Last week Prime Minister Ilse Brandt said no.", "Prime Minister"],
    ["where it was said", "In Norway Senator Ilse Brandt said no.", "Senator"],
  ])("has not %s", (_, text, title) => expect(peopleOf(text)).toEqual([`Ilse Brandt (${title})`]));
});

describe("a title in front of a name and its comma", () => {
  it.each([
    ["behind an article", "“Never,” said the chief engineer, Ilse Brandt.", "chief engineer"],
    ["behind a pronoun", "Its managing director, Ilse Brandt, said that ships were turned away.", "managing director"],
    ["behind a body", "The town's fire chief, Ilse Brandt, had a wish.", "fire chief"],
  ])("is read %s", (_, text, title) => expect(peopleOf(text)).toEqual([`Ilse Brandt (${title})`]));

  it("is somebody else's in a list", () => {
    expect(peopleOf("They asked the president, Mary Smith, John Hale and Peter Marsh.")).toEqual([]);
  });

  it("is nobody's where the sentence goes on behind the name", () => {
    expect(peopleOf("If you ask the manager, Ilse Brandt said no.")).toEqual([]);
  });
});
