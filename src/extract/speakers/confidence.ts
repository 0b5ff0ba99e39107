import type { SpeakerBasis } from "../quotes/draft-quote.ts";
import type { SourceForm } from "./find-speakers.ts";

/**
 * How often the speaker was right, for each way of finding one: measured on the training parts of PolNeAR (the source)
 * and of GUM (the person behind a pronoun: 79 % of those answered), see docs/quotes.md. SUBJECT: the cue's own subject;
 * LABEL: a label or an introducing line; DISTANT: the nearest name of the paragraph; CARRIED: the quote before.
 */
const MEASURED: Readonly<Record<SpeakerBasis, Readonly<Partial<Record<SourceForm, number>>>>> = {
  SUBJECT: { NAME: 0.97, TITLE: 0.9, OTHER: 0.9, PRONOUN: 0.77 },
  LABEL: { NAME: 0.98, TITLE: 0.9, OTHER: 0.91, PRONOUN: 0.77 },
  DISTANT: { NAME: 0.65, TITLE: 0.6, OTHER: 0.41, PRONOUN: 0.47 },
  CARRIED: { NAME: 0.3, TITLE: 0.3, OTHER: 0.3, PRONOUN: 0.3 },
  NONE: { NONE: 0.13 },
};

/** Of ways too rare to be measured. */
const UNKNOWN = 0.3;

/** 0..1: how likely the speaker, or that the text names none, is right. */
export const confidenceOf = (basis: SpeakerBasis, form: SourceForm): number => MEASURED[basis][form] ?? UNKNOWN;
