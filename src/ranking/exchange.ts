/**
 * In a hearing the answer is the whole exchange. What is around a turn is gathered as a mean that leans to the highest values, so that
 * one turn that answers says more than many that nearly do: the cubes of word scores, and the exponentials of ten times the cosine.
 */
const MEANING_SHARPNESS = 10;

/**
 * How far what a turn says bears on the turns around it, in passages: its weight is halved after so many. An answer follows its
 * question, so that more comes from before than from behind (docs/search.md has the figures).
 */
const HALF_LIFE_BEFORE = 4;
const HALF_LIFE_BEHIND = 2;
const FADE_FROM_BEFORE = 0.5 ** (1 / HALF_LIFE_BEFORE);
const FADE_FROM_BEHIND = 0.5 ** (1 / HALF_LIFE_BEHIND);

/** No sum of what is around, faded, is more than so many times the highest value there, itself counted. */
const MOST_GATHERED = 1 + FADE_FROM_BEFORE / (1 - FADE_FROM_BEFORE) + FADE_FROM_BEHIND / (1 - FADE_FROM_BEHIND);

/** The most that gathering makes of word scores of which this is the highest. */
export const mostOfWords = (highest: number): number => highest * Math.cbrt(MOST_GATHERED);

/** The same of cosines. */
export const mostOfMeaning = (highest: number): number => highest + Math.log(MOST_GATHERED) / MEANING_SHARPNESS;

/** Gathers what the passages of one article say, each with those around it. Its arrays are used again for the next article. */
export class Exchange {
  #values = new Float64Array(0);
  #gathered = new Float64Array(0);

  /** Word scores, for the passages from `first` up to, but not including, `end`: ask `wordsAt` then. */
  gatherWords(scores: ArrayLike<number>, first: number, end: number): void {
    const values = this.#open(end - first);
    for (let i = first; i < end; i++) values[i - first] = cube(scores[i] as number);
    this.#gather(end - first);
  }

  /** Cosines, in the same way: ask `meaningAt` then. */
  gatherMeaning(cosines: ArrayLike<number>, first: number, end: number): void {
    const values = this.#open(end - first);
    for (let i = first; i < end; i++) values[i - first] = exponential(cosines[i] as number);
    this.#gather(end - first);
  }

  /** On the scale of a word score. @param i From 0 for the article's first passage. */
  wordsAt(i: number): number {
    return Math.cbrt(this.#gathered[i] as number);
  }

  /** On the scale of a cosine. */
  meaningAt(i: number): number {
    return Math.log(this.#gathered[i] as number) / MEANING_SHARPNESS;
  }

  #open(count: number): Float64Array {
    if (count > this.#values.length) {
      this.#values = new Float64Array(2 * count);
      this.#gathered = new Float64Array(2 * count);
    }
    return this.#values;
  }

  /** Adds to each value the others', faded by their distance, in one pass each way. */
  #gather(count: number): void {
    const values = this.#values;
    const gathered = this.#gathered;
    let before = 0;
    for (let i = 0; i < count; i++) {
      gathered[i] = before;
      before = (before + (values[i] as number)) * FADE_FROM_BEFORE;
    }
    let behind = 0;
    for (let i = count - 1; i >= 0; i--) {
      const value = values[i] as number;
      gathered[i] = value + (gathered[i] as number) + behind;
      behind = (behind + value) * FADE_FROM_BEHIND;
    }
  }
}

/** Steps of a cosine from 0 to 1; codes give cosines of a little more than 1, too. */
const STEPS = 2_048;
const EXPONENTIALS = Float64Array.from({ length: 2.1 * STEPS }, (_, step) =>
  Math.exp(MEANING_SHARPNESS * (step / STEPS - 1)),
);

/** The power by multiplying, which is 20 times as fast as `**`. */
const cube = (score: number): number => score * score * score;

/** From a table and two terms of the series, to 2e-8 of the value and six times as fast as `Math.exp`. */
function exponential(cosine: number): number {
  const place = (cosine + 1) * STEPS;
  const step = place | 0;
  const rest = (MEANING_SHARPNESS * (place - step)) / STEPS;
  return (EXPONENTIALS[step] as number) * (1 + rest * (1 + rest / 2));
}
