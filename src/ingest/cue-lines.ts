import type { TextLine } from "./text-lines.ts";
import { seconds } from "./turns/clock.ts";

/** "00:00:03.000 --> 00:00:07.200" of WebVTT and SubRip. */
const TIMING = /^((?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{3})\s+-->\s+(?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{3}/;
const HEADER = /^(?:WEBVTT|NOTE|STYLE|REGION)\b/;
const SENTENCE_END = /[.!?…]["'”’»)\]]*$/;

/** One timing may stand in any text. */
const MIN_CUES = 2;

/**
 * The words of the cues of a subtitle file that was saved as text, as blocks of lines: cues are joined until a sentence
 * ends. Null where the text holds none.
 */
export function readCues(blocks: readonly (readonly TextLine[])[]): readonly (readonly TextLine[])[] | null {
  const cues = blocks.flatMap(cuesOf);
  return cues.filter(({ isTimed }) => isTimed).length < MIN_CUES ? null : joinSentences(cues.map(({ lines }) => lines));
}

interface Cue {
  readonly isTimed: boolean;
  readonly lines: readonly TextLine[];
}

/** A block holds one cue, or several where no blank lines stand between; anything else stays what it is. */
function cuesOf(block: readonly TextLine[]): readonly Cue[] {
  if (HEADER.test(block[0]?.text ?? "")) return [];
  const timings = block.flatMap(({ text }, i) => (TIMING.test(text) ? [i] : []));
  if (timings.length === 0) return [{ isTimed: false, lines: block }];
  return timings.map((at, i) => {
    const next = timings[i + 1];
    const end = next === undefined ? block.length : isNumber(block[next - 1]) ? next - 1 : next;
    const startSeconds = seconds(TIMING.exec((block[at] as TextLine).text)?.[1] ?? "");
    return { isTimed: true, lines: block.slice(at + 1, end).map((line) => ({ ...line, seconds: startSeconds })) };
  });
}

const isNumber = (line: TextLine | undefined): boolean => line !== undefined && /^\d+$/.test(line.text);

function joinSentences(cues: readonly (readonly TextLine[])[]): readonly (readonly TextLine[])[] {
  const joined: TextLine[][] = [[]];
  for (const lines of cues) {
    for (const line of lines) joined.at(-1)?.push(line);
    if (SENTENCE_END.test(lines.at(-1)?.text ?? "")) joined.push([]);
  }
  return joined.filter((block) => block.length > 0);
}
