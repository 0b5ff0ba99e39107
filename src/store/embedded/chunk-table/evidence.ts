import { type ArticleRows, type ChunkTable, TURN } from "./chunk-table.ts";
import type { RowMask } from "./filter-rows.ts";

/**
 * From how much evidence on a chunk matches. By words: a fifth of the weight of the query's words. By meaning: below
 * this cosine sentences of one language are alike by chance.
 */
const LEAST_WORDS = 0.2;
const LEAST_MEANING = 0.35;

/**
 * Evidence is gathered as a mean that leans to the highest values, so that one passage that answers says more than many
 * that nearly do: the cubes of word scores, and the exponentials of ten times the cosine.
 */
const WORDS_POWER = 3;
const MEANING_SHARPNESS = 10;

/** In a hearing the answer is the whole exchange; elsewhere a passage counts by itself, and those around it a little. */
const LISTENING_OF_TURN = 1;
const LISTENING_ELSEWHERE = 0.3 ** WORDS_POWER;

/**
 * How far what a passage says bears on the passages around it, in passages: its weight is halved after so many. An
 * answer follows its question, so that more comes from before than from behind (docs/search.md has the figures).
 */
const HALVED_AFTER_BEFORE = 4;
const HALVED_AFTER_BEHIND = 2;
const FADE_FROM_BEFORE = 0.5 ** (1 / HALVED_AFTER_BEFORE);
const FADE_FROM_BEHIND = 0.5 ** (1 / HALVED_AFTER_BEHIND);

/** No sum of what is around, faded, is more than so many times the highest value there. */
const MOST_AROUND = FADE_FROM_BEFORE / (1 - FADE_FROM_BEFORE) + FADE_FROM_BEHIND / (1 - FADE_FROM_BEHIND);

/**
 * Below these no passage of an article can match, whatever is around: the highest word score and cosine in it. First of
 * an article without turns, then of one with them.
 */
const LEAST_OWN = [LEAST_WORDS, LEAST_WORDS / Math.cbrt(1 + LISTENING_OF_TURN * MOST_AROUND)];
const LEAST_COSINE = [LISTENING_ELSEWHERE, LISTENING_OF_TURN].map(
  (listening) => LEAST_MEANING - Math.log(1 + listening * MOST_AROUND) / MEANING_SHARPNESS,
);

/** How each row bears on a query by itself. */
export interface OwnScores {
  /** The words it holds, 0 to about 1. */
  readonly words: Float64Array;
  /** Null where meaning does not count. */
  readonly cosines: Float32Array | null;
  /** The rows of those who should speak; null where that is nobody in particular. */
  readonly preferred: RowMask | null;
}

/** 1, by the place of an article, unless no passage of it has enough evidence to match: most need no closer look. */
export function promisingArticles(table: ChunkTable, own: OwnScores, stems: readonly string[]): Uint8Array {
  const promising = new Uint8Array(table.articles.length);
  const places = table.articleOf.values;
  const transcripts = table.transcripts.values;
  const { words, cosines, preferred } = own;
  const sought = preferred && articlesOf(table, preferred);
  const leastOfAll = LEAST_COSINE[transcripts.includes(1) ? 1 : 0] as number;
  for (const stem of stems) {
    table.words.forEach(stem, (row) => {
      const place = places[row] as number;
      const least = sought?.[place] === 1 ? 0 : (LEAST_OWN[transcripts[place] as number] as number);
      if ((words[row] as number) >= least) promising[place] = 1;
    });
    table.titleWords.forEach(stem, (place) => {
      if (sought?.[place] === 1) promising[place] = 1;
    });
  }
  for (let row = 0; cosines !== null && row < cosines.length; row++) {
    const cosine = cosines[row] as number;
    if (cosine < leastOfAll) continue;
    const place = places[row] as number;
    if (cosine >= (LEAST_COSINE[transcripts[place] as number] as number)) promising[place] = 1;
  }
  return promising;
}

/** 1, by the place of an article, where it has any of these rows. */
function articlesOf(table: ChunkTable, mask: RowMask): Uint8Array {
  const articles = new Uint8Array(table.articles.length);
  const places = table.articleOf.values;
  for (let row = 0; row < mask.length; row++) if (mask[row] === 1) articles[places[row] as number] = 1;
  return articles;
}

/** The evidence of passages with what stands around them, read one article after the other. */
export class Evidence {
  readonly #table: ChunkTable;
  readonly #kinds: Uint8Array;
  readonly #own: OwnScores;
  readonly #nearWords: Float64Array;
  readonly #said = new Surroundings();
  readonly #words = new Surroundings();
  readonly #meaning = new Surroundings();
  #first = 0;
  #hasTurns = false;

  /** @param nearWords Scores as in `own`, with what the title and passages close by hold. */
  constructor(table: ChunkTable, own: OwnScores, nearWords: Float64Array) {
    this.#table = table;
    this.#kinds = table.kinds.values;
    this.#own = own;
    this.#nearWords = nearWords;
  }

  /** What is asked of rows from now on is asked of those of this article. */
  read({ first, end }: ArticleRows): void {
    this.#first = first;
    this.#hasTurns = this.#table.transcripts.at(this.#table.articleOf.at(first)) === 1;
    const { words, cosines } = this.#own;
    fillCubes(this.#words.open(end - first), this.#nearWords, first, end);
    this.#words.gather(this.#kinds, first, LISTENING_ELSEWHERE);
    if (this.#hasTurns) {
      fillCubes(this.#said.open(end - first), words, first, end);
      this.#said.gather(this.#kinds, first, 0);
    }
    if (cosines) {
      fillExponentials(this.#meaning.open(end - first), cosines, first, end);
      this.#meaning.gather(this.#kinds, first, LISTENING_ELSEWHERE);
    }
  }

  /** Whether it is enough to match. */
  suffices(row: number): boolean {
    if (this.#saidAt(row) >= LEAST_SAID) return true;
    return this.#own.cosines !== null && this.#meaning.at(row - this.#first) >= LEAST_MEANT;
  }

  /** On the scale of a word score. */
  wordsAt(row: number): number {
    return Math.cbrt(this.#words.at(row - this.#first));
  }

  /** On the scale of a cosine. */
  meaningAt(row: number): number {
    return Math.log(this.#meaning.at(row - this.#first)) / MEANING_SHARPNESS;
  }

  /**
   * Whether a chunk matches by words is a question of its own, or of the exchange that it is a turn of. But whoever is asked
   * what they say about a matter need not name it, where it is named around their words.
   */
  #saidAt(row: number): number {
    const { words, preferred } = this.#own;
    if (preferred !== null && preferred[row] === 1) return this.#words.at(row - this.#first);
    return this.#hasTurns ? this.#said.at(row - this.#first) : cube(words[row] as number);
  }
}

// Two loops that look alike: with the function as an argument they take three times as long.
function fillCubes(values: Float64Array, scores: Float64Array, first: number, end: number): void {
  for (let row = first; row < end; row++) values[row - first] = cube(scores[row] as number);
}

function fillExponentials(values: Float64Array, cosines: Float32Array, first: number, end: number): void {
  for (let row = first; row < end; row++) values[row - first] = exponential(cosines[row] as number);
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

const LEAST_SAID = cube(LEAST_WORDS);
const LEAST_MEANT = exponential(LEAST_MEANING);

/** What an article's passages say, each with those around it. The arrays are used again for the next article. */
export class Surroundings {
  #values = new Float64Array(0);
  #gathered = new Float64Array(0);
  #count = 0;

  /** Where the values of so many passages go, none below 0; `gather` them then. */
  open(count: number): Float64Array {
    this.#count = count;
    if (count > this.#values.length) {
      this.#values = new Float64Array(2 * count);
      this.#gathered = new Float64Array(2 * count);
    }
    return this.#values;
  }

  /**
   * Adds to each value the others', faded by their distance.
   * @param kinds Of all rows; the first passage is row `first`.
   * @param elsewhere How much of the others counts for what is no turn, 0..1.
   */
  gather(kinds: Uint8Array, first: number, elsewhere: number): void {
    const values = this.#values;
    const gathered = this.#gathered;
    let before = 0;
    for (let i = 0; i < this.#count; i++) {
      gathered[i] = before;
      before = (before + (values[i] as number)) * FADE_FROM_BEFORE;
    }
    let behind = 0;
    for (let i = this.#count - 1; i >= 0; i--) {
      const value = values[i] as number;
      const listening = kinds[first + i] === TURN ? LISTENING_OF_TURN : elsewhere;
      gathered[i] = value + listening * ((gathered[i] as number) + behind);
      behind = (behind + value) * FADE_FROM_BEHIND;
    }
  }

  at(i: number): number {
    return this.#gathered[i] as number;
  }
}
