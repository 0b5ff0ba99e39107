import type { Span } from "../../../src/model/span.ts";
import { sentencesOf } from "../verification/spoken-words.ts";

/** A quote as a draft has it: some text, and where in it the words stand. */
interface LaidOutQuote {
  readonly text: string;
  /** A part for each paragraph and each interruption. */
  readonly spans: readonly Span[];
}

/** Writes words and who said them; null where they do not lend themselves to it. */
export type Layout = (words: string, speaker: string) => LaidOutQuote | null;

/** Each way in which drafts give somebody's words. */
export const LAYOUTS: Readonly<Record<string, Layout>> = {
  "curly marks, cue behind": (words, who) => joined("“", part(beforeCue(words)), `,” said ${who}.`),
  "straight marks, cue before": (words, who) =>
    words.includes('"') ? null : joined(`${who} said: "`, part(atEnd(words)), '" Then the room was quiet.'),
  "guillemets, cue behind": (words, who) => joined("«", part(beforeCue(words)), `», ${who} said on Monday.`),
  "split by its cue": splitByCue,
  "a label before each turn": (words, who) => joined(`${who.toUpperCase()}: `, part(atEnd(words))),
  "a dash behind who speaks": (words, who) => joined(`Taking the floor, ${who} said:\n\n– `, part(atEnd(words))),
  "marks over paragraphs": overParagraphs,
};

function splitByCue(words: string, who: string): LaidOutQuote | null {
  const [first, ...more] = sentencesOf(words);
  if (first === undefined || more.length === 0) return null;
  return joined("“", part(beforeCue(first)), `,” ${who} said. “`, part(atEnd(more.join(" "))), "”");
}

function overParagraphs(words: string, who: string): LaidOutQuote | null {
  const sentences = sentencesOf(words);
  if (sentences.length < 2) return null;
  const parts = sentences.flatMap((sentence, i) => [i === 0 ? "“" : "\n\n“", part(atEnd(sentence))]);
  return joined(`${who} spoke to the crowd:\n\n`, ...parts, "”");
}

/** Before a cue a comma takes the place of a full stop. */
const beforeCue = (words: string): string => words.replace(/[.,]$/, "");

/** What ends a sentence ends with a stop, though in its article a cue went on behind it. */
const atEnd = (words: string): string => (/[.!?…]["”’)]?$/.test(words) ? words : `${words.replace(/[,;:]$/, "")}.`);

interface Words {
  readonly words: string;
}

const part = (words: string): Words => ({ words });

function joined(...parts: readonly (string | Words)[]): LaidOutQuote {
  let text = "";
  const spans: Span[] = [];
  for (const one of parts) {
    const start = text.length;
    text += typeof one === "string" ? one : one.words;
    if (typeof one !== "string") spans.push({ start, end: text.length });
  }
  return { text, spans };
}
