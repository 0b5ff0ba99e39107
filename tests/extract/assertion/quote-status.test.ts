import { describe, expect, it } from "vitest";
import { extractArticle } from "../../../src/extract/extract-article.ts";
import { type ArticleTags, NO_TAGS } from "../../../src/model/article-tags.ts";
import { articleOf, cut, speakerName, wordsOf } from "../extract-text.ts";
import { tagsOf } from "../told.ts";

/** `ASSERTION | speaker | words` of each quote. */
function statusesOf(text: string, tags: ArticleTags = NO_TAGS): readonly string[] {
  const article = articleOf(text);
  const extraction = extractArticle(article, tags);
  return extraction.quotes.map((quote) =>
    [quote.assertion, speakerName(quote, extraction), wordsOf(article, quote)].join(" | "),
  );
}

const sentencesOf = (text: string): readonly string[] => {
  const article = articleOf(text);
  return extractArticle(article).quotes.map(({ sentence }) => cut(article, sentence));
};

/** One statement of a tagger that gives these words; the first place of each counts. */
const tagged = (text: string, cue: string, content: string, source: string): ArticleTags =>
  tagsOf(text, { cue, contents: [content], source });

describe("words that an article says were never said are denied and nobody's", () => {
  it.each([
    "Clara Voss never said “sell the lighthouse”.",
    "Clara Voss did not, however, say “sell the lighthouse”.",
    "Never has Clara Voss said “sell the lighthouse”.",
    "Clara Voss denied having said “sell the lighthouse”.",
    "Clara Voss was misquoted as saying “sell the lighthouse”.",
    "There is no record that Clara Voss ever said “sell the lighthouse”.",
    "A leaflet falsely claims that Clara Voss said “sell the lighthouse”.",
    "A fake letter from Clara Voss, reading “Sell the lighthouse to the highest bidder,” was found.",
    "“Sell the lighthouse to the highest bidder” was falsely attributed to Clara Voss.",
    "A deepfake video showed Clara Voss saying “sell the lighthouse”.",
    "A parody account of Clara Voss wrote: “Sell the lighthouse.”",
    "A man impersonating Clara Voss said “sell the lighthouse”.",
    "“Sell the lighthouse to the highest bidder,” Clara Voss says in the clip. The video was AI-generated.",
    "An earlier version of this report quoted Clara Voss as saying “sell the lighthouse”.",
    "“Sell the lighthouse,” Clara Voss said on the tape. The recording was doctored.",
    "“Sell the lighthouse,” Clara Voss told the board. She never said it.",
    "“Sell the lighthouse,” Clara Voss told the board.\n\nThe quote was made up by a rival.",
    "“Sell the lighthouse,” Clara Voss says in the clip. The words come from a sketch by a satirical programme.",
    "In the clip, which is thought to be a deepfake, Clara Voss says: “Sell the lighthouse.”",
    "“The sea is a hoax, sell the lighthouse.” – Clara Voss\n\nThis quote is fake.",
  ])("%s", (text) => {
    expect(statusesOf(text)[0]).toMatch(/^DENIED \| - \| .*sell the lighthouse/i);
  });

  it("wherever else the article has the same words", () => {
    expect(
      statusesOf("“Sell the lighthouse at once,” Clara Voss wrote.\n\nVoss never said “sell the lighthouse at once”."),
    ).toEqual(["DENIED | - | Sell the lighthouse at once,", "DENIED | - | sell the lighthouse at once"]);
  });

  it.each([
    ["attributed to", "The quote “sell the lighthouse,” attributed to Clara Voss on several sites, is fake."],
    [
      "ascribed to",
      "The quote “sell the lighthouse,” ascribed to Clara Voss and shared by thousands this week, was made up.",
    ],
  ])("where the sentence tells more before it judges them: %s", (cue, text) => {
    expect(statusesOf(text, tagged(text, cue, "“sell the lighthouse,”", "Clara Voss"))[0]).toMatch(/^DENIED \| - \|/);
  });

  it.each([
    "“Sell the lighthouse at once,” Clara Voss said. A photo of the mayor, wearing a hat at the fair, was doctored.",
    "“Sell the lighthouse at once,” Clara Voss said. The account of a neighbour, published in the daily paper last week, was false.",
  ])("and not where something else is called so: %s", (text) => {
    expect(statusesOf(text)[0]).toBe("ASSERTED | Clara Voss | Sell the lighthouse at once,");
  });

  it("where a post claims them, and the next sentence says that it was not so", () => {
    const text = "A post claims that Clara Voss said “sell the lighthouse”. She did not.";
    const tags = tagged(text, "claims", "that Clara Voss said “sell the lighthouse”", "A post");
    expect(statusesOf(text, tags)[0]).toMatch(/^DENIED \| - \|/);
    expect(statusesOf("“Sell the lighthouse,” Clara Voss told him. He did not.")).toEqual([
      "ASSERTED | Clara Voss | Sell the lighthouse,",
    ]);
  });

  it("but not the words of those who say so, nor what a note puts in their place", () => {
    expect(statusesOf("“I never said that,” Clara Voss said. The quote was made up.")).toEqual([
      "ASSERTED | Clara Voss | I never said that,",
    ]);
    expect(
      statusesOf("An earlier version quoted Clara Voss as saying “sell it all”. She said “sell it never”."),
    ).toEqual(["DENIED | - | sell it all", "ASSERTED | Clara Voss | sell it never"]);
  });
});

describe("words that were only thought of are nobody's", () => {
  it.each([
    "Clara Voss would have said “sell the lighthouse”.",
    "Clara Voss might say “sell the lighthouse”.",
    "The keepers want Clara Voss to stand up and say, “I am sorry about the lighthouse.”",
    "Did Clara Voss say “sell the lighthouse to the highest bidder”?",
    "Unless Clara Voss says “sell the lighthouse”, nothing will happen.",
    "A voice that sounds like Clara Voss says: “Sell the lighthouse.”",
  ])("%s", (text) => {
    expect(statusesOf(text)[0]).toMatch(/^HYPOTHETICAL \| - \| .*lighthouse/);
  });
});

describe("whoever denies, refuses or asks is still the one who does", () => {
  it.each([
    ["asked", "whether it was sold", "ASKED"],
    ["denied", "that it was sold", "DENIED"],
    ["did not say", "that it was sold", "DENIED"],
    ["rejected", "the claim that it was sold", "DENIED"],
    ["refused", "to say when it was sold", "REFUSED"],
    ["would not say", "when it was sold", "REFUSED"],
    ["did not deny", "that it was sold", "HYPOTHETICAL"],
    ["never failed to mention", "that it was sold", "ASSERTED"],
    ["falsely claimed", "that it was sold", "ASSERTED"],
    ["stopped short of saying", "that it was sold", "REFUSED"],
    ["was reluctant to admit", "that it was sold", "REFUSED"],
    ["does not think", "that it was sold", "DENIED"],
    ["is not sure", "that it was sold", "HYPOTHETICAL"],
    ["has not ruled out", "that it was sold", "HYPOTHETICAL"],
  ])("“%s” %s: %s", (cue, content, assertion) => {
    const text = `Clara Voss ${cue} ${content}.`;
    expect(statusesOf(text, tagged(text, cue, content, "Clara Voss"))).toEqual([
      `${assertion} | Clara Voss | ${content}`,
    ]);
  });

  it("also where the words are a question in marks", () => {
    expect(statusesOf("“Who sold it?” asked Clara Voss.")).toEqual(["ASKED | Clara Voss | Who sold it?"]);
  });

  it("reads the verb that governs a statement where the tagger leaves it out of the cue", () => {
    const text = "Clara Voss refused to pledge to open the lighthouse.";
    expect(statusesOf(text, tagged(text, "pledge", "to open the lighthouse", "Clara Voss"))).toEqual([
      "REFUSED | Clara Voss | to open the lighthouse",
    ]);
  });
});

describe("what is asserted stays so", () => {
  it.each([
    ["Clara Voss not only said “keep it”.", "keep it"],
    ["“Keep it,” Clara Voss would say to all who asked.", "Keep it,"],
    ["Clara Voss would later say, “We kept it.”", "We kept it."],
    ["“I sold nothing,” Clara Voss denied.", "I sold nothing,"],
    ["Clara Voss, a woman who looks like her mother, said: “Keep it.”", "Keep it."],
    ["“Nobody owns the sea,” Clara Voss wrote. The line comes from her novel of 1999.", "Nobody owns the sea,"],
  ])("%s", (text, words) => {
    expect(statusesOf(text)).toEqual([`ASSERTED | Clara Voss | ${words}`]);
  });

  it.each([
    ["said", "she would not go"],
    ["said", "that nobody had asked her"],
    ["asked", "him to leave"],
    ["called", "the fake quote “a disgrace”"],
  ])("Clara Voss %s %s", (cue, content) => {
    const text = `Clara Voss ${cue} ${content}.`;
    expect(statusesOf(text, tagged(text, cue, content, "Clara Voss"))).toEqual([`ASSERTED | Clara Voss | ${content}`]);
  });
});

describe("the sentence of a quote", () => {
  it("is whole, with its cue and its source, and ends where a sentence does", () => {
    expect(sentencesOf("It rained. Dr. Clara Voss of the U.S. board said: “The lighthouse stays.” It stayed.")).toEqual(
      ["Dr. Clara Voss of the U.S. board said: “The lighthouse stays.”"],
    );
  });

  it("takes in all the sentences over which the words go", () => {
    expect(sentencesOf("It rained. “Keep it. Paint it,” Clara Voss said. “It is ours.” Nobody spoke.")).toEqual([
      "“Keep it. Paint it,” Clara Voss said. “It is ours.”",
    ]);
  });

  it("stays in the paragraph of the first words", () => {
    expect(sentencesOf("“Keep it,” Clara Voss said.\n\n“Paint it.”")).toEqual(["“Keep it,” Clara Voss said."]);
  });
});

describe("words that an article only alleges are hypothetical and keep no speaker", () => {
  it.each([
    "A voice said to be Clara Voss’s says “sell the lighthouse”.",
    "In the purported letter, Clara Voss writes “sell the lighthouse”.",
    "Clara Voss allegedly said “sell the lighthouse”.",
    "Clara Voss is alleged to have said “sell the lighthouse”.",
  ])("%s", (text) => {
    expect(statusesOf(text)).toEqual(["HYPOTHETICAL | - | sell the lighthouse"]);
  });

  it("but not what somebody says of them", () => {
    expect(
      statusesOf("“It is a page too long,” Clara Voss said of the alleged letter. She said “nobody here can spell”."),
    ).toEqual(["ASSERTED | Clara Voss | It is a page too long,", "ASSERTED | Clara Voss | nobody here can spell"]);
    expect(statusesOf("Clara Voss said of the deepfake: “I look taller in it.”")).toEqual([
      "ASSERTED | Clara Voss | I look taller in it.",
    ]);
  });
});

describe("a negation that says how much somebody said it", () => {
  it.each(["could not have been clearer", "couldn’t be happier", "could not hide her joy"])("%s", (verb) => {
    const text = `Clara Voss ${verb}: “The lighthouse stays.”`;
    expect(statusesOf(text, tagged(text, verb, "“The lighthouse stays.”", "Clara Voss"))).toEqual([
      "ASSERTED | Clara Voss | The lighthouse stays.",
    ]);
  });

  it("is none behind verbs of speech", () => {
    expect(statusesOf("Clara Voss could not say “the lighthouse stays”.")).toEqual([
      "DENIED | - | the lighthouse stays",
    ]);
  });
});
