import type { TaggedStatement } from "../../model/article-tags.ts";
import type { Span } from "../../model/span.ts";
import { type LabelSpan, logSoftmax } from "./label-spans.ts";
import type { PlacedWord } from "./pack-windows.ts";

/** Where the model puts "no head": the special piece that every window begins with. */
const NO_HEAD = 0;
/** From this probability on a word is taken for a cue or a source though its own label does not say so. */
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

function cueOf(content: LabelSpan, window: WindowLabels): LabelSpan | null {
  const rows = window.words.slice(content.from, content.to).map(({ at }) => probabilities(window.headScores(at)));
  const mean = (rows[0] as Float32Array).map((_, i) => rows.reduce((sum, row) => sum + (row[i] ?? 0), 0) / rows.length);
  return headIn(window.cues, mean, content.from, window);
}

function sourceOf(cue: LabelSpan, window: WindowLabels): LabelSpan | null {
  const first = window.words[cue.from] as PlacedWord;
  const pointed = probabilities(window.headScores(first.at));
  const found = headIn(window.sources, pointed, cue.from, window);
  const share = found === null ? 0 : shareOf(found, pointed, window);
  return share > (pointed[NO_HEAD] ?? 0) ? found : null;
}

/**
 * The labelled span of the paragraph that is most pointed to; where none is, a word without a label that surely is.
 * @param pointed For each word piece: how likely it is the head.
 * @param word A word of the paragraph.
 */
function headIn(
  spans: readonly LabelSpan[],
  pointed: Float32Array,
  word: number,
  window: WindowLabels,
): LabelSpan | null {
  const paragraph = window.words[word]?.paragraph;
  const near = spans.filter(({ from }) => window.words[from]?.paragraph === paragraph);
  const found = best(near, (span) => shareOf(span, pointed, window));
  if (found !== null && shareOf(found, pointed, window) >= MIN_POINTED) return found;
  const sure = window.words.findIndex(
    ({ at, paragraph: own }) => own === paragraph && (pointed[at] ?? 0) >= MIN_POINTED,
  );
  return sure < 0
    ? found
    : { kind: 0, from: sure, to: sure + 1, probability: pointed[window.words[sure]?.at ?? 0] ?? 0 };
}

/** How likely the head is one of the span's words: it should be the first, but borders are where a tagger errs. */
const shareOf = ({ from, to }: LabelSpan, pointed: Float32Array, { words }: WindowLabels): number =>
  words.slice(from, to).reduce((sum, { at }) => sum + (pointed[at] ?? 0), 0);

const probabilities = (scores: Float32Array): Float32Array => logSoftmax(scores).map(Math.exp);

function best<T>(items: readonly T[], scoreOf: (item: T) => number): T | null {
  let found: T | null = null;
  for (const item of items) if (found === null || scoreOf(item) > scoreOf(found)) found = item;
  return found;
}

const spanOf = ({ from, to }: LabelSpan, { words }: WindowLabels): Span => ({
  start: (words[from] as PlacedWord).start,
  end: (words[to - 1] as PlacedWord).end,
});
