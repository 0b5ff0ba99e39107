import { describe, expect, it } from "vitest";
import { EntityCluster } from "../../../src/extract/entities/entity-cluster.ts";
import { holdsTitle } from "../../../src/extract/speakers/title-words.ts";

function bearerOf(title: string): EntityCluster {
  const person = new EntityCluster("PERSON");
  const span = { start: 0, end: 9 };
  person.addName(
    {
      ...span,
      core: span,
      block: 0,
      from: 0,
      to: 2,
      words: ["Dora", "Velk"],
      kind: "PERSON",
      nickname: null,
      isSure: true,
      address: null,
      gender: null,
      titles: [title],
    },
    "Dora Velk",
  );
  return person;
}

describe("a title", () => {
  it("written short is the same in full", () => {
    expect(holdsTitle(bearerOf("Sen."), ["senator"])).toBe(true);
  });

  it("holds its own words and no others", () => {
    expect(holdsTitle(bearerOf("Minister of Defence"), ["defence", "minister"])).toBe(true);
    expect(holdsTitle(bearerOf("Minister of Defence"), ["finance", "minister"])).toBe(false);
  });

  it("is not held by empty words", () => {
    expect(holdsTitle(bearerOf("Mayor"), [""])).toBe(false);
  });
});
