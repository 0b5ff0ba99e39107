import type { TurnPart } from "../../model/turn.ts";
import type { Label } from "./label.ts";

/** A line that opens a speaker's turn. */
export interface Opening extends Label {
  /** Where the words begin; the line's end where the label has the line to itself, and that of the next where it has the role. */
  readonly wordsFrom: number;
  readonly part: TurnPart | null;
}

const UNNAMED = { speaker: null, role: null, seconds: null, isMarked: false, part: null } as const;

/** An opening whose words begin at `wordsFrom`: by nobody named, but for what is told of it. */
export const openingAt = (wordsFrom: number, told: Partial<Opening> = {}): Opening => ({
  wordsFrom,
  ...UNNAMED,
  ...told,
});
