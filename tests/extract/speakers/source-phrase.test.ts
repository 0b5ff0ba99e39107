import { describe, expect, it } from "vitest";
import { readArticle } from "../../../src/extract/extract-article.ts";
import { readSourcePhrase } from "../../../src/extract/speakers/source-phrase.ts";
import { NO_TAGS } from "../../../src/model/article-tags.ts";
import { spanText } from "../../../src/model/span.ts";
import { articleOf } from "../extract-text.ts";

/** Names that stand alone elsewhere, so that they are found whatever stands beside them in the source. */
const KNOWN = "Dora Velk met Peter Orsic, and Petra Holm came later.";

/** `name: PART ROLE (preposition)` for each name of a source, and the head of its first phrase. */
function read(source: string): { readonly head: string | null; readonly names: readonly string[] } {
  const text = `${KNOWN}\n\n${source} said that it rained.`;
  const article = articleOf(text);
  const { document, names } = readArticle(article, NO_TAGS);
  const start = text.lastIndexOf(source);
  const phrase = readSourcePhrase(document, { start, end: start + source.length }, names);
  return {
    head: phrase.head,
    names: phrase.names.map(({ named, part, role, preposition }) =>
      [`${spanText(text, named.mention.core)}: ${part} ${role}`, ...(preposition ? [`(${preposition})`] : [])].join(
        " ",
      ),
    ),
  };
}

describe("the words that name a source", () => {
  it("have the last name of the first phrase for their head", () => {
    expect(read("Peter Orsic").names).toEqual(["Peter Orsic: MAIN HEAD"]);
  });

  it.each([
    ["a harbour poll released Monday", "poll"],
    ["The complaint filed by Dora Velk", "complaint"],
    ["officials familiar with the matter", "officials"],
    ["an editorial Friday", "editorial"],
    ["the elected council", "council"],
  ])("have the noun for their head, whatever stands behind it: %s", (source, head) => {
    expect(read(source).head).toBe(head);
  });

  it("have whom they describe behind a preposition", () => {
    expect(read("A spokeswoman for Dora Velk")).toEqual({
      head: "spokeswoman",
      names: ["Dora Velk: MAIN OBJECT (for)"],
    });
  });

  it("have the owner before the head", () => {
    expect(read("Dora Velk's lawyer")).toEqual({ head: "lawyer", names: ["Dora Velk: MAIN OWNER"] });
  });

  it("have a name in apposition behind a description", () => {
    expect(read("The engineer, Peter Orsic,").names).toEqual(["Peter Orsic: APPOSITION HEAD"]);
  });

  it("have a description in apposition behind a name", () => {
    expect(read("Peter Orsic, a neighbour of Dora Velk,").names).toEqual([
      "Peter Orsic: MAIN HEAD",
      "Dora Velk: APPOSITION OBJECT (of)",
    ]);
  });

  it("have names joined by and", () => {
    expect(read("Dora Velk and Peter Orsic").names).toEqual(["Dora Velk: MAIN HEAD", "Peter Orsic: CONJUNCT HEAD"]);
  });

  it("have names in a relative clause that are not the head's", () => {
    expect(read("Peter Orsic, who wrote to Dora Velk,").names[1]).toMatch(/^Dora Velk: RELATIVE/);
  });

  it.each([
    ["A man later identified as Peter Orsic", "Peter Orsic: MAIN HEAD"],
    ["A woman who introduced herself only as Petra Holm", "Petra Holm: APPOSITION HEAD"],
    ["A woman who worked as Petra Holm's guide", "Petra Holm: RELATIVE OBJECT"],
    ["A woman who saw Petra Holm as a rival", "Petra Holm: RELATIVE OBJECT"],
  ])("say whose name it is: %s", (source, name) => {
    expect(read(source).names[0]).toContain(name);
  });

  it("may be a name's possessive alone", () => {
    expect(read("Dora Velk's").names).toEqual(["Dora Velk: MAIN HEAD"]);
  });
});
