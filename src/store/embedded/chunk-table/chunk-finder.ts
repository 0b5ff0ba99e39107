import type { ChunkQuery, FoundChunks } from "../../chunk-query.ts";
import type { ChunkFilter } from "../../quote-store.ts";
import { wordStem } from "../../word-stem.ts";
import type { Connection } from "../connection.ts";
import { countFacets } from "./chunk-facets.ts";
import { type ChunkTable, ROW_KINDS, TURN } from "./chunk-table.ts";
import { gatherAround } from "./evidence.ts";
import { rowsWithPhrase, rowsWithWord } from "./held-phrases.ts";
import { type KeysOf, matchingRows, type RowMask } from "./matching-rows.ts";
import { scoreWords, weighWords } from "./score-words.ts";

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
const LISTENING = ROW_KINDS.map((_, kind) => (kind === TURN ? 1 : 0.3 ** WORDS_POWER));
/** Whether a chunk matches by words is a question of its own, or of the exchange that it is a turn of. */
const LISTENING_TO_MATCH = ROW_KINDS.map((_, kind) => (kind === TURN ? 1 : 0));

/** Reads all of the table that a query matches under a filter. */
export class ChunkFinder {
  readonly #connection: Connection;
  readonly #table: ChunkTable;
  readonly #keysOf: KeysOf;

  constructor(connection: Connection, table: ChunkTable, keysOf: KeysOf) {
    this.#connection = connection;
    this.#table = table;
    this.#keysOf = keysOf;
  }

  find(query: ChunkQuery, filter: ChunkFilter): FoundChunks {
    const table = this.#table;
    const mask = this.#eligible(query, filter);
    const words = weighWords(table, [...new Set(query.words.map(wordStem))], query.statistics);
    const { own, near } = scoreWords(table, words);
    const kinds = table.kinds.values;
    const said = gatherAround(toCubes(own), table.articles, kinds, LISTENING_TO_MATCH);
    const around = gatherAround(toCubes(near), table.articles, kinds, LISTENING);
    const cosines = query.vector && table.vectors.cosines(query.vector);
    const meaning = cosines && gatherAround(toExponentials(cosines), table.articles, kinds, LISTENING);
    const asksForAll = query.phrases.length > 0 || (query.words.length === 0 && query.vector === null);
    const rows = asksForAll ? rowsOf(mask) : rowsThat(mask, said, meaning);
    return {
      count: rows.length,
      signals: {
        ...(cosines &&
          meaning && {
            DENSE: pick(rows, cosines, (x) => x),
            DENSE_CONTEXT: pick(rows, meaning, (x) => Math.log(x) / MEANING_SHARPNESS),
          }),
        ...(query.words.length > 0 && {
          LEXICAL: pick(rows, own, (x) => x),
          LEXICAL_CONTEXT: pick(rows, around, Math.cbrt),
        }),
        ...(query.preferredSpeakers.length > 0 && { SPEAKER: this.#speaks(rows, query.preferredSpeakers) }),
      },
      wordWeight: words.total,
      statistics: words.statistics,
      idAt: (place) => table.ids[rows[place] as number] as string,
      wordingAt: (place) => table.wordings.groupOf(rows[place] as number),
      articleAt: (place) => table.articleOf.values[rows[place] as number] as number,
      arrivalAt: (place) => table.labels.values[rows[place] as number] as number,
      lastArrival: table.labels.values.at(-1) ?? 0,
      publishedAt: (place) =>
        table.articles[table.articleOf.values[rows[place] as number] as number]?.article.publishedAt ?? null,
      facets: async () => countFacets(this.#connection, table, rows),
    };
  }

  /** The rows that the filter lets through, that hold all phrases and nothing that is excluded. */
  #eligible({ phrases, excluded }: ChunkQuery, filter: ChunkFilter): RowMask {
    const mask = matchingRows(this.#table, filter, this.#keysOf);
    for (const phrase of phrases) keepOnly(mask, this.#holding(phrase));
    for (const words of excluded) for (const row of this.#holdingAnyForm(words)) mask[row] = 0;
    return mask;
  }

  #holding(phrase: readonly string[]): readonly number[] {
    return rowsWithPhrase(this.#connection, this.#table, phrase);
  }

  #holdingAnyForm(words: readonly string[]): readonly number[] {
    const [word = ""] = words;
    return words.length === 1 ? rowsWithWord(this.#table, word) : this.#holding(words);
  }

  #speaks(rows: Int32Array, speakers: readonly string[]): Float64Array {
    const keys = new Set(this.#keysOf(speakers));
    return pick(rows, this.#table.speakers.values, (key) => (keys.has(key) ? 1 : 0));
  }
}

/** The power by multiplying, which is 20 times as fast as `**`. */
function toCubes(scores: Float64Array): Float64Array {
  const cubes = new Float64Array(scores.length);
  for (let row = 0; row < cubes.length; row++) {
    const score = scores[row] as number;
    cubes[row] = score * score * score;
  }
  return cubes;
}

function toExponentials(cosines: Float32Array): Float64Array {
  const values = new Float64Array(cosines.length);
  for (let row = 0; row < values.length; row++) values[row] = Math.exp(MEANING_SHARPNESS * (cosines[row] as number));
  return values;
}

/** Whatever holds the phrases asked for matches, and so does all under the filter where nothing else was asked for. */
const rowsOf = (mask: RowMask): Int32Array => Int32Array.from(mask.keys()).filter((row) => mask[row] === 1);

/** Of those let through, the rows whose evidence by words or by meaning is enough. */
function rowsThat(mask: RowMask, words: Float64Array, meaning: Float64Array | null): Int32Array {
  const leastWords = LEAST_WORDS ** WORDS_POWER;
  const leastMeaning = Math.exp(MEANING_SHARPNESS * LEAST_MEANING);
  const rows = new Int32Array(mask.length);
  let count = 0;
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] === 0) continue;
    const matches =
      (words[row] as number) >= leastWords || (meaning !== null && (meaning[row] as number) >= leastMeaning);
    if (matches) rows[count++] = row;
  }
  return rows.slice(0, count);
}

function pick(rows: Int32Array, values: ArrayLike<number>, toSignal: (value: number) => number): Float64Array {
  const picked = new Float64Array(rows.length);
  for (let place = 0; place < rows.length; place++) picked[place] = toSignal(values[rows[place] as number] as number);
  return picked;
}

function keepOnly(mask: RowMask, rows: readonly number[]): void {
  const kept = new Set(rows);
  for (let row = 0; row < mask.length; row++) if (!kept.has(row)) mask[row] = 0;
}
