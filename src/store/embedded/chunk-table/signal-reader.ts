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
  readonly #turn: RowWeights;
  readonly #passage: RowWeights;
  /** What a query says nothing of is 0 everywhere. */
  readonly #cosines: Float32Array;
  readonly #ownWords: Float64Array;
  readonly #nearWords: Float64Array;
  readonly #preferred: RowMask;
  readonly #lengths: Int32Array;
  readonly #says: Uint8Array;
  readonly #attitudes: Uint8Array;
  /** By signal; those that the query says nothing of are absent. */
  readonly readers: Readonly<Partial<Record<Signal, ReadSignal>>>;
  #first = 0;

  constructor(table: ChunkTable, evidence: RowEvidence, model: RankingModel) {
    this.#table = table;
    this.#kinds = table.kinds.values;
    this.#evidence = evidence;
    this.#model = model;
    this.readers = this.#readers();
    this.#turn = rowWeights(model.turn);
    this.#passage = rowWeights(model.passage);
    this.#cosines = evidence.cosines ?? new Float32Array(table.rowCount);
    this.#ownWords = evidence.words ?? new Float64Array(table.rowCount);
    this.#nearWords = evidence.nearWords ?? new Float64Array(table.rowCount);
    this.#preferred = evidence.preferred ?? new Uint8Array(table.rowCount);
    this.#lengths = table.words.lengths;
    this.#says = table.saysAnything.values;
    this.#attitudes = table.attitudes.values;
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
    const isTurn = this.#kinds[row] === TURN;
    const weights = isTurn ? this.#turn : this.#passage;
    const own =
      weights.base +
      weights.dense * (this.#cosines[row] as number) +
      weights.lexical * (this.#ownWords[row] as number) +
      weights.speaker * (this.#preferred[row] as number) +
      weights.statement * (this.#says[row] as number) +
      weights.length * Math.min(1, (this.#lengths[row] as number) / LONG_ENOUGH_WORDS) +
      weights.attitude * (this.#attitudes[row] as number);
    return own + (isTurn ? this.#exchangeScore(row) : weights.lexicalContext * (this.#nearWords[row] as number));
  }

  #exchangeScore(row: number): number {
    const { cosines, words } = this.#evidence;
    const meaning = cosines ? this.#turn.denseContext * this.#meaning.meaningAt(row - this.#first) : 0;
    return meaning + (words ? this.#turn.lexicalContext * this.#words.wordsAt(row - this.#first) : 0);
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

/** A model's weights by name, for a loop over all rows: looking them up by signal took most of a search. */
interface RowWeights {
  readonly base: number;
  readonly dense: number;
  readonly denseContext: number;
  readonly lexical: number;
  readonly lexicalContext: number;
  readonly speaker: number;
  readonly statement: number;
  readonly length: number;
  readonly attitude: number;
}

const rowWeights = ({ base, weights }: LinearModel): RowWeights => ({
  base,
  dense: weights.DENSE ?? 0,
  denseContext: weights.DENSE_CONTEXT ?? 0,
  lexical: weights.LEXICAL ?? 0,
  lexicalContext: weights.LEXICAL_CONTEXT ?? 0,
  speaker: weights.SPEAKER ?? 0,
  statement: weights.STATEMENT ?? 0,
  length: weights.LENGTH ?? 0,
  attitude: weights.ATTITUDE ?? 0,
});
