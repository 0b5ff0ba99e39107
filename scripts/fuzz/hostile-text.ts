import { readFileSync } from "node:fs";
import fc from "fast-check";
import { globSync } from "tinyglobby";

/** What has tripped readers of text before: marks that never close, tags, letters in two halves, other directions, bytes that are none. */
export const TOKENS = [
  ..."“”\"'‘’«»„[](){}<>&;:,.!?…–—-*_#|\\/=+~^%$@`0\0\t\n\r \u00a0\u00ad\u200b\u200f\u2028\ufeff\ufffd\ud83d\ude00é",
  "\n\n",
  "\r\n",
  "---\n",
  " said",
  " told reporters",
  "Mr. ",
  "MS HARTMANN: ",
  "Q. ",
  "<p>",
  "</blockquote>",
  "<script>",
  "<!--",
  "]]>",
  "&#0;",
  "&lt;",
  "00:01.000 --> 00:02.000\n",
  "<v Ada Penn>",
  "WEBVTT\n\n",
  '{"text":"',
  '"}\n',
  "speaker:",
  'publisher:"',
  "in March 2024",
  "last week",
];

/** Lines of the samples, for what looks like an article. */
const LINES = globSync("samples/**/*.{txt,md,html,vtt,srt,jsonl}").flatMap((file) =>
  readFileSync(file, "utf8").split("\n"),
);

const token = fc.constantFrom(...TOKENS);
const line = fc.constantFrom(...LINES).map((text) => `${text}\n`);
const cut = fc.tuple(line, fc.nat(200), fc.nat(200)).map(([text, from, length]) => text.slice(from, from + length));
const run = fc.tuple(fc.oneof(token, cut), fc.nat(400)).map(([text, times]) => text.repeat(times).slice(0, 20_000));
const noise = fc.string({ unit: "binary", maxLength: 40 });

/** Text of pieces of articles, of what trips, of long runs of one thing, and of noise. */
export const hostileText = (maxPieces: number): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof({ weight: 5, arbitrary: line }, { weight: 5, arbitrary: token }, cut, noise, {
        weight: 1,
        arbitrary: run,
      }),
      {
        maxLength: maxPieces,
      },
    )
    .map((pieces) => pieces.join(""));
