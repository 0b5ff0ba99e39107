import nlp from "compromise/two";
import { expect, it } from "vitest";
import { inflectVerb } from "../../../scripts/lexicon/inflect-verb.ts";
import { listsOf } from "../../../scripts/lexicon/word-lists.ts";
import { CUE_LEMMAS, cueWord } from "../../../src/extract/lexicon/cue-lexicon.ts";
import { isCommonWord, isFirstName, isListed, isVerbOrFunctionWord } from "../../../src/extract/lexicon/gazetteer.ts";
import WRITTEN from "../../../src/extract/lexicon/word-lists.json" with { type: "json" };

it("what was written of compromise's words is what it has (npm run lexicon)", () => {
  expect(WRITTEN.lists).toEqual(listsOf(nlp.model()));
});

it("every form of every cue verb is known (npm run lexicon)", () => {
  const forms = CUE_LEMMAS.flatMap((lemma) => [lemma, ...inflectVerb(lemma)]);
  expect(forms.filter((form) => cueWord(form) === undefined)).toEqual([]);
  expect(forms.length).toBeGreaterThan(1_000);
});

it("words are told apart by their class", () => {
  expect([isFirstName("henry"), isListed("monday", "DATE"), isListed("norway", "PLACE")]).toEqual([true, true, true]);
  expect([isVerbOrFunctionWord("given"), isCommonWord("half"), isCommonWord("zyx")]).toEqual([true, true, false]);
});
