import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOutPlainText } from "../../../src/ingest/plain-text.ts";
import { contains } from "../../../src/model/span.ts";
import { turnsIn } from "./transcript.ts";

const SPEAKERS = ["Vera Stolt", "Ivo Keel", "Ana Rook", "Dario Mint"] as const;
const SENTENCES = [
  "I have nothing to add.",
  "We sailed at noon, and the wind was with us.",
  "Do you know the price?",
  "Thank you for the question: it is a good one.",
  "You were there (I was not).",
  "In 2031 we carried 4,000 people.",
] as const;

interface Said {
  readonly speaker: string;
  readonly paragraphs: readonly string[];
}

const paragraph = fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 3 }).map((all) => all.join(" "));
const said: fc.Arbitrary<Said> = fc.record({
  speaker: fc.constantFrom(...SPEAKERS),
  paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 3 }),
});
/** Two speak, and one of them twice. */
const conversation = fc
  .array(said, { minLength: 1, maxLength: 8 })
  .map((turns) => [
    ...turns,
    { ...(turns[0] as Said), speaker: SPEAKERS[0] },
    { ...(turns[0] as Said), speaker: SPEAKERS[1] },
    { ...(turns[0] as Said), speaker: SPEAKERS[0] },
  ]);

/** How each layout writes a turn. */
const WAYS: Readonly<Record<string, (turn: Said, place: number) => string>> = {
  "Name:": ({ speaker, paragraphs }) => `${speaker}: ${paragraphs.join("\n\n")}`,
  "NAME, HOST:": ({ speaker, paragraphs }) => `${speaker.toUpperCase()}, HOST: ${paragraphs.join("\n\n")}`,
  "**Name:**": ({ speaker, paragraphs }) => `**${speaker}:** ${paragraphs.join("\n\n")}`,
  "[00:00:05] Name:": ({ speaker, paragraphs }, place) =>
    `[00:0${place % 10}:05] ${speaker}: ${paragraphs.join("\n\n")}`,
  "Name  0:05": ({ speaker, paragraphs }, place) => `${speaker}  0:${10 + place}\n${paragraphs.join("\n\n")}`,
  "Name – words": ({ speaker, paragraphs }) => `${speaker} – ${paragraphs.join("\n\n")}`,
  "NAME. Words": ({ speaker, paragraphs }) => `${speaker.toUpperCase()}. ${paragraphs.join("\n\n")}`,
  "Name alone": ({ speaker, paragraphs }) => `${speaker}\n\n${paragraphs.join("\n\n")}`,
  "Name (S&D). –": ({ speaker, paragraphs }) => `${speaker} (S&D). – ${paragraphs.join("\n\n")}`,
};

const textOf = (turns: readonly Said[], way: string): string =>
  ["The harbour", ...turns.map((turn, i) => WAYS[way]?.(turn, i) ?? "")].join("\n\n");

describe("a conversation", () => {
  it.each(Object.keys(WAYS))("laid out as `%s` is read turn by turn", (way) => {
    fc.assert(
      fc.property(conversation, (turns) => {
        const read = turnsIn(textOf(turns, way)).map((row) => row.replace(/ \([^()]*\)(?=[: ])| \[\d+\](?=:)/, ""));
        const wanted = turns.map(({ speaker, paragraphs }) => `${speaker}: ${paragraphs.join(" / ")}`);
        expect(read.map((row) => row.toLowerCase())).toEqual(wanted.map((row) => row.toLowerCase()));
      }),
      { numRuns: 60 },
    );
  });
});

const PIECES = [
  ...[
    "VERA STOLT:",
    "Ivo Keel (chair):",
    "[00:01:02]",
    ">>",
    ">> ANA:",
    "Q.",
    "A.",
    "Q   ",
    "**Ana:**",
    "Mr. KEEL of Ohio.",
    "Keel (PPE). –",
  ],
  ...[
    "Ivo Keel  0:03",
    "(Laughter.)",
    "[sic]",
    "WEBVTT",
    "00:01.000 --> 00:02.000",
    "<v Ana>",
    "- ",
    "# ",
    "14",
    " 1  ",
    " 2  ",
    "***",
    "\t",
  ],
  ...[
    "I do not.",
    "Do you?",
    "we",
    "said",
    "“",
    "”",
    "\n",
    "\n\n",
    "\r\n",
    "\u2028",
    "(",
    "]",
    ":",
    "Operator",
    "Ana Rook -- Chair",
  ],
];
const brokenTranscript = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(" ", "", "\n", "\n\n")), { maxLength: 80 })
  .map((pieces) => pieces.flat().join(""));

describe("any text", () => {
  it("has turns in order that do not overlap, and words in order within its paragraphs", () => {
    fc.assert(
      fc.property(brokenTranscript, (text) => {
        const { turns, paragraphs } = layOutPlainText(text, null);
        let end = 0;
        for (const turn of turns) {
          expect(turn.start).toBeGreaterThanOrEqual(end);
          for (const span of turn.words) {
            expect(span.start).toBeGreaterThanOrEqual(end);
            expect(span.end).toBeLessThanOrEqual(turn.end);
            expect(paragraphs.some((one) => contains(one, span))).toBe(true);
            end = span.end;
          }
          end = turn.end;
        }
      }),
      { numRuns: 500, examples: [["VERA STOLT:\n\nOperator\n\nVERA STOLT:\nQ    "]] },
    );
  });
});
