import { type Span, spanText } from "../../model/span.ts";
import { readLabel } from "../turns/label.ts";
import { isUnnamed } from "../turns/label-name.ts";
import { labelColon } from "../turns/layouts/colon-labels.ts";
import { isSound } from "../turns/sound-words.ts";
import type { Cue, CueLine } from "./read-cues.ts";

/** A label as it is written, and where it names the speaker and says what the speaker is. "SPEAKER 2" names nobody. */
interface SpokenLabel {
  readonly written: string;
  readonly speaker: Span | null;
  readonly role: Span | null;
}

/** What is heard from one speaker in one cue. */
export interface SpokenPiece {
  readonly text: string;
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** Who is said to speak; null where nothing is said of it. */
  readonly label: SpokenLabel | null;
  /** Whether somebody else begins here, as far as the format marks it. */
  readonly opens: boolean;
  /** "[Applause]", "♪ ♪": heard, and nobody's words. */
  readonly isSound: boolean;
}

/** A label in capitals is one; in small letters it has two words, or comes again: "Remember: …" is none. */
const CAPITALS = /^[^\p{Ll}]*$/u;
const MIN_LABEL_WORDS = 2;
const MIN_LABEL_USES = 2;

/** Somebody else speaks, and is not named (captions for television). */
const CHANGE = /^(?:>>+|[-–—]+)\s*/;

const SOUND = /^(?:\[[^[\]]*\]|\([^()]*\)|[♪♫#*].*[♪♫#*]|[♪♫\s]+)$/;

/** "[Lena Marsh] We hold.": captions for the deaf have the speaker in brackets, and sounds. */
const IN_BRACKETS = /^[[(]([^()[\]]{2,60})[\])]:?\s+(?=\S)/;
/** A cue that only repeats the one before has rolled up if it has so many words: "No." may be said twice. */
const MIN_ROLLED_WORDS = 3;

/** The pieces of all cues, in order. */
export function spokenPieces(cues: readonly Cue[]): readonly SpokenPiece[] {
  const pieces: SpokenPiece[] = [];
  const read = cues.map((cue) => ({ cue, lines: cue.lines.map(readLine) }));
  const uses = labelUses(read.flatMap(({ lines }) => lines));
  let before: readonly ReadLine[] = [];
  for (const { cue, lines } of read) {
    for (const line of withoutRolled(before, lines)) addLine(pieces, line, cue, uses);
    if (lines.length > 0) before = lines;
  }
  return pieces;
}

/** A line with what stands before its words. */
interface ReadLine extends CueLine {
  readonly change: boolean;
  /** Without the sign of a change, with the label. */
  readonly words: string;
  readonly label: SpokenLabel | null;
  /** Where the label with its sign ends in the words. */
  readonly labelEnd: number;
  readonly isBracketed: boolean;
}

function readLine(line: CueLine): ReadLine {
  const told = withoutChange(line.text);
  return { ...line, ...told, ...labelBefore(told.words) };
}

/** Without the lines at the beginning that the cue before ended with. */
function withoutRolled(before: readonly ReadLine[], lines: readonly ReadLine[]): readonly ReadLine[] {
  for (let count = Math.min(before.length, lines.length); count > 0; count--) {
    const tail = before.slice(-count);
    const repeats = lines.slice(0, count).every(({ text }, i) => text === tail[i]?.text);
    if (repeats && (count < lines.length || wordsIn(lines) >= MIN_ROLLED_WORDS)) return lines.slice(count);
  }
  return lines;
}

const wordsIn = (lines: readonly CueLine[]): number => lines.flatMap(({ text }) => text.split(" ")).length;

/** How often each label opens a line. */
function labelUses(lines: readonly ReadLine[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const { label } of lines) {
    if (label !== null) uses.set(label.written, (uses.get(label.written) ?? 0) + 1);
  }
  return uses;
}

function addLine(pieces: SpokenPiece[], line: ReadLine, cue: Cue, uses: ReadonlyMap<string, number>): void {
  const { change, words, voice } = line;
  const before = voice === null ? certain(line, uses) : null;
  const label = voice === null ? before : voiceLabel(voice);
  const spoken = before === null ? words : words.slice(line.labelEnd).trim();
  if (spoken === "" && label === null) return;
  pieces.push({
    text: spoken,
    startSeconds: cue.startSeconds,
    endSeconds: cue.endSeconds,
    label,
    opens: change || label !== null,
    isSound: SOUND.test(spoken),
  });
}

/** What stands before a colon or in brackets, where it reads as a label. */
function labelBefore(words: string): Pick<ReadLine, "label" | "labelEnd" | "isBracketed"> {
  const bracket = IN_BRACKETS.exec(words);
  if (bracket !== null) {
    const label = isSound(bracket[1] ?? "") ? null : labelIn(bracket[1] ?? "");
    return { label, labelEnd: bracket[0].length, isBracketed: true };
  }
  const colon = labelColon(words);
  return { label: colon < 0 ? null : labelIn(words.slice(0, colon)), labelEnd: colon + 1, isBracketed: false };
}

function labelIn(written: string): SpokenLabel | null {
  const label = readLabel(written, { start: 0, end: written.length });
  return label && { written, speaker: label.speaker, role: label.role };
}

function certain({ label, isBracketed }: ReadLine, uses: ReadonlyMap<string, number>): SpokenLabel | null {
  if (label === null || isBracketed) return label;
  const name = label.speaker === null ? label.written : spanText(label.written, label.speaker);
  const isLabel =
    CAPITALS.test(name) ||
    name.split(" ").length >= MIN_LABEL_WORDS ||
    (uses.get(label.written) ?? 0) >= MIN_LABEL_USES;
  return isLabel ? label : null;
}

/** Directories have the surname first: "Marsh, Lena". */
const SURNAME_FIRST = /^(\p{Lu}[\p{L}'’-]+), (\p{Lu}[\p{L}'’-]+)(?= \(|$)/u;

/** A voice is one whatever it looks like: the format says so. */
function voiceLabel(voice: string): SpokenLabel {
  const written = voice.replace(SURNAME_FIRST, "$2 $1");
  const speaker = isUnnamed(written) ? null : { start: 0, end: written.length };
  return labelIn(written) ?? { written, speaker, role: null };
}

function withoutChange(text: string): { readonly change: boolean; readonly words: string } {
  const mark = CHANGE.exec(text)?.[0];
  return mark === undefined ? { change: false, words: text } : { change: true, words: text.slice(mark.length) };
}
