import { describe, expect, it } from "vitest";
import { extractArticle } from "../../../src/extract/extract-article.ts";
import { articleOf, cut, speakerName, wordsOf } from "../extract-text.ts";
import { type Told, tagsOf } from "../told.ts";

/** `KIND | speaker | source | cue | words` of each quote, when the tagger tells these statements, each by its first words in the text. */
function quotesWith(text: string, ...told: readonly Told[]): readonly string[] {
  const article = articleOf(text);
  const extraction = extractArticle(article, tagsOf(text, ...told));
  return extraction.quotes.map((quote) =>
    [
      quote.kind,
      speakerName(quote, extraction),
      cut(article, quote.speakerMention),
      cut(article, quote.cue),
      wordsOf(article, quote),
    ].join(" | "),
  );
}

describe("a statement that the tagger tells", () => {
  it("is a deed and no quote where an unknown verb has a short object, however sure the tagger is", () => {
    const text = "Mayor Ilse Tarn painted the old bridge.";
    const told = { contents: ["the old bridge"], cue: "painted", source: "Mayor Ilse Tarn" };
    expect(quotesWith(text, { ...told, probability: 0.99 })).toEqual([]);
  });

  it("is none where its content is a pronoun", () => {
    const text = "Mayor Ilse Tarn demanded it at dawn.";
    expect(quotesWith(text, { contents: ["it"], cue: "demanded", source: "Mayor Ilse Tarn" })).toEqual([]);
  });

  it("is none where its words in marks are a title that nobody says", () => {
    const text =
      "The band ended with “All the Rivers Will Come Home Again”. The play “Nobody Leaves the Silent Harbour” was shown.";
    const song = { contents: ["“All the Rivers Will Come Home Again”"], cue: "ended", source: "The band" };
    const play = { contents: ["The play “Nobody Leaves the Silent Harbour”"], cue: "was shown" };
    expect(quotesWith(text, song, play)).toEqual([]);
  });

  it("does not hold what happened meanwhile, behind words in marks and their verb", () => {
    const text = "‘We are worn out’, says Ilse Tarn as the strike goes on";
    const told = { contents: ["‘We are worn out’", "as the strike goes on"], cue: "says", source: "Ilse Tarn" };
    expect(quotesWith(text, told)).toEqual(["DIRECT | Ilse Tarn | Ilse Tarn | says | We are worn out"]);
  });

  it("is nobody's where a sentence begins with who was asked", () => {
    const text = "Asked whether the bridge would hold, Ilse Tarn looked at the river.";
    const told = { contents: ["whether the bridge would hold, Ilse"], cue: "Asked", source: "Ilse Tarn" };
    expect(quotesWith(text, told)).toEqual(["INDIRECT | - | - | Asked | whether the bridge would hold"]);
  });

  it("is nobody's where who may have asked stands in the sentence before", () => {
    const text = "Reporters met Ilse Tarn. Asked whether the bridge would hold, she laughed.";
    const told = { contents: ["whether the bridge would hold"], cue: "Asked", source: "Reporters" };
    expect(quotesWith(text, told)).toEqual(["INDIRECT | - | - | Asked | whether the bridge would hold"]);
  });

  it("ends where whoever was asked comes in, also where the tagger does not say who it is", () => {
    const text = "Asked whether the bridge would hold, she looked at the river.";
    const told = { contents: ["whether the bridge would hold, she looked at the river"], cue: "Asked" };
    expect(quotesWith(text, told)).toEqual(["INDIRECT | - | - | Asked | whether the bridge would hold"]);
  });

  it("keeps a cue that ends where its words begin", () => {
    const text = "Ilse Tarn kept the promise to mend old bridges.";
    const told = { contents: ["promise to mend old bridges"], cue: "the", source: "Ilse Tarn" };
    expect(quotesWith(text, told)).toEqual(["INDIRECT | Ilse Tarn | Ilse Tarn | the | promise to mend old bridges"]);
  });

  it("ends before a small word that belongs to what follows", () => {
    const text = "Ilse Tarn said the bridge would hold on Tuesday.";
    const told = { contents: ["the bridge would hold on"], cue: "said", source: "Ilse Tarn" };
    expect(quotesWith(text, told)).toEqual(["INDIRECT | Ilse Tarn | Ilse Tarn | said | the bridge would hold"]);
  });

  it("has a whole word for its cue", () => {
    const text = "Ilse Tarn kept the promise to mend old bridges.";
    const told = { contents: ["to mend old bridges"], cue: "the", source: "Ilse Tarn" };
    expect(quotesWith(text, told)).toEqual(["INDIRECT | Ilse Tarn | Ilse Tarn | the promise | to mend old bridges"]);
  });

  it("keeps to the sentence of its cue, words in marks aside", () => {
    const text = "Ilse Tarn holds that the bridge is sound. The river rose. “It will stand.”";
    const told = { contents: [text.slice(text.indexOf("that"))], cue: "holds", source: "Ilse Tarn" };
    expect(quotesWith(text, told)[0]).toMatch(/ \| that the bridge is sound\.? … It will stand\.$/);
  });

  it("takes no source from a sentence behind its own", () => {
    const text = "It was held that the bridge is sound. Jonas Rehn yawned.";
    const told = { contents: ["that the bridge is sound"], cue: "was held", source: "Jonas Rehn" };
    expect(quotesWith(text, told)[0]).not.toContain("Rehn");
  });

  it("takes no source from a sentence before where the verb has its subject behind it", () => {
    const text = "“It is gone,” said Ilse Tarn, who had seen it go. “It will come back,” sighed Jonas Rehn.";
    const told = { contents: ["“It will come back,”"], cue: "sighed", source: "Ilse Tarn, who had seen it go" };
    expect(quotesWith(text, told)[1]).toBe("DIRECT | Jonas Rehn | Jonas Rehn | sighed | It will come back,");
  });

  it("takes no source from a sentence before where the verb has its subject before it, beside the words", () => {
    const text = "“It is shut,” Ilse Tarn said. “It is not,” Otto Brand said.";
    const told = { contents: ["“It is not,”"], cue: "said", source: "Ilse Tarn" };
    expect(quotesWith(text, told)[1]).toBe("DIRECT | Otto Brand | Otto Brand | said | It is not,");
  });

  it("has no source that goes on over the end of its sentence", () => {
    const text = "Ilse Tarn and Otto Brand met. “It is shut,” said Tarn. Brand nodded.";
    const told = { contents: ["“It is shut,”"], cue: "said", source: "Tarn. Brand" };
    expect(quotesWith(text, told)).toEqual(["DIRECT | Ilse Tarn | Tarn | said | It is shut,"]);
  });

  it("does not hold whom somebody asks", () => {
    const text = "A guest asked Jonas Rehn: “Who built the bridge?”";
    const told = { contents: ["Jonas Rehn:", "“Who built the bridge?”"], cue: "asked", source: "A guest" };
    expect(quotesWith(text, told)).toEqual(["DIRECT | - | A guest | asked | Who built the bridge?"]);
  });

  it("is none where its content is a lone small word", () => {
    const text = "Mayor Ilse Tarn is of the belief that the bridge will hold.";
    expect(quotesWith(text, { contents: ["the"], cue: "is of", source: "Mayor Ilse Tarn" })).toEqual([]);
  });

  it("is a quote where the rules know none", () => {
    const text = "Mayor Ilse Tarn is of the belief that the bridge will hold.";
    expect(quotesWith(text)).toEqual([]);
    expect(
      quotesWith(text, {
        contents: ["that the bridge will hold"],
        cue: "is of the belief",
        source: "Mayor Ilse Tarn",
      }),
    ).toEqual(["INDIRECT | Ilse Tarn | Mayor Ilse Tarn | is of the belief | that the bridge will hold"]);
  });

  it("takes the place of one that the rules cut otherwise", () => {
    const text = "Ilse Tarn said that the bridge, built in 1911, will hold, according to nobody.";
    const [quote, ...others] = quotesWith(text, {
      contents: ["that the bridge, built in 1911, will hold"],
      cue: "said",
      source: "Ilse Tarn",
    });
    expect(quote).toBe("INDIRECT | Ilse Tarn | Ilse Tarn | said | that the bridge, built in 1911, will hold");
    expect(others).toEqual([]);
  });

  it("counts for nothing when the tagger doubts it", () => {
    const text = "Mayor Ilse Tarn is of the belief that the bridge will hold.";
    const doubted = { contents: ["that the bridge will hold"], cue: "is of the belief", probability: 0.3 };
    expect(quotesWith(text, doubted)).toEqual([]);
  });

  it("gives way to a likelier one that shares its words", () => {
    const text = "Ilse Tarn is of the belief that Jonas Rehn is of the opinion that the bridge will hold.";
    const quotes = quotesWith(
      text,
      { contents: ["that the bridge will hold"], cue: "is of the opinion", source: "Jonas Rehn", probability: 0.6 },
      {
        contents: ["that Jonas Rehn is of the opinion that the bridge will hold"],
        cue: "is of the belief",
        source: "Ilse Tarn",
        probability: 0.8,
      },
    );
    expect(quotes.map((row) => row.split(" | ")[1])).toEqual(["Ilse Tarn"]);
  });

  it("within somebody's marked words is theirs", () => {
    const text = "“Rehn is of the belief that the bridge will hold,” Ilse Tarn said.";
    const inner = { contents: ["that the bridge will hold"], cue: "is of the belief", source: "Rehn" };
    expect(quotesWith(text, inner)).toEqual(quotesWith(text));
  });
});

describe("marks move the borders of a tagged content", () => {
  const cue = "in the phrase of";
  const source = "Ilse Tarn";

  it("to the whole of the words in marks that it cuts", () => {
    const text = "The bridge is “a disgrace to all of us” in the phrase of Ilse Tarn.";
    expect(quotesWith(text, { contents: ["The bridge is “a disgrace to all"], cue, source })).toEqual([
      "MIXED | Ilse Tarn | Ilse Tarn | in the phrase of | The bridge is “a disgrace to all of us”",
    ]);
  });

  it("and leave out those that it only touches", () => {
    const text = "The bridge must go, in the phrase of Ilse Tarn, “and it must go at once, by night”.";
    const [first] = quotesWith(text, { contents: ["The bridge must go"], cue, source });
    expect(first).toBe("INDIRECT | Ilse Tarn | Ilse Tarn | in the phrase of | The bridge must go");
  });

  it("stay outside when they hold all of it", () => {
    const text = "“A disgrace to each and all of us” was the phrase of Ilse Tarn.";
    expect(quotesWith(text, { contents: ["A disgrace to each"], cue: "was the phrase of", source })).toEqual([
      "DIRECT | Ilse Tarn | Ilse Tarn | was the phrase of | A disgrace to each and all of us",
    ]);
  });
});

describe("what the rules know better than the tagger", () => {
  it("is where a quote in marks goes on", () => {
    const text = "“It will hold,” Ilse Tarn said. “It held in the storm.”\n\n“It always has.”";
    const told = { contents: ["It will hold,"], cue: "said", source: "Ilse Tarn" };
    expect(quotesWith(text, told)).toEqual([
      "DIRECT | Ilse Tarn | Ilse Tarn | said | It will hold, … It held in the storm. ¶ It always has.",
    ]);
  });

  it("is who speaks under a label", () => {
    const text = "MS TARN: I believe that it will hold.\n\nMR REHN: I do not.\n\nMS TARN: It will.";
    const told = { contents: ["that it will hold"], cue: "believe", source: "I" };
    expect(quotesWith(text, told)).toEqual(quotesWith(text));
  });
});

describe("a statement that holds somebody else's attribution", () => {
  it("leaves the words in marks to those who say them there", () => {
    const text = "“I will not wait,” Anna Berg told Peter Reed, according to a guest.";
    const told = { contents: ["“I will not wait,” Anna Berg told Peter Reed"], cue: "according to", source: "a guest" };
    expect(quotesWith(text, told)).toEqual(["DIRECT | Anna Berg | Anna Berg | told | I will not wait,"]);
  });
});
