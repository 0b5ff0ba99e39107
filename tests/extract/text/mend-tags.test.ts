import { describe, expect, it } from "vitest";
import { mendTags } from "../../../src/extract/text/mend-tags.ts";
import { tagPartsOfSpeech } from "../../../src/extract/text/tag-parts-of-speech.ts";
import { tokenize } from "../../../src/extract/text/tokenize.ts";

const tagged = (text: string): string =>
  mendTags(tagPartsOfSpeech(tokenize(text, { start: 0, end: text.length })))
    .map(({ word, tag }) => `${word}/${tag}`)
    .join(" ");

describe("mendTags", () => {
  it("takes a capital after 'to' for a name, not for a verb", () => {
    expect(tagged("He spoke to Brandt about it.")).toContain("Brandt/NNP");
  });

  it("takes a surname spelled like a verb for a name", () => {
    expect(tagged("We met Tomas Reed there.")).toContain("Tomas/NNP Reed/NNP");
  });

  it("takes what follows 'according to' for a noun", () => {
    expect(tagged("It was late, according to police.")).toContain("police/NN");
  });

  it("leaves the verb that opens a sentence as it is", () => {
    expect(tagged("It rained. Asked about it, she laughed.")).toMatch(/Asked\/VB/);
  });

  it("leaves the verbs of a headline, where every word has its capital", () => {
    expect(tagged("Mayor Says Bridge Opens")).toMatch(/Says\/VB/);
  });
});
