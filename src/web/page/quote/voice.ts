/** How words stand in the article: a quote's kind, or that they are the article's own. */
export type VoiceName = "DIRECT" | "MIXED" | "INDIRECT" | "TRANSCRIPT" | "PARAGRAPH";

export interface Voice {
  /** What the reader sees beside the words. */
  readonly label: string;
  /** What the label means, in a sentence. */
  readonly meaning: string;
  /** Whether every word is the speaker's own, so that marks may stand around them. */
  readonly verbatim: boolean;
}

export const VOICES: Readonly<Record<VoiceName, Voice>> = {
  DIRECT: { label: "Verbatim", meaning: "The speaker’s own words.", verbatim: true },
  TRANSCRIPT: { label: "Verbatim, from a transcript", meaning: "A turn under the speaker’s name.", verbatim: true },
  MIXED: {
    label: "Partly verbatim",
    meaning: "The article’s words for what was said; those in quotation marks are the speaker’s own.",
    verbatim: false,
  },
  INDIRECT: { label: "Paraphrase", meaning: "What was said, in the article’s words.", verbatim: false },
  PARAGRAPH: { label: "The article’s own words", meaning: "Nobody is quoted here.", verbatim: false },
};
