import type { TaggedStatement } from "../../model/article-tags.ts";
import type { Span } from "../../model/span.ts";
import { type LabelSpan, logSoftmax } from "./label-spans.ts";
import type { PlacedWord } from "./pack-windows.ts";

/** Where the model puts "no head": the special piece that every window begins with. */
const NO_HEAD = 0;
/** A word that is taken for a cue though its own label does not say so: at least this share of the content must point to it. */
const MIN_POINTED = 0.5;

/** What the model says of one window's statements; all spans are over `words`. */
export interface WindowLabels {
  readonly words: readonly PlacedWord[];
  readonly contents: readonly LabelSpan[];
  readonly cues: readonly LabelSpan[];
  readonly sources: readonly LabelSpan[];
  /** How well the second word piece is the head of the first, as the model scores it: [pieces][pieces]. */
  readonly headScores: (piece: number) => Float32Array;
}

/** Each content goes to the cue that its words point to, contents of one cue are one statement, and a cue points to its source. */
export function linkStatements(window: WindowLabels): TaggedStatement[] {
  const byCue = new Map<number, { readonly cue: LabelSpan; readonly contents: LabelSpan[] }>();
  for (const content of window.contents) {
    const cue = cueOf(content, window);
    if (cue === null) continue;
    const statement = byCue.get(cue.from) ?? { cue, contents: [] };
    statement.contents.push(content);
    byCue.set(cue.from, statement);
  }
  return [...byCue.values()].map(({ cue, contents }) => toStatement(cue, contents, window));
}

function toStatement(cue: LabelSpan, contents: readonly LabelSpan[], window: WindowLabels): TaggedStatement {
  const source = sourceOf(cue, window);
  const words = contents.reduce((sum, { from, to }) => sum + to - from, 0);
  return {
    contents: contents.map((content) => spanOf(content, window)),
    cue: spanOf(cue, window),
    source: source && spanOf(source, window),
    probability: contents.reduce((sum, { from, to, probability }) => sum + probability * (to - from), 0) / words,
  };
}

/** The likeliest of the cues in the content's paragraph; where none was labelled, the word that the content points to. */
function cueOf(content: LabelSpan, window: WindowLabels): LabelSpan | null {
  const { words, cues } = window;
  const pointed = meanProbabilities(content, window);
  const paragraph = words[content.from]?.paragraph;
  const near = cues.filter(({ from }) => words[from]?.paragraph === paragraph);
  const found = best(near, ({ from }) => pointed[words[from]?.at ?? NO_HEAD] ?? 0);
  const share = found === null ? 0 : (pointed[words[found.from]?.at ?? NO_HEAD] ?? 0);
  if (share >= MIN_POINTED) return found;
  const word = words.findIndex(({ at }) => (pointed[at] ?? 0) >= MIN_POINTED);
  if (word < 0 || (word >= content.from && word < content.to)) return found;
  return { kind: 0, from: word, to: word + 1, probability: pointed[words[word]?.at ?? NO_HEAD] ?? 0 };
}

/** For each word piece: the mean probability that it is the head of a word of the span. */
function meanProbabilities({ from, to }: LabelSpan, { words, headScores }: WindowLabels): Float32Array {
  const rows = words.slice(from, to).map(({ at }) => logSoftmax(headScores(at)));
  return (rows[0] as Float32Array).map(
    (_, i) => rows.reduce((sum, row) => sum + Math.exp(row[i] ?? 0), 0) / rows.length,
  );
}

function sourceOf(cue: LabelSpan, { words, sources, headScores }: WindowLabels): LabelSpan | null {
  const first = words[cue.from] as PlacedWord;
  const scores = headScores(first.at);
  const near = sources.filter(({ from }) => words[from]?.paragraph === first.paragraph);
  const scoreOf = ({ from }: LabelSpan): number => scores[words[from]?.at ?? NO_HEAD] ?? Number.NEGATIVE_INFINITY;
  const found = best(near, scoreOf);
  return found !== null && scoreOf(found) > (scores[NO_HEAD] ?? 0) ? found : null;
}

function best<T>(items: readonly T[], scoreOf: (item: T) => number): T | null {
  let found: T | null = null;
  for (const item of items) if (found === null || scoreOf(item) > scoreOf(found)) found = item;
  return found;
}

const spanOf = ({ from, to }: LabelSpan, { words }: WindowLabels): Span => ({
  start: (words[from] as PlacedWord).start,
  end: (words[to - 1] as PlacedWord).end,
});
