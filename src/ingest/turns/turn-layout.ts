import type { TextLine } from "../text-lines.ts";
import type { LayoutEvidence } from "./layout-evidence.ts";
import type { Opening } from "./opening.ts";

/** A line with what stands around it. */
export interface LineInPlace {
  readonly text: string;
  readonly line: TextLine;
  /** Whether blank lines stand before and behind it. */
  readonly isAlone: boolean;
  readonly opensBlock: boolean;
  readonly next: TextLine | null;
  readonly previous: TextLine | null;
  /** The opening before it, of the same layout. */
  readonly before: Opening | null;
}

/** A line that may open a turn, with what stands around it whatever the layout. */
export type Place = Omit<LineInPlace, "before" | "text">;

/** One way in which transcripts say who speaks. */
export interface TurnLayout {
  /** The turn that the line opens, or null. Looks at the beginning of the line only, so that reading stays linear. */
  readonly open: (place: LineInPlace) => Opening | null;
  /** Whether what was found in a document are speakers, not the heads of a list. */
  readonly isSpoken: (evidence: LayoutEvidence) => boolean;
  /** Whether a narrator may come between turns without a sign. */
  readonly isOpenEnded: boolean;
}
