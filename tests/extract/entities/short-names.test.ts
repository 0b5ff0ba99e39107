import { describe, expect, it } from "vitest";
import { fullNames } from "../../../src/extract/entities/short-names.ts";
import { extractText } from "../extract-text.ts";

describe("the full name of a body", () => {
  it.each([
    [
      "a common noun behind a name that ends in it",
      ["orsic foundation", "foundation"],
      { foundation: "orsic foundation" },
    ],
    [
      "the last that was named",
      ["orsic foundation", "velk foundation", "foundation"],
      { foundation: "velk foundation" },
    ],
    [
      "several words at the end of a longer name",
      ["varda board of elections", "board of election"],
      { "board of election": "varda board of elections" },
    ],
    ["a name and what kind of body bears it", ["harrow", "harrow holdings"], { harrow: "harrow holdings" }],
    [
      "the longest of three",
      ["harrow", "harrow steel", "harrow steel group"],
      { harrow: "harrow steel group", "harrow steel": "harrow steel group" },
    ],
    ["nothing, where the noun came first", ["foundation", "orsic foundation"], {}],
    ["nothing, where two bear the name", ["harrow", "harrow bank", "harrow university"], {}],
    ["nothing for a house of parliament", ["white house", "house"], {}],
    ["nothing for who made a poll", ["courier", "courier poll"], {}],
    ["nothing for a party", ["varda democratic party", "democratic party"], {}],
  ])("is %s", (_what, names, full) => {
    expect(Object.fromEntries(fullNames(names))).toEqual(full);
  });
});

it("a body is one under its short name and its full one", () => {
  const text = "The Orsic Foundation gave a boat. The Foundation said that it floats.";
  expect(extractText(text).organizations).toEqual(["Orsic Foundation = Foundation"]);
});

it("a name that begins with an acronym is not what the acronym stands for", () => {
  const text = "An AP-Gauss Poll was out, and reporters of the AP were glad. The AP said that it fell.";
  expect(extractText(text).organizations).toEqual(["AP-Gauss Poll", "AP"]);
});
