import type { Span } from "./span.ts";

/** Which part of an interview a turn is, where the layout tells: bold questions, `Q` and `A`. */
export type TurnPart = "QUESTION" | "ANSWER";

/**
 * One turn of a transcript, interview or recording: what one speaker says until another begins. The reader of the format
 * finds it (`ingest`), and the extraction trusts it. All spans are stretches of the article's text.
 */
export interface Turn {
  /** From where the turn opens (with its label) to the end of its last words: the blocks that it touches are read as turns. */
  readonly start: number;
  readonly end: number;
  /**
   * The words, in text order: one span for each paragraph, or more where a direction, a time or a line number stands
   * between. Labels, times, outer marks and directions lie outside. None: nobody's words ("(COMMERCIAL BREAK)").
   */
  readonly words: readonly Span[];
  /**
   * Where the text names who speaks, without role and form of time: "LENA MARSH" of "LENA MARSH, HOST:". It may stand
   * elsewhere (the key of initials at the top). Null: nobody is named, and the extraction names nobody but for `part`.
   */
  readonly speaker: Span | null;
  /** Where the text says what the speaker is: "HOST", "chief engineer". */
  readonly role: Span | null;
  /** An ANSWER without a speaker is that of the one interviewed, whom the headline or the introduction names. */
  readonly part: TurnPart | null;
  /** Into the recording, in seconds; null where the format gives no time. */
  readonly startSeconds: number | null;
  readonly endSeconds: number | null;
  /** Whether only the next label ends the turn, so that a narrator may take over before: "The committee moved on." */
  readonly isOpenEnded: boolean;
}

/** What most layouts do not tell. */
export const UNTOLD = {
  speaker: null,
  role: null,
  part: null,
  startSeconds: null,
  endSeconds: null,
  isOpenEnded: false,
} as const;
