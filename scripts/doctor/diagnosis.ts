/** What the doctor says of one thing. */
export interface Diagnosis {
  readonly about: string;
  readonly isWell: boolean;
  /** What was found, as a sentence. */
  readonly told: string;
  /** What to do, as a sentence; none where nothing is to be done. */
  readonly advice?: string;
}

export const well = (about: string, told: string): Diagnosis => ({ about, isWell: true, told });

export const ill = (about: string, told: string, advice: string): Diagnosis => ({ about, isWell: false, told, advice });
