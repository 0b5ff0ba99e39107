import { describe, expect, it } from "vitest";
import { mendNames } from "../../../src/inference/tagging/mend-names.ts";

const PERSON = 0;
const ORGANIZATION = 1;
const PLACE = 2;

/** Names of a text of words; each given by its kind, its first word and the word behind it. */
function mend(text: string, ...names: readonly (readonly [kind: number, from: number, to: number])[]) {
  const words = text.split(" ");
  const spans = names.map(([kind, from, to]) => ({ kind, from, to, probability: 0.9 }));
  return mendNames(spans, (index) => words[index] ?? "", PERSON).map(
    ({ kind, from, to }) => [kind, words.slice(from, to).join(" ")] as const,
  );
}

describe("mended names", () => {
  it("go on behind a joining word with what stands there", () => {
    expect(mend("the University of Velmora said", [ORGANIZATION, 1, 3], [PLACE, 3, 4])).toEqual([
      [ORGANIZATION, "University of Velmora"],
    ]);
  });

  it("end before the joining word where a person ends", () => {
    expect(mend("Marta Selk of Velmora", [PERSON, 0, 3], [PLACE, 3, 4])).toEqual([
      [PERSON, "Marta Selk"],
      [PLACE, "Velmora"],
    ]);
  });

  it("are one where two of a kind touch", () => {
    expect(mend("Piet Osterman said", [PERSON, 0, 1], [PERSON, 1, 2])).toEqual([[PERSON, "Piet Osterman"]]);
    expect(mend("Guild Vladimir Orlov", [ORGANIZATION, 0, 1], [PERSON, 1, 3])).toHaveLength(2);
  });

  it("neither begin nor end with a joining word", () => {
    expect(mend("in the Gulf of", [PLACE, 1, 4])).toEqual([[PLACE, "Gulf"]]);
    expect(mend("of", [PLACE, 0, 1])).toEqual([]);
  });

  it("stay apart where words stand between them", () => {
    expect(mend("Parliament of the Velmora", [ORGANIZATION, 0, 2], [PLACE, 3, 4])).toEqual([
      [ORGANIZATION, "Parliament"],
      [PLACE, "Velmora"],
    ]);
  });
});
