import { styleText } from "node:util";
import type { DraftLine } from "../../src/draft/draft-report.ts";
import { VERDICT_WORDS } from "../../src/draft/verdict-words.ts";

/** Of a quote on a line of a terminal, in UTF-16 code units. */
const MAX_WORDS = 100;

/** Control characters and what turns the reading order: a draft must not write to the terminal but as text. */
const UNPRINTABLE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu;

/** A line a quote: `draft.md:12  altered  “We oppose this tax …” — Marta Selk`, and under what needs a look, why. */
export function terminalLines(
  file: string,
  quotes: readonly DraftLine[],
  lines: readonly (number | null)[],
): readonly string[] {
  return quotes.flatMap((quote, i) => {
    const place = lines[i] === null ? file : `${file}:${lines[i]}`;
    const who = quote.speaker === null ? "" : ` — ${plain(quote.speaker)}`;
    const verdict = paint(quote, VERDICT_WORDS[quote.verdict]);
    const told = `${plain(place)}  ${verdict}  “${shortened(plain(quote.text))}”${who}`;
    return quote.needsALook ? [told, `    ${plain(quote.summary)}`, ...sourceOf(quote)] : [told];
  });
}

const sourceOf = ({ source }: DraftLine): readonly string[] =>
  source?.url ? [`    ${styleText("dim", plain(source.url), { stream: process.stdout })}`] : [];

/** Colours where standard output shows any: not in a file, nor where `NO_COLOR` is set. */
function paint({ verdict, needsALook }: DraftLine, words: string): string {
  const colour = !needsALook ? "green" : verdict === "NOT_FOUND" || verdict === "PARAPHRASED" ? "yellow" : "red";
  return styleText(colour, words, { stream: process.stdout });
}

const plain = (text: string): string => text.replace(UNPRINTABLE, " ").replace(/\s+/g, " ").trim();

const shortened = (text: string): string =>
  text.length <= MAX_WORDS ? text : `${text.slice(0, MAX_WORDS).replace(/\s\S*$/, "")} …`;
