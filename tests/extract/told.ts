import type { ArticleTags, TaggedStatement } from "../../src/model/article-tags.ts";

/** A statement as a tagger would tell it; the first place of each wording in the text counts. */
export interface Told {
  readonly cue: string;
  readonly contents: readonly string[];
  readonly source?: string;
  readonly probability?: number;
}

/** What a tagger would tell of a text that finds these statements and no names. */
export function tagsOf(text: string, ...told: readonly Told[]): ArticleTags {
  const span = (words: string) => {
    const start = text.indexOf(words);
    if (start < 0) throw new Error(`the text does not hold "${words}"`);
    return { start, end: start + words.length };
  };
  const statements = told.map(
    ({ contents, cue, source, probability = 0.9 }): TaggedStatement => ({
      contents: contents.map(span),
      cue: span(cue),
      source: source === undefined ? null : span(source),
      probability,
    }),
  );
  return { statements, names: [] };
}
