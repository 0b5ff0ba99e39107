import { describe, expect, it } from "vitest";
import { quotesOf } from "../extract-text.ts";

const inMarks = (text: string): readonly string[] => quotesOf(text).filter((row) => !row.startsWith("INDIRECT"));

it("East Asian marks are marks", () => {
  expect(inMarks("「The mill stays,」 Ines Korda said. 『For ever,』 said Pavel Lind.")).toEqual([
    "DIRECT | Ines Korda | The mill stays,",
    "DIRECT | Pavel Lind | For ever,",
  ]);
});

it("a single mark is left open at a paragraph's end where the next paragraph opens with one", () => {
  expect(inMarks("‘The mill stays,’ Ines Korda said. ‘It’s old.\n\n‘It is the millers’ pride.’")).toEqual([
    "DIRECT | Ines Korda | The mill stays, … It’s old. ¶ It is the millers’ pride.",
  ]);
});

describe("a line of dialogue that opens with a dash", () => {
  it.each([
    ["— The mill stays, said Ines Korda, and we grind on.", "The mill stays … and we grind on."],
    ["— The mill stays, answered Ines Korda, the owner. It is ours.", "The mill stays … It is ours."],
    ["— Who would buy it? asked Ines Korda.", "Who would buy it?"],
    ["— Nobody would, — said Ines Korda. — It leaks.", "Nobody would, … It leaks."],
    ["– The mill stays, Ines Korda said.", "The mill stays"],
  ])("%s", (text, words) => {
    expect(inMarks(`The mill was quiet.\n\n${text}`)).toEqual([`DIRECT | Ines Korda | ${words}`]);
  });

  it.each(["–, Ines Korda said.", "— …, said Ines Korda.", "– –, the miller said. They ground on."])(
    "is none where no word stands before who speaks: %s",
    (line) => {
      expect(inMarks(`The mill was quiet.\n\n${line}`)).toEqual([]);
    },
  );

  it("is none where nobody is said to speak: lists have dashes, too", () => {
    expect(quotesOf("The plan has two parts.\n\n— A new wheel for the mill\n\n— Two doors, both of oak")).toEqual([]);
  });
});

describe("titles of works are nobody's words", () => {
  it.each([
    "Ines Korda sang “The Wheel That Turned Before the Flood Came” on Sunday.",
    "The novel “what the old miller saw that night” came out in May.",
  ])("%s", (text) => {
    expect(inMarks(text)).toEqual([]);
  });

  it("but what is said is a quote whatever its capitals", () => {
    expect(inMarks("“Leave Ines Korda And Her Mill Alone,” said Pavel Lind.")).toEqual([
      "DIRECT | Pavel Lind | Leave Ines Korda And Her Mill Alone,",
    ]);
  });
});

describe("an apostrophe at a word's end within single marks", () => {
  it("does not close them, whatever the word", () => {
    const text = "'We go runnin' home an' never look at the miners' lamps,' said Anna Berg.";
    expect(quotesOf(text)).toEqual(["DIRECT | Anna Berg | We go runnin' home an' never look at the miners' lamps,"]);
  });
});

describe("words in marks that somebody interrupts", () => {
  it.each([
    ["“The mill” — Ines Korda looked up — “stays.”", "The mill … stays."],
    [
      "“The mill stays,” Ines Korda said – the wheel was loud – “and we grind on.”",
      "The mill stays, … and we grind on.",
    ],
  ])("are one quote: %s", (text, words) => {
    expect(inMarks(`The mill was quiet.\n\n${text}`)).toEqual([`DIRECT | Ines Korda | ${words}`]);
  });
});

it("words in marks that somebody else interrupts are still whose they were said to be", () => {
  const [row] = inMarks("Ines Korda said: “The mill” — Pavel Lind coughed behind her — “stays.”");
  expect(row).toMatch(/^(?:DIRECT|MIXED) \| Ines Korda \| /);
});

it("marks that go on behind “according to” are the same source's", () => {
  expect(quotesOf("The mill will be shut, according to the miller Ines Korda, “until the wheel turns”.")).toEqual([
    "MIXED | Ines Korda | until the wheel turns",
  ]);
});

describe("a paragraph of nothing but words in marks", () => {
  const scene = "Ines Korda and Pavel Lind met at the mill.";

  it("goes on with the words of whoever spoke before", () => {
    expect(inMarks(`${scene}\n\n“Who pays?” Pavel Lind said.\n\n“We all do.”`)).toEqual([
      "DIRECT | Pavel Lind | Who pays? ¶ We all do.",
    ]);
  });

  it("is not said by whoever asked what stands before it", () => {
    const [question, answer] = inMarks(`${scene}\n\n“Who pays?” Pavel Lind asked.\n\n“We all do.”`);
    expect(question).toBe("DIRECT | Pavel Lind | Who pays?");
    expect(answer).toMatch(/^DIRECT \| (?:Ines Korda|-) \| We all do\.$/);
  });
});
