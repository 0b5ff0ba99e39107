import type { QuoteChange, Verdict } from "./documents.ts";

export interface VerdictLook {
  /** An icon before the words, so that the verdict is told by more than its colour. */
  readonly icon: string;
  readonly label: string;
  /** What a reader may do with it: a class of the style sheet. */
  readonly tone: "is-good" | "is-doubtful" | "is-bad";
}

export const VERDICTS: Readonly<Record<Verdict, VerdictLook>> = {
  VERBATIM: { icon: "✓", label: "Said in these words", tone: "is-good" },
  SPEAKER_UNCLEAR: { icon: "?", label: "Said in these words, by whom is not sure", tone: "is-doubtful" },
  DISPUTED: { icon: "!", label: "Disputed: told only to deny it, or denied elsewhere", tone: "is-bad" },
  ALTERED: { icon: "≠", label: "Said, but not in these words", tone: "is-bad" },
  MISATTRIBUTED: { icon: "≠", label: "Said by somebody else", tone: "is-bad" },
  OUT_OF_CONTEXT: { icon: "✂", label: "Said, but the cut turns the sense", tone: "is-bad" },
  PARAPHRASED: { icon: "≈", label: "The sense, not the words", tone: "is-doubtful" },
  NOT_FOUND: { icon: "?", label: "Not found", tone: "is-doubtful" },
};

export const CHANGE_LABELS: Readonly<Record<QuoteChange["kind"], string>> = {
  NEGATION: "Negation",
  NUMBER: "Number",
  NAME: "Name",
  WORDING: "Wording",
  OMISSION: "Left out",
  ADDITION: "Added",
  ORDER: "Order",
  EDITORIAL: "In brackets",
};
