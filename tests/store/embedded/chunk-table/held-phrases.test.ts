import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openStoreForWriting } from "../../../../src/store/embedded/open-embedded-store.ts";
import { phraseEnd } from "../../../../src/store/find-phrase.ts";
import { textWords, wordForms } from "../../../../src/store/text-words.ts";
import { articleFrom } from "../../article-fixture.ts";
import { rankAll } from "../../rank-all.ts";
import { temporaryPlace } from "../temporary-place.ts";

const WORDS = [
  "the",
  "quay",
  "fee",
  "us",
  "U.S.",
  "US",
  "e-mail",
  "email",
  "1,500",
  "1500",
  "$5m",
  "5 million dollars",
];
const word = fc.constantFrom(
  ...WORDS,
  "9/11",
  "har-\nbour",
  "har\u00ADbour",
  "harbour",
  "oﬃce",
  "office",
  "Ærø",
  "aero",
  "5%",
);
const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));

/** Without an index: every text is read. */
const standsIn = (phrase: readonly string[], text: string): boolean => {
  const words = textWords(text);
  return words.some((_, from) => phraseEnd(words, from, phrase) >= 0);
};

describe("a phrase among chunks", () => {
  it("is found in all that hold it, and in no others, whatever signs and noise stand in them", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 8 }), text, async (texts, asked) => {
        const store = await openStoreForWriting(temporaryPlace());
        await store.put(articleFrom({ key: "any", passages: texts.map((words) => ({ words })) }));
        const phrase = wordForms(asked);
        const found = await rankAll(store, { phrases: [phrase] });
        await store.close();
        expect(found.total).toBe(texts.filter((one) => standsIn(phrase, one)).length);
      }),
      { numRuns: 60 },
    );
  });

  it("may be of any length", async () => {
    const store = await openStoreForWriting(temporaryPlace());
    const long = Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? "the quay" : `of pier ${i}`)).join(" ");
    await store.put(
      articleFrom({ key: "long", passages: [{ words: `He said ${long} twice.` }, { words: "the quay" }] }),
    );
    const count = async (asked: string) => (await rankAll(store, { phrases: [wordForms(asked)] })).total;
    expect(await count(long)).toBe(1);
    expect(await count(`${long} thrice`)).toBe(0);
    await store.close();
  });
});
