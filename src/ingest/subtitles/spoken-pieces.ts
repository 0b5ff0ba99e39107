import type { Cue, CueLine } from "./read-cues.ts";

/** What is heard from one speaker in one cue. */
export interface SpokenPiece {
  readonly text: string;
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** Who speaks, as it is written; null where nobody is named. */
  readonly speaker: string | null;
  readonly role: string | null;
  /** Whether somebody else begins here, as far as the format marks it. */
  readonly opens: boolean;
  /** "[Applause]", "♪ ♪": heard, and nobody's words. */
  readonly isSound: boolean;
}

const NAME_WORD = String.raw`(?:\p{Lu}[\p{L}\p{M}\p{N}.'’-]*|#?\d{1,3}|of|de|van|von|der|al|bin|and|the)`;

/** `LENA MARSH:`, `Lena Marsh (chair):`, `LENA MARSH, HOST:` at the start of a line. */
const LABEL = new RegExp(
  String.raw`^(?<name>\p{Lu}[\p{L}\p{M}.'’-]*(?: ${NAME_WORD}){0,4})(?:,? ?\((?<inBrackets>[^()]{1,60})\)|, (?<behind>[^:.!?]{1,60}))?:(?: |$)`,
  "u",
);

/** A label in capitals is one; in small letters it has two words, or comes again: "Remember: …" is none. */
const CAPITALS = /^[^\p{Ll}]*$/u;
const MIN_LABEL_WORDS = 2;
const MIN_LABEL_USES = 2;

/** Somebody else speaks, and is not named (captions for television). */
const CHANGE = /^(?:>>+|[-–—]+)\s*/;

const SOUND = /^(?:\[[^[\]]*\]|\([^()]*\)|[♪♫#*].*[♪♫#*]|[♪♫\s]+)$/;

/** A cue that only repeats the one before has rolled up if it has so many words: "No." may be said twice. */
const MIN_ROLLED_WORDS = 3;

/** The pieces of all cues, in order. */
export function spokenPieces(cues: readonly Cue[]): readonly SpokenPiece[] {
  const pieces: SpokenPiece[] = [];
  const labels = labelUses(cues);
  let before: readonly CueLine[] = [];
  for (const cue of cues) {
    for (const line of withoutRolled(before, cue.lines)) addLine(pieces, line, cue, labels);
    if (cue.lines.length > 0) before = cue.lines;
  }
  return pieces;
}

/** Without the lines at the beginning that the cue before ended with. */
function withoutRolled(before: readonly CueLine[], lines: readonly CueLine[]): readonly CueLine[] {
  for (let count = Math.min(before.length, lines.length); count > 0; count--) {
    const tail = before.slice(-count);
    const repeats = lines.slice(0, count).every(({ text }, i) => text === tail[i]?.text);
    if (repeats && (count < lines.length || wordsIn(lines) >= MIN_ROLLED_WORDS)) return lines.slice(count);
  }
  return lines;
}

const wordsIn = (lines: readonly CueLine[]): number => lines.flatMap(({ text }) => text.split(" ")).length;

/** How often each label opens a line. */
function labelUses(cues: readonly Cue[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const { text } of cues.flatMap(({ lines }) => lines)) {
    const name = LABEL.exec(withoutChange(text).words)?.groups?.name;
    if (name !== undefined) uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  return uses;
}

function addLine(pieces: SpokenPiece[], { text, voice }: CueLine, cue: Cue, labels: ReadonlyMap<string, number>): void {
  const { change, words } = withoutChange(text);
  const label = voice === null ? labelOf(words, labels) : null;
  const spoken = label === null ? words : words.slice(words.indexOf(":") + 1).trim();
  if (spoken === "" && label === null) return;
  pieces.push({
    text: spoken,
    startSeconds: cue.startSeconds,
    endSeconds: cue.endSeconds,
    speaker: voice ?? label?.name ?? null,
    role: label?.inBrackets ?? label?.behind ?? null,
    opens: change || voice !== null || label !== null,
    isSound: SOUND.test(spoken),
  });
}

function labelOf(words: string, uses: ReadonlyMap<string, number>): Readonly<Record<string, string>> | null {
  const label = LABEL.exec(words)?.groups;
  const name = label?.name ?? "";
  const isLabel =
    CAPITALS.test(name) || name.split(" ").length >= MIN_LABEL_WORDS || (uses.get(name) ?? 0) >= MIN_LABEL_USES;
  return label !== undefined && isLabel ? label : null;
}

function withoutChange(text: string): { readonly change: boolean; readonly words: string } {
  const mark = CHANGE.exec(text)?.[0];
  return mark === undefined ? { change: false, words: text } : { change: true, words: text.slice(mark.length) };
}
