import { type Span, spanText } from "../../model/span.ts";
import { spokenWords } from "../../model/spoken-words.ts";
import type { Turn } from "../../model/turn.ts";
import type { Paragraph } from "../split-paragraphs.ts";
import type { TextLine } from "../text-lines.ts";
import type { Openings } from "./find-openings.ts";
import type { Opening } from "./opening.ts";
import { closesTurn, isSilent } from "./silent-line.ts";

/** What stands behind the last turn's label, as far as it was read. */
class OpenTurn {
  readonly #text: string;
  readonly #opening: Opening;
  readonly #line: TextLine;
  readonly #words: Span[] = [];
  readonly start: number;
  end: number;

  constructor(text: string, line: TextLine, opening: Opening) {
    this.#text = text;
    this.#opening = opening;
    this.#line = line;
    this.start = line.start;
    this.end = opening.wordsFrom;
  }

  /** Lines of one paragraph. A margin or a time between two of them is left out. */
  add(lines: readonly Span[]): void {
    const spoken = lines.filter((line) => !isSilent(spanText(this.#text, line)));
    for (const { start, end } of runs(this.#text, spoken)) this.#words.push(...spokenWords(this.#text, start, end));
    this.end = Math.max(this.end, lines.at(-1)?.end ?? 0);
  }

  /** A paragraph behind the first one: words, or a heading or direction that is nobody's and ends nothing. */
  take(paragraph: Paragraph): void {
    const isHeading = paragraph.lines[0]?.emphasis === "HEADING";
    if (isHeading || isSilent(spanText(this.#text, paragraph))) this.end = paragraph.end;
    else this.add(paragraph.lines);
  }

  finish(isOpenEnded: boolean): Turn {
    const { speaker, role, part, seconds } = this.#opening;
    const { start, end } = this;
    return {
      start,
      end,
      words: this.#words,
      speaker,
      role,
      part,
      startSeconds: seconds ?? this.#line.seconds,
      endSeconds: null,
      isOpenEnded,
    };
  }
}

/** Stretches with nothing but blanks between the lines. */
function runs(text: string, lines: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const { start, end } of lines) {
    const last = joined.at(-1);
    if (last && text.slice(last.end, start).trim() === "") joined[joined.length - 1] = { start: last.start, end };
    else joined.push({ start, end });
  }
  return joined;
}

/** The turns that the openings open, in text order. A turn takes all paragraphs up to the next opening or a line that closes it. */
export function buildTurns(
  text: string,
  paragraphs: readonly Paragraph[],
  { byLine, areOpenEnded }: Openings,
): readonly Turn[] {
  const turns: Turn[] = [];
  let current: OpenTurn | null = null;
  const finish = (): void => {
    if (current !== null) turns.push(current.finish(areOpenEnded));
    current = null;
  };
  for (const paragraph of paragraphs) {
    const [first, ...others] = paragraph.lines as [TextLine, ...TextLine[]];
    const opening = byLine.get(first);
    if (opening !== undefined) {
      finish();
      current = new OpenTurn(text, first, opening);
      current.add([
        ...(opening.wordsFrom < first.end ? [{ start: opening.wordsFrom, end: first.end }] : []),
        ...others,
      ]);
    } else if (closesTurn(spanText(text, paragraph))) finish();
    else current?.take(paragraph);
  }
  finish();
  return withRecordingTimes(turns);
}

/** Times count from the recording's beginning where the first is near it and none runs backwards; else they are of the day. */
const LATEST_START_SECONDS = 300;

function withRecordingTimes(turns: readonly Turn[]): readonly Turn[] {
  const times = turns.flatMap(({ startSeconds }) => startSeconds ?? []);
  const areOfRecording =
    (times[0] ?? 0) <= LATEST_START_SECONDS && times.every((time, i) => i === 0 || (times[i - 1] ?? 0) <= time);
  return areOfRecording ? turns : turns.map((turn) => ({ ...turn, startSeconds: null }));
}
