import type { Signal } from "../../../model/hit.ts";
import { Exchange } from "../../../ranking/exchange.ts";
import type { LinearModel, RankingModel } from "../../../ranking/ranking-model.ts";
import { type ArticleRows, type ChunkTable, TURN } from "./chunk-table.ts";
import type { RowMask } from "./filter-rows.ts";

/** Words beyond these make a passage no better an answer. */
const LONG_ENOUGH_WORDS = 60;

/** What a query finds in the rows of a table, each by itself. */
export interface RowEvidence {
  /** Null where meaning does not count. */
  readonly cosines: Float32Array | null;
  /** BM25 as a share of the words' weight; null where words do not count. */
  readonly words: Float64Array | null;
  /** The same with what the title and passages close by hold. */
  readonly nearWords: Float64Array | null;
  /** The rows of those who should speak; null where that is nobody in particular. */
  readonly preferred: RowMask | null;
}

type ReadSignal = (row: number) => number;

/** Reads the signals of rows, one article after the other: `open` it first. */
export class SignalReader {
  readonly #table: ChunkTable;
  readonly #kinds: Uint8Array;
  readonly #evidence: RowEvidence;
  readonly #meaning = new Exchange();
  readonly #words = new Exchange();
  readonly #model: RankingModel;
  readonly #turn: Scorer;
  readonly #passage: Scorer;
  /** By signal; those that the query says nothing of are absent. */
  readonly readers: Readonly<Partial<Record<Signal, ReadSignal>>>;
  #first = 0;

  constructor(table: ChunkTable, evidence: RowEvidence, model: RankingModel) {
    this.#table = table;
    this.#kinds = table.kinds.values;
    this.#evidence = evidence;
    this.#model = model;
    this.readers = this.#readers();
    this.#turn = new Scorer(this.readers, model.turn);
    this.#passage = new Scorer(this.readers, model.passage);
  }

  /** What is asked of rows from now on is asked of those of this article. */
  open({ first, end }: ArticleRows): void {
    this.#first = first;
    const { cosines, words } = this.#evidence;
    const hasTurns = this.#table.transcripts.at(this.#table.articleOf.at(first)) === 1;
    if (hasTurns && cosines) this.#meaning.gatherMeaning(cosines, first, end);
    if (hasTurns && words) this.#words.gatherWords(words, first, end);
  }

  scoreOf(row: number): number {
    return (this.#kinds[row] === TURN ? this.#turn : this.#passage).scoreOf(row);
  }

  modelOf(row: number): LinearModel {
    return this.#kinds[row] === TURN ? this.#model.turn : this.#model.passage;
  }

  #readers(): Partial<Record<Signal, ReadSignal>> {
    const { cosines, words, nearWords, preferred } = this.#evidence;
    const { lengths } = this.#table.words;
    const attitudes = this.#table.attitudes.values;
    const statements = this.#table.saysAnything.values;
    const isTurn = (row: number) => this.#kinds[row] === TURN;
    return {
      ...(cosines && {
        DENSE: (row) => cosines[row] as number,
        DENSE_CONTEXT: (row) => (isTurn(row) ? this.#meaning.meaningAt(row - this.#first) : 0),
      }),
      ...(words &&
        nearWords && {
          LEXICAL: (row) => words[row] as number,
          LEXICAL_CONTEXT: (row) => (isTurn(row) ? this.#words.wordsAt(row - this.#first) : (nearWords[row] as number)),
        }),
      ...(preferred && { SPEAKER: (row) => preferred[row] as number }),
      STATEMENT: (row) => statements[row] as number,
      LENGTH: (row) => Math.min(1, (lengths[row] as number) / LONG_ENOUGH_WORDS),
      ATTITUDE: (row) => attitudes[row] as number,
    };
  }
}

/** Adds up what a model gives each signal. */
class Scorer {
  readonly #base: number;
  readonly #readers: readonly ReadSignal[];
  readonly #weights: Float64Array;

  constructor(readers: Readonly<Partial<Record<Signal, ReadSignal>>>, { base, weights }: LinearModel) {
    const parts = Object.entries(readers).flatMap(([signal, read]) => {
      const weight = weights[signal as Signal] ?? 0;
      return weight === 0 ? [] : [{ read, weight }];
    });
    this.#base = base;
    this.#readers = parts.map(({ read }) => read);
    this.#weights = Float64Array.from(parts, ({ weight }) => weight);
  }

  scoreOf(row: number): number {
    let score = this.#base;
    for (let i = 0; i < this.#readers.length; i++) {
      score += (this.#readers[i] as ReadSignal)(row) * (this.#weights[i] as number);
    }
    return score;
  }
}
