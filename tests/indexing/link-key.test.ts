import { describe, expect, it } from "vitest";
import { linkKey } from "../../src/indexing/link-key.ts";

const person = (name: string) => linkKey({ kind: "PERSON", name });

describe("the key that joins people across articles", () => {
  it.each([
    ["Valery Gerasimov", "Valeriy Gerasimov"],
    ["Vladimir Putin", "Vladimir Vladimirovich Putin"],
    ["José Núñez", "Jose Nunez"],
    ["Dr. Ana Rehn", "Ana Rehn"],
    ["Sergei Orlov", "Sergey Orlov"],
    ["Joe Tarn", "Joseph R. Tarn"],
    ["Hilda Tarn", "Hilda Rosen Tarn"],
    ["M. Edgar Tarn", "Edgar Tarn"],
  ])("is the same for %s and %s", (one, other) => {
    expect(person(one)).toBe(person(other));
    expect(person(one)).not.toBeNull();
  });

  it.each([
    ["Ana Rehn", "Anton Rehn"],
    ["Ana Rehn", "Ana Rehm"],
    ["John Smith", "John Smith Jr."],
    ["John Smith Sr.", "John Smith Jr."],
    ["John Smith Jr.", "John Tarn Jr."],
  ])("differs for %s and %s", (one, other) => {
    expect(person(one)).not.toBe(person(other));
  });

  it.each(["Rehn", "Mr. Rehn", "A. Rehn", ""])("is none for “%s”: that may be many people", (name) => {
    expect(person(name)).toBeNull();
  });

  it("takes organizations and places by their whole names", () => {
    expect(linkKey({ kind: "ORGANIZATION", name: "The Harbour Board" })).toBe(
      linkKey({ kind: "ORGANIZATION", name: "Harbour Board" }),
    );
    expect(linkKey({ kind: "ORGANIZATION", name: "NATO" })).toBe("nato");
    expect(linkKey({ kind: "PLACE", name: "São Tomé" })).toBe("sao tome");
  });
});
