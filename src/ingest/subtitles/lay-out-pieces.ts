import type { TimedSpan } from "../../model/recording.ts";
import type { Span } from "../../model/span.ts";
import { type Turn, UNTOLD } from "../../model/turn.ts";
import type { LaidOutText } from "../join-blocks.ts";
import type { SpokenPiece } from "./spoken-pieces.ts";

/** A paragraph ends at the first end of a sentence behind so many characters: about what a print column has. */
const LONG_PARAGRAPH = 600;

/** A pause of so many seconds behind a sentence begins a paragraph. */
const PAUSE_SECONDS = 3;

const SENTENCE_END = /[.!?…]["'”’»)\]]*$/;

/**
 * Writes the cues as a transcript: a paragraph or more for each speaker, who is named at the beginning ("Lena Marsh: …"),
 * cues joined to sentences. Where no cue tells of a speaker the text is running text, without turns.
 */
export function layOutPieces(pieces: readonly SpokenPiece[]): LaidOutText {
  const writer = new TranscriptWriter(pieces.some(({ opens }) => opens));
  for (const piece of pieces) writer.add(piece);
  return writer.finish();
}

interface OpenTurn {
  readonly start: number;
  readonly speaker: Span | null;
  readonly role: Span | null;
  readonly label: string | null;
  readonly words: Span[];
  readonly startSeconds: number;
  endSeconds: number;
}

class TranscriptWriter {
  readonly #hasTurns: boolean;
  readonly #turns: Turn[] = [];
  readonly #paragraphs: Span[] = [];
  readonly #times: TimedSpan[] = [];
  #parts: string[] = [];
  #length = 0;
  #paragraphStart = 0;
  #turn: OpenTurn | null = null;
  #last: SpokenPiece | null = null;

  constructor(hasTurns: boolean) {
    this.#hasTurns = hasTurns;
  }

  add(piece: SpokenPiece): void {
    if (this.#turn === null || this.#isAnother(piece)) this.#openTurn(piece);
    else if (this.#endsParagraph(piece)) this.#endParagraph();
    if (piece.text !== "") this.#write(piece);
    this.#last = piece;
  }

  finish(): LaidOutText {
    this.#closeTurn();
    const layout = { titleSpan: null, paragraphs: this.#paragraphs, turns: this.#turns, times: this.#times };
    return { text: this.#parts.join("").trimEnd(), layout };
  }

  /** One who is named again goes on; a mark without a name is somebody else. */
  #isAnother({ opens, label }: SpokenPiece): boolean {
    return opens && (label === null || label.written !== this.#turn?.label);
  }

  #openTurn({ label, startSeconds, endSeconds }: SpokenPiece): void {
    this.#closeTurn();
    const start = this.#length;
    if (label !== null) this.#append(`${label.written}: `);
    const placed = (span: Span | null = null): Span | null =>
      span && { start: start + span.start, end: start + span.end };
    this.#turn = {
      start,
      speaker: placed(label?.speaker),
      role: placed(label?.role),
      label: label?.written ?? null,
      words: [],
      startSeconds,
      endSeconds,
    };
  }

  #closeTurn(): void {
    this.#endParagraph();
    const turn = this.#turn;
    this.#turn = null;
    if (turn === null || !this.#hasTurns) return;
    const end = turn.words.at(-1)?.end ?? this.#length;
    const { start, speaker, role, words, startSeconds, endSeconds } = turn;
    if (words.length > 0) this.#turns.push({ start, end, words, ...UNTOLD, speaker, role, startSeconds, endSeconds });
  }

  #endsParagraph({ startSeconds }: SpokenPiece): boolean {
    if (this.#last === null || !SENTENCE_END.test(this.#last.text)) return false;
    const isLong = this.#length - this.#paragraphStart >= LONG_PARAGRAPH;
    return isLong || startSeconds - this.#last.endSeconds >= PAUSE_SECONDS;
  }

  #endParagraph(): void {
    if (this.#length === this.#paragraphStart) return;
    this.#paragraphs.push({ start: this.#paragraphStart, end: this.#length });
    this.#append("\n\n");
    this.#paragraphStart = this.#length;
  }

  #write({ text, isSound, startSeconds, endSeconds }: SpokenPiece): void {
    if (this.#length > this.#paragraphStart && !this.#parts.at(-1)?.endsWith(" ")) this.#append(" ");
    const span = this.#append(text);
    this.#times.push({ ...span, startSeconds, endSeconds });
    if (this.#turn === null) return;
    this.#turn.endSeconds = Math.max(this.#turn.endSeconds, endSeconds);
    if (!isSound) addWords(this.#turn.words, span, this.#paragraphStart);
  }

  #append(words: string): Span {
    const start = this.#length;
    this.#parts.push(words);
    this.#length += words.length;
    return { start, end: this.#length };
  }
}

/** Cues of one paragraph are one span, unless a sound stands between them. */
function addWords(words: Span[], span: Span, paragraphStart: number): void {
  const last = words.at(-1);
  if (last !== undefined && last.start >= paragraphStart && last.end + 1 === span.start) {
    words[words.length - 1] = { start: last.start, end: span.end };
  } else words.push(span);
}
