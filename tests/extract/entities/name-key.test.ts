import { describe, expect, it } from "vitest";
import { firstNamesAgree, isPatronymic, nameKey } from "../../../src/extract/entities/name-key.ts";

describe("nameKey", () => {
  it.each([
    ["Valery", "Valeriy"],
    ["Sergei", "Sergey"],
    ["Viktor", "Victor"],
    ["Yulia", "Julia"],
    ["Núñez", "Nunez"],
  ])("%s and %s are one name in two spellings", (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
  });

  it.each([
    ["Berg", "Burg"],
    ["Ilse", "Else"],
  ])("%s and %s are two names", (a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b));
  });
});

describe("firstNamesAgree", () => {
  it("takes an initial or a short form for the name", () => {
    expect(firstNamesAgree("W.", "William")).toBe(true);
    expect(firstNamesAgree("Bill", "William")).toBe(true);
    expect(firstNamesAgree("Bill", "Walter")).toBe(false);
  });
});

describe("isPatronymic", () => {
  it.each(["Pavlovich", "Vasilyevich", "Ilyich", "Andreyevna", "Ilyinichna"])("%s is one", (name) => {
    expect(isPatronymic(name)).toBe(true);
  });

  it.each(["Ulrich", "Friedrich", "Aldrich", "Tarn"])("%s is none", (name) => {
    expect(isPatronymic(name)).toBe(false);
  });
});
