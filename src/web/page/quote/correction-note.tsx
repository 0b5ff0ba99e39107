interface CorrectionNoteProps {
  /** Null for what is shown as it was found. */
  readonly correction: { readonly sentence: string } | null;
}

/** Beside what people put right: when, by whom, what it was before. */
export const CorrectionNote = ({ correction }: CorrectionNoteProps) =>
  correction === null ? null : <p class="correction">{capitalized(correction.sentence)}.</p>;

const capitalized = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
