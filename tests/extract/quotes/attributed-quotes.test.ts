import { describe, expect, it } from "vitest";
import { quotesOf } from "../extract-text.ts";

describe("words in marks without a cue of their own", () => {
  it("go on with the quote before, over what the narrator says behind its cue", () => {
    expect(quotesOf("“I will open it,” said Anna Tarn, as she called for patience. “Nobody will stop me.”")).toEqual([
      "DIRECT | Anna Tarn | I will open it, … Nobody will stop me.",
    ]);
  });

  it("go on with the paragraph before when they fill their own", () => {
    expect(quotesOf("“I will open it,” Anna Tarn said.\n\n“Nobody will stop me.”")).toEqual([
      "DIRECT | Anna Tarn | I will open it, ¶ Nobody will stop me.",
    ]);
  });
});

describe("a quote of several paragraphs", () => {
  const WORDS = "“We came at dawn. We had tea.\n\n“Then the ice sang.\n\n“I will not forget it,”";
  const QUOTE = "We came at dawn. We had tea. ¶ Then the ice sang. ¶ I will not forget it,";

  it("is by whom its last paragraph names, where nothing is said before", () => {
    expect(quotesOf(`${WORDS} said Peter Orsic, a baker.`)).toEqual([`DIRECT | Peter Orsic | ${QUOTE}`]);
  });

  it("is not the words of whoever spoke in the paragraph before", () => {
    const quotes = quotesOf(`“Nobody came,” said Dora Velk.\n\n${WORDS} Peter Orsic said.`);
    expect(quotes).toEqual(["DIRECT | Dora Velk | Nobody came,", `DIRECT | Peter Orsic | ${QUOTE}`]);
  });

  it("does not begin in a paragraph in which somebody else spoke: a mark may be missing", () => {
    const quotes = quotesOf(
      "“I am innocent,” Peter Orsic told the court. “I was at home that night.\n\n“The evidence is clear,” said Dora Velk.",
    );
    expect(quotes).toEqual([
      "DIRECT | Peter Orsic | I am innocent, … I was at home that night.",
      "DIRECT | Dora Velk | The evidence is clear,",
    ]);
  });

  it("is by whom its first paragraph names, where both do", () => {
    const quotes = quotesOf(`Dora Velk said: ${WORDS} said Peter Orsic.`);
    expect(quotes[0]).toMatch(/^DIRECT \| Dora Velk \| We came at dawn/);
  });
});

describe("a statement ends", () => {
  it("where a second cue brings further words", () => {
    expect(quotesOf("“I will open it,” Anna Tarn said, adding, “It is ready.”")).toEqual([
      "DIRECT | Anna Tarn | I will open it,",
      "DIRECT | Anna Tarn | It is ready.",
    ]);
  });

  it("with an utterance that is whole", () => {
    expect(quotesOf("A man yelled “Go home!” at Anna Tarn in the square.")).toEqual(["DIRECT | - | Go home!"]);
  });

  it("where the narrator goes on with another verb that has an utterance of its own", () => {
    expect(quotesOf("Anna Tarn said that the toll was over, and Paul Berg shouted: “It is not!”")).toEqual([
      "DIRECT | Paul Berg | It is not!",
    ]);
  });

  it("before it begins when its words stand behind the cue", () => {
    expect(quotesOf("In June, as the rain was falling, Anna Tarn said, “We are done.”")).toEqual([
      "DIRECT | Anna Tarn | We are done.",
    ]);
  });
});

it("doubled single marks are not closed by the single ones within them", () => {
  expect(quotesOf("''When they say, 'We can't do this,' I don't believe it,'' said Anna Tarn.")).toEqual([
    "DIRECT | Anna Tarn | When they say, 'We can't do this,' I don't believe it,",
  ]);
});

describe("words in marks among other words that are said", () => {
  it("are quoted alone, and of a kind of their own: where the others end is not told by rules", () => {
    expect(quotesOf("The toll is “a disgrace” to the town, Anna Tarn said.")).toEqual([
      "MIXED | Anna Tarn | a disgrace",
    ]);
  });

  it("are so where the paragraph begins in the middle of their sentence", () => {
    expect(quotesOf(", she noted, was “very welcome to walk over it”.")).toEqual([
      "MIXED | - | very welcome to walk over it",
    ]);
  });

  it("are no quote where they are a name for something, which no verb of speech brings", () => {
    expect(quotesOf("Anna Tarn wants the “green deal” at once.")).toEqual([]);
  });
});

it("“began” is a cue of words in marks alone", () => {
  expect(quotesOf("“It is a long story,” Anna Tarn began.")).toEqual(["DIRECT | Anna Tarn | It is a long story,"]);
  expect(quotesOf("It is the longest since records began.")).toEqual([]);
});

describe("a paragraph that is nothing but an utterance in marks", () => {
  it("is a quote however short, of whoever the paragraph before is about", () => {
    const text = "Anna Berg shrugged when we asked for her advice.\n\n“Buy warm boots.”";
    expect(quotesOf(text).at(-1)).toMatch(/^DIRECT \| .* \| Buy warm boots\.$/);
  });

  it("is none where it is a name or title without a stop", () => {
    expect(quotesOf("The band played three songs.\n\n“Warm Boots”")).toEqual([]);
  });
});
