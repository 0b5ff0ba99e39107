/** A run of words with one label: `from` to the word before `to`. */
export interface LabelSpan {
  /** Which label: 0 for the first two of a head's labels behind OUTSIDE, 1 for the next two, ... */
  readonly kind: number;
  readonly from: number;
  readonly to: number;
  /** 0..1: the geometric mean of its words' probabilities. */
  readonly probability: number;
}

/**
 * The likeliest run of labels (Viterbi) where each span begins with its beginning.
 * @param logits One row a word: OUTSIDE, then a pair for each kind, BEGIN and INSIDE.
 */
export function labelSpans(logits: readonly Float32Array[]): LabelSpan[] {
  const scores = logits.map(logSoftmax);
  return spansOf(likeliestPath(scores), scores);
}

export function logSoftmax(row: Float32Array): Float32Array {
  const highest = row.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const logSum = highest + Math.log(row.reduce((sum, x) => sum + Math.exp(x - highest), 0));
  return row.map((x) => x - logSum);
}

const isBegin = (label: number): boolean => label % 2 === 1;
const isInside = (label: number): boolean => label > 0 && label % 2 === 0;

const mayFollow = (label: number, before: number): boolean =>
  !isInside(label) || before === label || before === label - 1;

function likeliestPath(scores: readonly Float32Array[]): number[] {
  const [first] = scores;
  if (first === undefined) return [];
  let best: Float32Array = first.map((score, label) => (isInside(label) ? Number.NEGATIVE_INFINITY : score));
  const comesFrom: number[][] = [];
  for (const row of scores.slice(1)) {
    const from = Array.from(row, (_, label) => bestBefore(best, label));
    best = row.map((score, label) => score + (best[from[label] as number] as number));
    comesFrom.push(from);
  }
  const path = [best.indexOf(Math.max(...best))];
  for (const from of comesFrom.reverse()) path.unshift(from[path[0] as number] as number);
  return path;
}

function bestBefore(best: Float32Array, label: number): number {
  let found = isInside(label) ? label : 0;
  best.forEach((score, before) => {
    if (mayFollow(label, before) && score > (best[found] as number)) found = before;
  });
  return found;
}

function spansOf(path: readonly number[], scores: readonly Float32Array[]): LabelSpan[] {
  const spans: LabelSpan[] = [];
  for (let from = 0; from < path.length; from++) {
    const label = path[from] as number;
    if (!isBegin(label)) continue;
    let to = from + 1;
    while (path[to] === label + 1) to++;
    let sum = 0;
    for (let i = from; i < to; i++) sum += scores[i]?.[path[i] as number] ?? 0;
    spans.push({ kind: (label - 1) / 2, from, to, probability: Math.exp(sum / (to - from)) });
  }
  return spans;
}
