import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { locateModel } from "../../../src/inference/model-location.ts";
import { forkEmbedder } from "../../../src/inference/process-embedder.ts";
import { quoteText } from "../../../src/model/quote.ts";
import { verifyQuote, verifyQuotes } from "../../../src/search/verify/verify-quote.ts";
import { openSamplesSearch, type SamplesSearch } from "../../samples-index.ts";
import { MODELS_DIRECTORY, TEST_MODEL } from "../../test-model.ts";

describe("verifying quotes of the samples", () => {
  let samples: SamplesSearch;
  beforeAll(async () => {
    samples = await openSamplesSearch();
  });
  afterAll(() => samples?.close());

  const verify = (text: string, speaker: string | null = null) => verifyQuote(samples, { text, speaker });
  /** Each change as `KIND claim <- source`, with a star where the claim itself says so. */
  const changes = async (text: string) =>
    (await verify(text)).changes.map(
      ({ kind, claim, source, isMarked }) => `${kind}${isMarked ? "*" : ""} ${claim} <- ${source}`,
    );

  it.each([
    ["as they stand", "We oppose this fee, and we will oppose it in May"],
    ["with marks and who spoke", "“We oppose this fee, and we will oppose it in May,” Selk said."],
    ["in other letters and without stops", "WE OPPOSE THIS FEE and we will oppose it in may"],
    ["with its cue cut out", "The wall is only as good as the meadow in front of it"],
    ["with its cue left in", "Nobody, he said, will be poorer because his field saved a town"],
    ["over paragraphs", "The captain sent us a ham. They have asked me whether a machine can do this."],
    ["in a part that stands in marks", "very welcome to come and push one"],
    ["in marks within marks", "Not today."],
    ["with another sign for a word", "trade between Kestria and Ostrany has risen by 17 %"],
    ["with bracketed words", "We oppose [the] fee, and we will oppose it [when it comes back] in May"],
    ["with ellipses at the edges", "… we will oppose it in May …"],
  ])("finds words %s", async (_, text) => {
    expect((await verify(text)).verdict).toBe("VERBATIM");
  });

  it.each([
    ["a number", "perhaps ninety crowns on a good day", "NUMBER ninety <- sixty"],
    ["a negation", "I am against flood defences", "NEGATION  <- not"],
    ["a name", "trade between Kestria and Marisle has risen by 17 percent", "NAME Marisle <- Ostrany"],
    ["a word", "We support this fee, and we will oppose it in May", "WORDING support <- oppose"],
    ["an omission", "A man with two crab lines earns perhaps sixty crowns", "OMISSION  <- one boat and"],
    ["a marked omission", "We oppose this fee … in May", "OMISSION*  <- and we will oppose it"],
    ["an addition", "We all oppose this terrible fee", "ADDITION all <- "],
    [
      "the order",
      "we will oppose it in May. We oppose this fee, and",
      "ORDER We oppose this fee, and <- We oppose this fee, and",
    ],
  ])("tells what was changed: %s", async (_, text, change) => {
    expect((await verify(text)).verdict).toBe("ALTERED");
    expect(await changes(text)).toContain(change);
  });

  it("goes on by words while the model does not answer, and says where it could look for no more", async () => {
    const gone = await forkEmbedder(locateModel(TEST_MODEL, MODELS_DIRECTORY));
    await gone.close();
    const asked = [{ text: "We oppose this fee" }, { text: "Nobody will pay to land here" }, { text: "No fee at all" }];
    const verifying = { store: samples.store, embedder: gone };
    const all = await verifyQuotes(
      verifying,
      asked.map((one) => ({ ...one, speaker: null })),
      {},
    );
    const alone = await Promise.all(asked.map(({ text }) => verifyQuote(verifying, { text, speaker: null })));
    for (const [found, reworded, other] of [all, alone]) {
      expect(found).toMatchObject({ verdict: "VERBATIM", byWordsAlone: false });
      expect(reworded).toMatchObject({ verdict: "NOT_FOUND", byWordsAlone: true });
      expect(reworded?.summary).toContain("ask again in a moment");
      expect(other?.byWordsAlone).toBe(true);
    }
    expect((await verify("Nobody will pay to land here")).byWordsAlone).toBe(false);
  });

  it("knows another's words, by name and by title", async () => {
    const words = "I am not against flood defences";
    for (const speaker of ["Tobias Wren", "Mr Wren", "wren"]) {
      expect((await verify(words, speaker)).verdict, speaker).toBe("VERBATIM");
    }
    for (const speaker of ["Karel Voss", "the minister", "Winston Churchill"]) {
      expect((await verify(words, speaker)).verdict, speaker).toBe("MISATTRIBUTED");
    }
    expect((await verify("sand does not read our resolutions", "Mayor Dahl")).verdict).toBe("VERBATIM");
  });

  it.each([
    "Wren, Tobias",
    "Dr. Tobias Wren",
    "T. Wren",
    "TOBIÁS WREN",
    "farmer Tobias Wren",
    "Brackwater farmer Wren",
    "Tobias Wren, who farms at Brackwater",
    "Tobias J. Wren",
    "Tobias Wren Jr.",
    "Tobais Wren",
  ])("accuses nobody over spelling or style: %s", async (speaker) => {
    expect((await verify("I am not against flood defences", speaker)).verdict).toBe("VERBATIM");
  });

  it.each(["Anna Wren", "a lawyer for Tobias Wren", "the Wren campaign"])(
    "takes %s for somebody else",
    async (speaker) => {
      expect((await verify("I am not against flood defences", speaker)).verdict).toBe("MISATTRIBUTED");
    },
  );

  it("says whom it takes a misspelt name for", async () => {
    const { summary } = await verify("I am not against flood defences", "Tobais Wren");
    expect(summary).toMatch(
      / “Tobais Wren” is taken for Tobias Wren: nobody in the index is called as it is written\.$/,
    );
    expect((await verify("I am not against flood defences", "Tobias Wren")).summary).not.toContain("taken for");
  });

  it("accuses nobody where the article leaves open whom a pronoun means", async () => {
    const { verdict, summary } = await verify("I need four more boats", "Ruth Calloway");
    expect([verdict, summary]).toEqual(["SPEAKER_UNCLEAR", expect.stringMatching(/^Perhaps Ada Lindqvist said this/)]);
  });

  it("says whose the words are where the pronoun is clear", async () => {
    const words = "Give the Loy somewhere to go, and it will leave your kitchen alone";
    const { verdict, summary } = await verify(words, "Karel Voss");
    expect([verdict, summary]).toEqual([
      "MISATTRIBUTED",
      expect.stringMatching(/^Not Karel Voss: Anneke Thorsen said/),
    ]);
    expect((await verify(words, "Winston Churchill")).verdict).toBe("MISATTRIBUTED");
  });

  it.each([
    ["agree with NATO about everything"],
    ["I am … against flood defences"],
    ["we would have waited through another winter"],
    ["wants to pay more"],
  ])("sees that a cut drops a negation or a condition: %s", async (text) => {
    expect((await verify(text)).verdict).toBe("OUT_OF_CONTEXT");
  });

  it.each([["we may not agree tomorrow"], ["sand does not read our resolutions"], ["it is already cracked"]])(
    "takes no clause of its own for a cut: %s",
    async (text) => {
      expect((await verify(text)).verdict).toBe("VERBATIM");
    },
  );

  it("calls the article's account of what was said a paraphrase", async () => {
    const { verdict, source } = await verify("owners would be paid the full value of their land");
    expect([verdict, source?.voice]).toEqual(["PARAPHRASED", "REPORTED"]);
  });

  it("finds the sense in other words, and says how near it is", async () => {
    const { verdict, source, meaning } = await verify("What would it cost to buy new carriages?");
    expect([verdict, source?.voice, meaning]).toEqual(["PARAPHRASED", "SPOKEN", expect.any(Number)]);
  });

  it("finds nobody who said the article's own words, and nothing of what stands nowhere", async () => {
    const own = await verify("A vote is planned for the second week of March");
    expect([own.verdict, own.source?.voice]).toEqual(["NOT_FOUND", "NARRATION"]);
    const nowhere = await verify("The moon is made of green cheese, and always was");
    expect([nowhere.verdict, nowhere.source, nowhere.diff]).toEqual(["NOT_FOUND", null, []]);
  });

  it("shows the pasted words and the source's to the letter", async () => {
    const { items } = await samples.store.listQuotes({ quoteKinds: ["DIRECT", "TRANSCRIPT"] }, "NEWEST", {
      first: 100,
      after: null,
    });
    const articles = await samples.store.articles(items.map(({ value }) => value.articleId));
    const said = items.map(({ value }, i) => {
      const article = articles[i];
      return article ? quoteText(article, value.spans) : "";
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...said), fc.nat(20), fc.nat(20), async (words, from, length) => {
        const pasted = words
          .split(" ")
          .slice(from, from + length + 4)
          .join(" ");
        fc.pre(/\p{L}/u.test(pasted));
        const { diff, source } = await verify(pasted);
        if (diff.length === 0) return;
        expect(diff.map(({ claim }) => claim).join("")).toBe(pasted);
        for (const segment of diff) {
          const span = segment.sourceSpan;
          expect(span ? source?.article.text.slice(span.start, span.end) : "").toBe(segment.source);
        }
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ["no words", "…", null],
    ["nothing but brackets", "[the mayor]", null],
    ["a page", "word ".repeat(500), null],
    ["a blank speaker", "We oppose this fee", " "],
  ])("refuses %s", async (_, text, speaker) => {
    await expect(verify(text, speaker)).rejects.toMatchObject({ code: "BAD_INPUT" });
  });
});
