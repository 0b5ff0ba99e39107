import { matchSpans, type Span, spanText } from "../../model/span.ts";
import type { Paragraph } from "../split-paragraphs.ts";
import type { TextLine } from "../text-lines.ts";
import type { Openings } from "./find-openings.ts";
import { addresses, speaksOfSelf } from "./interview-evidence.ts";
import { shareOf } from "./layout-evidence.ts";
import { NAME_RUN } from "./name-runs.ts";
import { openingAt } from "./opening.ts";
import { SPEECH_KINDS } from "./speech-head.ts";

/** Fewer paragraphs are a notice. */
const MIN_PARAGRAPHS = 3;
/** So many of a speech say I, we or you. */
const MIN_SPEAKING = 0.5;
/** Papers quote; who speaks does so seldom. */
const MAX_QUOTING = 0.2;
/** A title is short, in UTF-16 units. */
const MAX_TITLE = 300;

const KIND = `(?:${SPEECH_KINDS})`;
/** "Remarks by Ana Rehn at the bridge", "Full text: the speech of Ana Rehn". */
const SPEECH_BY = new RegExp(
  String.raw`(?<!\p{L})${KIND}(?: as (?:prepared|delivered))?(?: [\p{Ll}]+){0,4}? (?:by|of|from) (?:the )?`,
  "iu",
);
/** "Ana Rehn's speech in full" */
const SPEECH_OF = new RegExp(String.raw`['’]s? (?:\p{Ll}+ ){0,3}${KIND}`, "iu");
const THANKS = /^(?:thanks?|good (?:morning|afternoon|evening)|ladies and gentlemen|friends|colleagues)(?!\p{L})/iu;
const MARK = /["“”«»]/;

/**
 * A text whose title says whose speech it is, and whose paragraphs speak and neither quote nor name the speaker, is that speech from the first
 * such paragraph on.
 */
export function findSpeech(text: string, paragraphs: readonly Paragraph[]): Openings | null {
  const speaker = speakerInTitle(text, paragraphs[0]?.start ?? 0);
  const first = speaker === null ? -1 : paragraphs.findIndex((paragraph) => speaks(spanText(text, paragraph)));
  const opening = paragraphs[first];
  if (speaker === null || opening === undefined) return null;
  const spoken = paragraphs.slice(first).map((paragraph) => spanText(text, paragraph));
  if (!isSpeech(spoken, spanText(text, speaker))) return null;
  const line = opening.lines[0] as TextLine;
  const byLine = new Map([[line, openingAt(line.start, { speaker })]]);
  return { byLine, listed: new Set(), areOpenEnded: false };
}

const speaks = (words: string): boolean => speaksOfSelf(words) || addresses(words) || THANKS.test(words);

function isSpeech(spoken: readonly string[], name: string): boolean {
  const surname = name.split(/\s+/).at(-1) ?? name;
  return (
    spoken.length >= MIN_PARAGRAPHS &&
    shareOf(spoken, speaks) >= MIN_SPEAKING &&
    shareOf(spoken, (words) => MARK.test(words)) <= MAX_QUOTING &&
    !spoken.some((words) => words.includes(surname))
  );
}

/** Who holds the speech, as the title has the name: behind "by", or before "'s speech". */
function speakerInTitle(text: string, end: number): Span | null {
  const title = text.slice(0, Math.min(end, MAX_TITLE));
  const by = SPEECH_BY.exec(title);
  const of = SPEECH_OF.exec(title);
  if (by === null && of === null) return null;
  const runs = matchSpans(title, NAME_RUN);
  const named =
    by === null
      ? runs.find((run) => of !== null && run.end <= of.index + 2 && run.end >= of.index)
      : runs.find((run) => run.start >= by.index + by[0].length);
  return named === undefined ? null : withoutPossessive(title, named);
}

function withoutPossessive(title: string, { start, end }: Span): Span {
  const possessive = /['’]s?$/.exec(title.slice(start, end))?.[0].length ?? 0;
  return { start, end: end - possessive };
}
