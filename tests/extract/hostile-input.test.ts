import fc from "fast-check";
import { describe, it } from "vitest";
import { extractArticle } from "../../src/extract/extract-article.ts";
import { expectSound } from "./expect-sound.ts";
import { articleOf } from "./extract-text.ts";
import { randomTags } from "./random-tags.ts";

/** Enough to meet each pair of pieces below many times; under ten seconds. */
const RUNS = 400;

/** What layouts are made of, so that chance builds broken ones. */
const PIECES = [
  ..."“”‘’\"'«»„‹›`´–—-:;,.!?…()[]{}",
  ...["''", "``", "--", "\n", "\n\n", "\r\n", "\u2028", "\u00a0", "\u200b", "\ud83d\ude00", "\ud800", "e\u0301"],
  ...["Mayor", "Ilse Tarn", "Jonas Tarn", "Mr.", "TARN", "THE CHAIR", "Q.", "A.", "Viktor Pavlovich", "NATO"],
  ...["said", "told", "according to", "called", "adding that", "was told by", "wants to", "that", "who", "the mayor"],
  ...["he", "she", "her", "they", "I", "the bridge", "is open", "didn’t", "of", "in", "and", "3.5", "[Applause]"],
];

const brokenLayout = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(" ", "", "\n\n")), { maxLength: 120 })
  .map((pieces) => pieces.flat().join(""));
const anyText = fc.oneof(brokenLayout, fc.string({ unit: "binary", maxLength: 300 }));

describe("any text, as ingest lays it out", () => {
  it("spans are within it and in order, speakers are among the entities, ids are unique", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const article = articleOf(text);
        expectSound(article, extractArticle(article));
      }),
      { numRuns: RUNS },
    );
  });

  it("stays so whatever a tagger says of it", () => {
    const tagged = anyText
      .map((text) => articleOf(text))
      .chain((article) => fc.tuple(fc.constant(article), randomTags(article)));
    fc.assert(
      fc.property(tagged, ([article, tags]) => expectSound(article, extractArticle(article, tags))),
      { numRuns: RUNS },
    );
  });
});

/** UTF-16 units: a step that is quadratic does not finish, and one that spreads an array over a call's arguments, of which some 125,000 fit, throws. */
const HOSTILE_LENGTH = 140_000;
const fill = (piece: string): string => piece.repeat(Math.ceil(HOSTILE_LENGTH / piece.length));
/** So many that an expression that blows up never ends; that the work grows as the text does is counted in `linear-time.test.ts`. */
const HOSTILE_LINES = 5_000;
const numbered = (line: (i: number) => string, gap: string): string =>
  Array.from({ length: HOSTILE_LINES }, (_, i) => line(i)).join(gap);

describe("hostile input", () => {
  it.each([
    ["straight marks", fill('"')],
    ["opening marks", fill("“")],
    ["single marks", fill("' ")],
    ["nested marks", fill("“‘") + fill("’”")],
    ["brackets", `MR A: yes.\n\nMR A: ${fill("[a")}`],
    ["stage directions", `MR A: yes.\n\nMR B: ${fill("[a] b ")}\n\nMR A: no.`],
    ["round brackets", fill("(")],
    ["dashes", fill("—")],
    ["one word", fill("a")],
    ["initialism without end", fill("a.")],
    ["capitals", fill("Alpha Beta ")],
    ["cues", fill("said Xavier, ")],
    ["bracketed commas before cues", fill("(a), (a), (a), (a), (a), (a), he said, ")],
    ["pronouns", `John Miller met Mary Jones. ${fill("he saw her. ")}`],
    ["namesakes", numbered((i) => `N${i.toString(36)} Miller met Mr. Miller.`, " ")],
    ["short paragraphs with labels", numbered((i) => `MR A${i % 97}: yes.`, "\n\n")],
    ["questions and answers", numbered((i) => `${i % 2 ? "A" : "Q"}. You and I?`, "\n\n")],
    ["names with times", numbered((i) => `Ana Lind  0:${i % 60}\nI do.`, "\n")],
    ["one member without end", `Mr. ${fill("A")}. I.\n\nMr. B of Ohio. I do.`],
    ["members of many names", numbered(() => "Mr. Aa Bb Cc of Dd Ee. I do.", "\n")],
    ["cues of subtitles", `WEBVTT\n\n${numbered((i) => `00:${10 + (i % 50)}.000 --> 00:59.000\n<v Ana>I`, "\n\n")}`],
    ["numbered lines", numbered((i) => ` ${1 + (i % 25)}  Q.  Do you? ${i}`, "\n")],
    ["questions in bold type", numbered((i) => (i % 2 ? "I do." : "**Do you?**"), "\n\n")],
    ["plain questions", numbered((i) => (i % 2 ? "I do." : "Do you?"), "\n\n")],
    ["signs of bold type", fill("**a ")],
    ["brackets of labels", numbered(() => "Ana (((((( (a) [0:03]: I do.", "\n\n")],
    ["a speech closed far away", `He said: “${numbered(() => "I do.", "\n\n")}”`],
    ["one speech of many paragraphs", `He said:\n\n${numbered(() => "– I do.", "\n\n")}`],
    ["marks opened again without end", numbered(() => "“I do.", "\n\n")],
    ["a source that quotes many names", `“Yes,” said the „${fill("Anna Miller ")}“ mayor.`],
    ["lone surrogates", fill("\ud800")],
  ])("%s come through", (_name, text) => {
    const article = articleOf(text);
    expectSound(article, extractArticle(article));
  });
});
