import type { Stretch } from "./text-segments.ts";

/** A stretch to set off: words that were looked for, the sentence that is nearest to the question, or a statement in its sentence. */
export interface Highlight extends Stretch {
  readonly kind: "WORD" | "PHRASE" | "SENTENCE" | "STATEMENT";
}
