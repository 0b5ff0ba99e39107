import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordsIn } from "../../../src/search/verify/words.ts";

const forms = (text: string) => wordsIn(text, { start: 0, end: text.length }).map(({ form }) => form);

/** Any number below a million, as it is said in English. */
function spelled(value: number): string {
  const ones =
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
      " ",
    );
  const tens = "- - twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
  if (value < 20) return ones[value] as string;
  if (value < 100) return (tens[Math.floor(value / 10)] as string) + (value % 10 ? `-${ones[value % 10]}` : "");
  const [unit, name] = value < 1_000 ? [100, "hundred"] : [1_000, "thousand"];
  const rest = value % unit;
  return `${spelled(Math.floor(value / unit))} ${name}${rest === 0 ? "" : ` ${unit === 100 || rest < 100 ? "and " : ""}${spelled(rest)}`}`;
}

describe("a number", () => {
  it("is one however it is written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), (value) => {
        expect(forms(`take ${spelled(value)} boats`)).toEqual(forms(`take ${value} boats`));
        expect(forms(`take ${spelled(value)} boats`)).toEqual(forms(`take ${value.toLocaleString("en")} boats`));
      }),
    );
  });

  it.each([
    ["six million tonnes", "6 million tonnes"],
    ["6 million tonnes", "6,000,000 tonnes"],
    ["a hundred boats", "100 boats"],
    ["$3.5 million", "3.5 million dollars"],
    ["$3.5m", "$3.5 million"],
    ["£20", "twenty pounds"],
    ["the 3rd pier", "the third pier"],
    ["seven per cent", "7%"],
  ])("is one as “%s” and “%s”", (a, b) => {
    expect(forms(a)).toEqual(forms(b));
  });

  it.each([
    ["six million", "six billion"],
    ["$20", "£20"],
    ["$20", "20"],
    ["5m of rope", "$5m of rope"],
    ["one two", "three"],
    ["a few hundred", "a hundred"],
    ["0047", "47"],
  ])("is told apart as “%s” and “%s”", (a, b) => {
    expect(forms(a)).not.toEqual(forms(b));
  });

  it("stands at the offsets of all of its words", () => {
    const text = "Take a hundred and five boats, or $2.5 million.";
    const numbers = wordsIn(text, { start: 0, end: text.length }).filter(({ form }) => /\d/.test(form));
    expect(numbers.map(({ start, end }) => text.slice(start, end))).toEqual(["a hundred and five", "$2.5 million"]);
  });
});
