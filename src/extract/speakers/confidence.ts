import type { SpeakerBasis } from "../quotes/draft-quote.ts";
import type { SourceForm } from "./find-speakers.ts";

/**
 * How often the speaker was right, for each way of finding one: measured on the training parts of PolNeAR (the source)
 * and of GUM (the person behind a pronoun: 88 %, cross-validated by article), see docs/quotes.md. SUBJECT: the cue's own
 * subject; TAGGED: what the tagger gives the cue, on 40 articles held out of its training; LABEL: a label or an introducing line; DISTANT: the nearest name of the paragraph; CARRIED: the quote before.
 */
const MEASURED: Readonly<Record<SpeakerBasis, Readonly<Partial<Record<SourceForm, number>>>>> = {
  SUBJECT: { NAME: 0.95, TITLE: 0.84, OTHER: 0.83, PRONOUN: 0.82 },
  TAGGED: { NAME: 0.92, TITLE: 0.89, OTHER: 0.89, PRONOUN: 0.83, NONE: 0.54 },
  LABEL: { NAME: 0.98, TITLE: 0.84, OTHER: 0.83, PRONOUN: 0.82 },
  DISTANT: { NAME: 0.6, TITLE: 0.6, OTHER: 0.41, PRONOUN: 0.5 },
  CARRIED: { NAME: 0.39, TITLE: 0.39, OTHER: 0.39, PRONOUN: 0.39 },
  NONE: { NONE: 0.27 },
};

/** Of ways too rare to be measured. */
const UNKNOWN = 0.3;

/** 0..1: how likely the speaker, or that the text names none, is right. */
export const confidenceOf = (basis: SpeakerBasis, form: SourceForm): number => MEASURED[basis][form] ?? UNKNOWN;
