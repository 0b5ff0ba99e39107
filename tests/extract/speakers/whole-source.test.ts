import { describe, expect, it } from "vitest";
import type { DraftQuote } from "../../../src/extract/quotes/draft-quote.ts";
import { wholeSource } from "../../../src/extract/speakers/whole-source.ts";
import { readDocument } from "../../../src/extract/text/document.ts";
import type { Span } from "../../../src/model/span.ts";
import { articleOf, cut } from "../extract-text.ts";

/** The whole of a source that was found as some first words of it. */
function wholeOf(text: string, found: string, cue: string): string {
  const article = articleOf(text);
  const spanOf = (words: string): Span => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const draft: DraftQuote = {
    ...{ kind: "INDIRECT", spans: [], block: 0, basis: "TAGGED", marked: [] },
    ...{ source: spanOf(found), cue: spanOf(cue) },
  };
  return cut(article, wholeSource(readDocument(article), draft));
}

describe("a source that was found in part", () => {
  it.each([
    ["an article", "The prosecutor said that it rained.", "The", "said", "The prosecutor"],
    ["a form of address", "Then Mr. Velk said that it rained.", "Mr.", "said", "Mr. Velk"],
    [
      "the beginning of a compound",
      "The bridge keeper said that it rained.",
      "The bridge",
      "said",
      "The bridge keeper",
    ],
  ])("that is %s goes to the end of its noun phrase", (_what, text, found, cue, whole) => {
    expect(wholeOf(text, found, cue)).toBe(whole);
  });

  it("ends before a verb of speech that reads like a noun", () => {
    expect(wholeOf("Velk claims, and says that it rained.", "Velk", "says")).toBe("Velk");
  });

  it("ends before its cue and before a day", () => {
    expect(wholeOf("The keeper claims that it rained.", "The keeper", "claims")).toBe("The keeper");
    expect(wholeOf("Velk Wednesday said that it rained.", "Velk", "said")).toBe("Velk");
  });
});
