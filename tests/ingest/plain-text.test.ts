import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOutPlainText } from "../../src/ingest/plain-text.ts";
import { spanText } from "../../src/model/span.ts";

function layOut(text: string, givenTitle: string | null = null) {
  const { titleSpan, paragraphs } = layOutPlainText(text, givenTitle);
  return {
    title: titleSpan && spanText(text, titleSpan),
    paragraphs: paragraphs.map((span) => spanText(text, span)),
  };
}

describe("the title", () => {
  it.each([
    "Harbour fee put off",
    "“We will stay”, say the boatmen",
    "Who pays for the wall?",
    "UPDATE: fee put off [2]",
    "Harbour Council Puts Off Its Boat Fee.",
    "Mayor Tarn Warns The Boatmen: ‘We Will Not Wait.’",
    "Boatmen still wait for an answer on the fee.",
  ])("is the first line: %s", (title) =>
    expect(layOut(`${title}\n\nThe council met.`)).toEqual({ title, paragraphs: ["The council met."] }),
  );

  it.each([
    "The council met on Monday.",
    "He waited at the quay for hours.",
    "MAYOR TARN: We Will Not Wait For Them.",
    "It is late. The boats are out.",
    "“We will stay.”",
    "Welcoming the guests, the mayor said:",
    "– Dear guests",
    "This goes on for long ".repeat(12).trim(),
  ])("is no first paragraph: %s", (first) => {
    expect(layOut(`${first}\n\nIt rained.`)).toEqual({ title: null, paragraphs: [first, "It rained."] });
  });

  it("is no first turn of a transcript", () => {
    const turns = ["ILSE TARN: Shall we begin?", "BO LIND: I am ready."];
    expect(layOut(turns.join("\n\n"))).toEqual({ title: null, paragraphs: turns });
  });

  it("needs an article under it", () => {
    expect(layOut("Harbour fee put off\n")).toEqual({ title: null, paragraphs: ["Harbour fee put off"] });
  });

  it("may end in a full stop when it was given so", () => {
    const text = "The fee is off.\n\nThe council met.";
    expect(layOut(text, "The fee is off.")).toEqual({ title: "The fee is off.", paragraphs: ["The council met."] });
  });
});

describe("the paragraphs", () => {
  it.each([
    ["\n\n", "LF"],
    ["\r\n\r\n", "CRLF"],
    ["\r\r", "CR"],
    ["\n \t\n\n", "blank lines with spaces"],
    ["\n", "single line breaks"],
    ["\r\n", "single CRLF"],
  ])("are parted by %j (%s)", (gap) => {
    expect(layOut(["  One is here. ", "Two is here.", "Three is here."].join(gap) + gap).paragraphs).toEqual([
      "One is here.",
      "Two is here.",
      "Three is here.",
    ]);
  });

  it("are lines under a title that a blank line parts", () => {
    const text =
      "Harbour fee put off\n\nMARTA SELK: We waited.\nJON ARVID: So did we, for a long time and in the rain.";
    expect(layOut(text).paragraphs).toHaveLength(2);
  });

  it("are not parted where a line's end cuts a word", () => {
    expect(layOut("Fee put off\n\nThe boatmen sold of-\nfices for it.\nThey met.").paragraphs).toEqual([
      "The boatmen sold of-\nfices for it.",
      "They met.",
    ]);
  });

  it("keep the lines of a hard-wrapped block together", () => {
    const first =
      "The council of Tarn put off the harbour fee on Monday, after six hours\n" +
      "of talk in which forty boatmen spoke and not one of them was for it,\n" +
      "and will come back to it in May.";
    const second =
      "The fee was to be four crowns a day for each boat, whatever its size,\nand twice as much in the summer.";
    expect(layOut(`Harbour fee put off\n\n${first}\n\n${second}\n`)).toEqual({
      title: "Harbour fee put off",
      paragraphs: [first, second],
    });
  });

  it("part a hard-wrapped text without blank lines at its short lines", () => {
    const text =
      "CHAIR: The council of Tarn will now hear the boatmen, who have waited\n" +
      "in the rain for longer than I like to say.\n" +
      "SELK: We have waited for nine years, and can wait for another hour if\n" +
      "there is an answer at the end of it.";
    expect(layOut(text).paragraphs).toHaveLength(2);
  });

  it("part a typewritten text at its indentations", () => {
    const text =
      "The council of Tarn put off the harbour fee on Monday, after six hours\n" +
      "of talk in which forty boatmen spoke and not one of them stood for it.\n" +
      "   The fee was to be four crowns a day for each boat, whatever its size,\n" +
      "and twice as much in the summer months.";
    expect(layOut(text).paragraphs[1]).toMatch(/^The fee was/);
  });

  it("leave page furniture out", () => {
    const text = "Harbour fee put off\n\nThe council met.\n\n* * *\n\nIt rained.\n\nFollow us on Twitter @TarnMail";
    expect(layOut(text).paragraphs).toEqual(["The council met.", "It rained."]);
  });
});

describe("any text", () => {
  const piece = fc.constantFrom(
    "\n",
    "\r\n",
    "\n\n",
    " ",
    "\t",
    "\f",
    "A",
    "b.",
    "– c",
    "🙂",
    "\u00a0",
    "\u2028",
    "x".repeat(50),
  );
  const texts = fc
    .array(fc.oneof(piece, fc.string({ unit: "binary" })), { maxLength: 40 })
    .map((pieces) => pieces.join(""));

  it("has spans in order, in bounds, trimmed, apart, and without a blank line within", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { titleSpan, paragraphs } = layOutPlainText(text, null);
        let before = 0;
        for (const span of titleSpan === null ? paragraphs : [titleSpan, ...paragraphs]) {
          expect(span.start).toBeGreaterThanOrEqual(before);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(spanText(text, span).trim()).toBe(spanText(text, span));
          expect(spanText(text, span)).not.toMatch(/\n\s*\n/);
          before = span.end;
        }
      }),
    );
  });

  it("has every letter and digit in its title, its paragraphs or a block of furniture", () => {
    const words = fc.stringMatching(/^[a-z]{3,9}( [a-z]{3,9}){5,20}\.$/);
    const gaps = fc.constantFrom("\n\n", "\r\n\r\n", "\n", "\r\n");
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), gaps, (blocks, gap) => {
        const { title, paragraphs } = layOut(blocks.join(gap));
        expect([title ?? "", ...paragraphs].join("").replace(/\s/g, "")).toBe(blocks.join("").replace(/\s/g, ""));
      }),
    );
  });
});
