import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LEAFLET, QUARRY } from "../../quarry-articles.ts";
import { openRealIndex, type RealIndex } from "../../real-index.ts";
import { articleFrom } from "../../store/article-fixture.ts";

const CHAPEL = "Let the quarry swallow the chapel whole";

/** One article that has the words said, and taken back in a note below. */
const CORRECTED = articleFrom({
  key: "corrected",
  title: "The mill and its owner",
  entities: [{ name: "Nora Feld", mentions: 2 }, { name: "Ole Feld" }],
  passages: [
    {
      words: "“I will flood the lower mill before I sell it,” Nora Feld said.",
      statement: "I will flood the lower mill before I sell it",
      by: "Nora Feld",
      mention: "Nora Feld",
      cue: "said",
    },
    { words: "The mill has stood by the weir since the war." },
    {
      words: "A note: this paper misquoted Feld as saying, “I will flood the lower mill before I sell it.”",
      statement: "I will flood the lower mill before I sell it",
      by: "Nora Feld",
      mention: "Feld",
      cue: "misquoted",
      assertion: "DENIED",
    },
    {
      words: "“My cousin counts every sack twice,” Feld said.",
      statement: "My cousin counts every sack twice",
      by: "Nora Feld",
      mention: "Feld",
      cue: "said",
      confidence: 0.6,
    },
  ],
});

let index: RealIndex;
let reported: RealIndex;

beforeAll(async () => {
  index = await openRealIndex([QUARRY, CORRECTED]);
  reported = await openRealIndex([QUARRY, LEAFLET]);
});

afterAll(async () => {
  await index?.close();
  await reported?.close();
});

const verify = (text: string, speaker: string | null = null) => index.search.verify({ text, speaker });

describe("words that an article holds only to deny them", () => {
  it.each([[null], ["Greta Lund"], ["Aksel Brink"]])("are disputed, whoever is claimed: %s", async (speaker) => {
    const { verdict, summary, source, disputedBy } = await verify(CHAPEL, speaker);
    expect(verdict).toBe("DISPUTED");
    expect(summary).toBe(
      "Osterby argues over its quarry, Osterby Echo, 2024-04-02 has these words only to deny them: Greta Lund never said “Let the quarry swallow the chapel whole”, as a leaflet has it.",
    );
    expect([source?.quote?.assertion, disputedBy]).toEqual(["DENIED", []]);
  });

  it("are disputed though a word was changed, and though somebody refused what they say", async () => {
    expect((await verify("Let the quarry swallow the chapel entirely")).verdict).toBe("DISPUTED");
    const refused = await verify("to sweep the square before Easter", "Aksel Brink");
    expect([refused.verdict, refused.summary]).toEqual(["DISPUTED", expect.stringContaining("as what was refused")]);
  });

  it("are shown from both sides where another article has them as said", async () => {
    const { verdict, summary, source, disputedBy } = await reported.search.verify({
      text: CHAPEL,
      speaker: "Greta Lund",
    });
    expect(verdict).toBe("DISPUTED");
    expect(source?.article.title).toBe("A leaflet against the councillor");
    expect(disputedBy.map(({ article }) => article.title)).toEqual(["Osterby argues over its quarry"]);
    expect(summary).toMatch(
      /^Greta Lund is quoted with these words in A leaflet .*, but Osterby argues .* only to deny them: /,
    );
  });

  it("are shown from both sides where the same article has them in two places", async () => {
    const { verdict, source, disputedBy } = await verify("I will flood the lower mill before I sell it", "Nora Feld");
    expect([verdict, source?.quote?.assertion]).toEqual(["DISPUTED", "ASSERTED"]);
    expect(disputedBy.map(({ quote }) => quote?.assertion)).toEqual(["DENIED"]);
  });

  it("are told of as a question where they were asked", async () => {
    const { verdict, summary } = await verify("whether the lorries would take the north road");
    expect([verdict, summary]).toEqual(["PARAPHRASED", expect.stringContaining("what Aksel Brink asked")]);
  });
});

describe("the one who is claimed", () => {
  const DUST = "The dust will settle on every roof in Osterby";

  it("has not said what a spokesman said for them", async () => {
    const { verdict, summary } = await verify(DUST, "Greta Lund");
    expect([verdict, summary]).toEqual([
      "MISATTRIBUTED",
      "Not Greta Lund: a spokesman for Lund, for Greta Lund, said this in Osterby argues over its quarry, Osterby Echo, 2024-04-02.",
    ]);
  });

  it("is left open where the article names nobody", async () => {
    const { verdict, summary } = await verify(DUST, "Aksel Brink");
    expect([verdict, summary]).toEqual([
      "SPEAKER_UNCLEAR",
      expect.stringMatching(/^A spokesman for Lund, for Greta Lund, said/),
    ]);
    expect((await verify(DUST)).verdict).toBe("VERBATIM");
  });

  it("may be any of those who said it together", async () => {
    for (const speaker of ["Greta Lund", "Aksel Brink"]) {
      expect((await verify("We shall blast the granite only on Mondays", speaker)).verdict).toBe("VERBATIM");
    }
    expect((await verify("We shall blast the granite only on Mondays", "Nora Feld")).verdict).toBe("MISATTRIBUTED");
  });

  it("is perhaps the one behind a pronoun that is not sure", async () => {
    const words = "The old machines are tired of the stone";
    const { verdict, summary } = await verify(words, "Aksel Brink");
    expect([verdict, summary]).toEqual(["SPEAKER_UNCLEAR", expect.stringMatching(/^Perhaps Aksel Brink said this/)]);
    expect((await verify(words, "Greta Lund")).verdict).toBe("SPEAKER_UNCLEAR");
    expect((await verify(words)).summary).toMatch(/^Perhaps Aksel Brink said this/);
  });

  it("is not contradicted by a surname that is theirs too", async () => {
    expect((await verify("My cousin counts every sack twice", "Ole Feld")).verdict).toBe("SPEAKER_UNCLEAR");
    expect((await verify("My cousin counts every sack twice", "Nora Feld")).verdict).toBe("VERBATIM");
  });
});
