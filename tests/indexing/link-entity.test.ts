import { describe, expect, it } from "vitest";
import { linkEntity } from "../../src/indexing/link-entity.ts";
import type { Mention } from "../../src/model/entity.ts";

/** A person of a text, mentioned wherever one of the words stands. */
function person(name: string, text: string, words: RegExp) {
  const mentions: readonly Mention[] = [...text.matchAll(words)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    form: "NAME",
  }));
  const entity = { id: "1", articleId: "2", kind: "PERSON" as const, name, aliases: [], titles: [], mentions };
  return linkEntity(entity, text).person;
}

describe("what joins a person to those of other articles", () => {
  it("is the names as keys, a name of one word being a surname", () => {
    expect(person("Joe Tarn", "", /x/g)).toMatchObject({ first: "joseph", last: "tarn" });
    expect(person("Tarn", "", /x/g)).toMatchObject({ first: null, last: "tarn" });
    expect(person("B. Tarn", "", /x/g)).toMatchObject({ first: "b", last: "tarn" });
    expect(person("de Tarn", "", /x/g)).toMatchObject({ first: null, last: "tarn" });
    expect(person("Joe Tarn Jr.", "", /x/g)).toMatchObject({ first: "joseph", last: "tarn jr" });
    expect(person("Mr.", "", /x/g)).toBeNull();
  });

  it.each([
    ["Tarn", "Mrs. Tarn spoke.", /Mrs\. Tarn/g, "FEMALE"],
    ["Tarn", "Tarn spoke. He left. Then he came back.", /Tarn|He|he/g, "MALE"],
    ["Otto Tarn", "Otto Tarn spoke.", /Otto Tarn/g, "MALE"],
    ["Tarn", "Tarn spoke.", /Tarn/g, null],
  ])("has the gender of %s in “%s”", (name, text, words, gender) => {
    expect(person(name, text, words)?.gender).toBe(gender);
  });
});
