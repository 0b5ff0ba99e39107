import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NumberLists } from "../../../../src/store/embedded/chunk-table/number-lists.ts";
import { WordPostings } from "../../../../src/store/embedded/chunk-table/word-postings.ts";

const read = (lists: NumberLists, list: number): readonly number[] => {
  const numbers: number[] = [];
  lists.forEach(list, (number) => numbers.push(number));
  return numbers;
};

describe("lists of numbers", () => {
  it("hold what was pushed in its order, whichever grow beside each other", () => {
    const pushes = fc.array(fc.tuple(fc.nat(5), fc.nat(400)), { maxLength: 40 });
    fc.assert(
      fc.property(pushes, (runs) => {
        const lists = new NumberLists();
        const expected = Array.from({ length: 6 }, (): number[] => []);
        for (let i = 0; i < expected.length; i++) lists.open();
        for (const [list, times] of runs) {
          for (let i = 0; i < times; i++) {
            lists.push(list, list * 1_000 - i);
            expected[list]?.push(list * 1_000 - i);
          }
        }
        expected.forEach((numbers, list) => {
          expect(read(lists, list)).toEqual(numbers);
        });
      }),
    );
  });

  it("hold more than one page of numbers", () => {
    const lists = new NumberLists();
    const [long, short] = [lists.open(), lists.open()];
    for (let i = 0; i < 200_000; i++) {
      lists.push(long, i);
      if (i % 50_000 === 0) lists.push(short, -i);
    }
    expect(read(lists, long)).toEqual(Array.from({ length: 200_000 }, (_, i) => i));
    expect(read(lists, short)).toEqual([-0, -50_000, -100_000, -150_000].map((number) => number | 0));
  });
});

describe("the postings of words", () => {
  it("tell of each text that holds a word in any form, and how often", () => {
    const word = fc.constantFrom("quay", "quays", "sluice", "representatively", "representative", "ř");
    fc.assert(
      fc.property(fc.array(fc.array(word, { maxLength: 70 }), { maxLength: 20 }), (texts) => {
        const postings = new WordPostings();
        for (const words of texts) postings.add(words);
        const told: (readonly [number, number])[] = [];
        postings.forEach("quai", (text, count) => told.push([text, count]));
        const expected = texts.map((words) => words.filter((one) => one.startsWith("quay")).length);
        expect(told).toEqual(expected.flatMap((count, text) => (count > 0 ? [[text, Math.min(count, 63)]] : [])));
      }),
    );
  });
});
