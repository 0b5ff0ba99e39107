import { describe, expect, it } from "vitest";
import { type Extraction, extractArticle } from "../../../src/extract/extract-article.ts";
import { NO_TAGS } from "../../../src/model/article-tags.ts";
import { articleOf, quoteWith, speakerName, speakerOf } from "../extract-text.ts";

const nameOf = (id: string | null, { entities }: Extraction): string | null =>
  entities.find((entity) => entity.id === id)?.name ?? null;

describe("the head of the source speaks", () => {
  it.each([
    [
      "a person behind whom they work for",
      "“The ice is thin,” said Dora Velk's campaign chairman Peter Orsic.",
      "Peter Orsic",
    ],
    ["a person in apposition", "“The ice is thin,” the chief engineer, Peter Orsic, said.", "Peter Orsic"],
    ["a person before an apposition", "“The ice is thin,” said Peter Orsic, a spokesman for Dora Velk.", "Peter Orsic"],
    ["nobody named, for somebody who is", "“The ice is thin,” a spokeswoman for Dora Velk said.", "-"],
    ["nobody named, of somebody who is", "“The ice is thin,” Dora Velk's lawyer said.", "-"],
  ])("%s", (_what, sentence, speaker) => {
    const text = `Dora Velk and Peter Orsic were at the lake on Friday.\n\n${sentence}`;
    expect(speakerOf(text, "The ice is thin")).toBe(speaker);
  });
});

it("he and she take turns where the article has one of each", () => {
  const text =
    "Dora Velk and Peter Orsic sat side by side.\n\n“You had ten years,” she said.\n\n“You had the other ten,” he answered.";
  expect(speakerOf(text, "You had ten years")).toBe("Dora Velk");
  expect(speakerOf(text, "You had the other ten")).toBe("Peter Orsic");
});

it.each(["office", "campaign", "ministry", "staff"])("a person's %s is not that person", (body) => {
  const text = `Minister Peter Orsic was at the lake on Friday.\n\n“The ice is thin,” his ${body} said.`;
  expect(speakerOf(text, "The ice is thin")).toBe("-");
});

it("a lawyer is not the lawyer whom the article has named before", () => {
  const text =
    "Dora Velk and Ana Marl were in court.\n\n“She is well,” said Velk's lawyer, Peter Orsic.\n\n“He will wait,” said a lawyer for Marl.";
  expect(speakerOf(text, "She is well")).toBe("Peter Orsic");
  expect(speakerOf(text, "He will wait")).toBe("-");
});

it("whoever asks is not who goes on speaking", () => {
  const text =
    "Peter Orsic spoke at the mill on Friday.\n\n“Is the ice thin?” a student asked.\n\n“It is thin, and I told you so,” he said.";
  expect(speakerOf(text, "It is thin")).toBe("Peter Orsic");
});

describe("a person whose pronouns are they and them", () => {
  it.each([", who uses they/them pronouns,", " (they/them)"])("speaks where they do: %s", (told) => {
    const text = `Ana Velk${told} mended the clock. Peter Orsic watched.\n\n“It ticks again,” they said.`;
    expect(speakerOf(text, "It ticks again")).toBe("Ana Velk");
  });
});

describe("who is named right before somebody with these pronouns", () => {
  it("does not share them", () => {
    const text =
      "Ana Velk met Kim Sander (they/them) at the mill. Peter Orsic watched.\n\n“It ticks again,” they said.";
    expect(speakerOf(text, "It ticks again")).toBe("Kim Sander");
  });
});

describe("who speaks for another", () => {
  const text =
    "Dora Velk came to the lake on Friday.\n\n“The ice is thin,” a spokeswoman for Dora Velk said. “Nobody should skate,” she added.";

  it("is not taken for them, and says for whom", () => {
    const { quote, extraction } = quoteWith(text, "The ice is thin");
    expect(quote.speakerId).toBeNull();
    expect(nameOf(quote.onBehalfOfId, extraction)).toBe("Dora Velk");
  });

  it("says so once for all that he says", () => {
    const named =
      "“The ice is thin,” said Peter Orsic, a spokesman for Dora Velk.\n\n“Nobody should skate,” Orsic said.";
    const { quote, extraction } = quoteWith(named, "Nobody should skate");
    expect(speakerName(quote, extraction)).toBe("Peter Orsic");
    expect(nameOf(quote.onBehalfOfId, extraction)).toBe("Dora Velk");
  });

  it("is nobody's voice but his own where he speaks for none", () => {
    const own = "“The ice is thin,” said Peter Orsic, a friend of Dora Velk.";
    expect(quoteWith(own, "The ice is thin").quote.onBehalfOfId).toBeNull();
  });
});

describe("several speakers", () => {
  it("are all named, the first of them first", () => {
    const { quote, extraction } = quoteWith("“We will stay,” said Dora Velk and Peter Orsic.", "We will stay");
    expect(speakerName(quote, extraction)).toBe("Dora Velk");
    expect(quote.coSpeakerIds.map((id) => nameOf(id, extraction))).toEqual(["Peter Orsic"]);
  });

  it("are not those whom an apposition names", () => {
    const { quote } = quoteWith("“We will stay,” said Dora Velk, the sister of Peter Orsic.", "We will stay");
    expect(quote.coSpeakerIds).toEqual([]);
  });
});

describe("he and she as sources", () => {
  it("go to whoever spoke last", () => {
    const text =
      "Dora Velk met Petra Holm at the lake.\n\n“The ice is thin,” Petra Holm said.\n\n“Nobody should skate,” she said.";
    expect(speakerOf(text, "Nobody should skate")).toBe("Petra Holm");
  });

  it("go to the wife where husband and wife share a surname", () => {
    const text =
      "Peter Velk and his wife, Dora Velk, skated.\n\n“The ice is thin,” said Mr Velk.\n\n“Nobody should skate,” she said.";
    expect(speakerOf(text, "Nobody should skate")).toBe("Dora Velk");
  });

  it("go to nobody of the other gender", () => {
    const text = "“The ice is thin,” Peter Orsic said.\n\n“Nobody should skate,” she said.";
    expect(speakerOf(text, "Nobody should skate")).toBe("-");
  });

  it("are not put to a name that stands in the words alone", () => {
    const text =
      "Peter Orsic walked on the lake.\n\n“The ice is thin,” Orsic said.\n\n“I told Anton Bell to stay at home,” he said.";
    expect(speakerOf(text, "stay at home")).toBe("Peter Orsic");
  });
});

describe("the confidence in a speaker", () => {
  it("is higher for a name than for a pronoun with two who may be meant", () => {
    const text =
      "Dora Velk met Petra Holm at the lake. Holm had brought Anna Reed.\n\n“The ice is thin,” Dora Velk said.\n\nHolm looked at Reed. “Nobody should skate,” she said.";
    const named = quoteWith(text, "The ice is thin").quote.confidence;
    const meant = quoteWith(text, "Nobody should skate").quote.confidence;
    expect(named).toBeGreaterThan(meant);
  });
});

describe("the one whom an article calls so", () => {
  it("is meant by the bare title, however many spoke since", () => {
    const text =
      "Bishop Peter Orsic met Anna Bell, a farmer, at the lake.\n\n“I sang,” Anna Bell said.\n\n“We prayed for rain,” the bishop said.";
    expect(speakerOf(text, "prayed for rain")).toBe("Peter Orsic");
  });

  it("is meant by an age", () => {
    const text = "Anna Bell, 63, rowed across the lake with Peter Orsic.\n\n“My arms hurt,” the 63-year-old said.";
    expect(speakerOf(text, "My arms hurt")).toBe("Anna Bell");
  });

  it("is not put to words that the article calls made up", () => {
    const text =
      "Bishop Peter Orsic met Anna Bell, a farmer, at the lake.\n\nThe bishop never said “The lake can dry up for all I care”. The quote was made up.\n\n“I said nothing of the kind,” the bishop said.";
    expect(speakerOf(text, "can dry up")).toBe("-");
    expect(speakerOf(text, "nothing of the kind")).toBe("Peter Orsic");
  });

  it("is nobody where two are called so", () => {
    const text =
      "Bishop Peter Orsic met Bishop Anna Bell, who had walked, at the lake with Dora Velk.\n\n“We prayed for rain,” the bishop said.";
    const { quote } = quoteWith(text, "prayed for rain");
    expect(quote.confidence).toBeLessThan(0.9);
  });
});

describe("who speaks in a headline", () => {
  it("is whom it names, not whom its last words describe and the text names next", () => {
    const text =
      "Anna Bell Hammers Harrow Bank Chief: “You Should Be Ashamed Of Yourself.”\n\nHarrow Bank chief Peter Orsic listened for an hour.";
    expect(speakerOf(text, "Should Be Ashamed")).not.toBe("Peter Orsic");
  });
});

describe("a body", () => {
  it("that the article calls by its kind is no person", () => {
    const text = "Anna Bell bought a share of the paper on Monday.\n\n“We got it wrong,” the newspaper wrote.";
    expect(speakerOf(text, "got it wrong")).toBe("-");
  });
});

describe("a spokesman for somebody's rival", () => {
  it("is not the rival whom the text names behind", () => {
    const text = "Peter Orsic lost the vote.\n\n“She is busy,” a spokesman for his rival, Anna Bell, said.";
    const { quote, extraction } = quoteWith(text, "She is busy");
    expect([speakerName(quote, extraction), nameOf(quote.onBehalfOfId, extraction)]).toEqual(["-", "Anna Bell"]);
  });
});

describe("the one behind whose apposition “who” stands", () => {
  it("speaks", () => {
    const text =
      "Peter Orsic skated. The money came from Dora Velk, a retired nurse from Ostrel who said “the ice was thin”, and from Anna Reed, a farmer.";
    expect(speakerOf(text, "the ice was thin")).toBe("Dora Velk");
  });
});

describe("whoever is asked", () => {
  it("does not say what they are asked, whatever a tagger takes for the source", () => {
    const text = "Ana Rehn walked home on Friday. Rehn laughed when asked whether the lake is frozen.";
    const spanOf = (words: string) => ({ start: text.lastIndexOf(words), end: text.lastIndexOf(words) + words.length });
    const statement = {
      contents: [spanOf("whether the lake is frozen")],
      cue: spanOf("asked"),
      source: spanOf("Rehn"),
    };
    const tags = { ...NO_TAGS, statements: [{ ...statement, probability: 0.95 }] };
    const { quotes } = extractArticle(articleOf(text), tags);
    expect(quotes.map(({ speakerId }) => speakerId)).toEqual([null]);
  });
});

describe("whoever is said to have been quoted", () => {
  it.each(["She's always said: “The ice is thin.”", "Velk was quoted in the Daily: “The ice is thin.”"])(
    "speaks: %s",
    (sentence) => {
      expect(speakerOf(`Mayor Dora Velk opened the bridge on Monday.\n\n${sentence}`, "The ice is thin")).toBe(
        "Dora Velk",
      );
    },
  );
});

describe("a senator of a town", () => {
  it("is the one beside whose name the town stands", () => {
    const text =
      "Senator Dora Velk of Ostrel met Senator Petra Holm of Karsa at the lake.\n\nHolm skated. Velk watched.\n\n“The ice is thin,” the Karsa senator said.";
    expect(speakerOf(text, "The ice is thin")).toBe("Petra Holm");
  });
});
