import { type Answer, groupAnswers, type NamedGroup } from "./calibration.ts";
import type { JudgedArticle } from "./judge-quotes.ts";
import { type SourceForm, sourceForm } from "./source-form.ts";

/** A speaker that was given for a quote, and whether it is right. */
export interface SpeakerAnswer extends Answer {
  /** The kind that the quote was found as. */
  readonly kind: string;
  /** By which words its speaker was found. */
  readonly form: SourceForm;
}

/**
 * Of the quotes that are annotated (half of the words in common, or more). Right is the canonical speaker where the
 * annotation names one; elsewhere the source: which words name the speaker.
 */
export const speakerAnswers = ({ article, pairs }: JudgedArticle): readonly SpeakerAnswer[] =>
  pairs.map(({ found, sourceRight, speakerRight }) => ({
    confidence: found.confidence,
    right: speakerRight ?? sourceRight,
    kind: found.kind,
    form: sourceForm(article.text, found),
  }));

export interface SpeakerGroups {
  /** By the kind that the quote was found as and the words that name its source. */
  readonly bySource: readonly NamedGroup[];
  /** By what was stated, to the hundredth: by rules alone that tells the way in which the speaker was found. */
  readonly byConfidence: readonly NamedGroup[];
}

export const speakerGroups = (answers: readonly SpeakerAnswer[]): SpeakerGroups => ({
  bySource: groupAnswers(answers, ({ kind, form }) => `${kind}, ${form}`),
  byConfidence: groupAnswers(answers, ({ confidence }) => confidence.toFixed(2)),
});
