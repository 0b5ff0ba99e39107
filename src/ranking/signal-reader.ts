import type { Signal } from "../model/hit.ts";
import { Exchange } from "./exchange.ts";
import type { LinearModel, RankingModel } from "./ranking-model.ts";
import { NARRATION, TURN } from "./row-kinds.ts";
import { type RowWeights, rowWeights } from "./row-weights.ts";

/** Words beyond these make a passage no better an answer. */
const LONG_ENOUGH_WORDS = 60;

/** The rows of an article: from `first` up to, but not including, `end`, in reading order. */
export interface RowRange {
  readonly first: number;
  readonly end: number;
}

/** Passages side by side, those of an article one after the other, whatever a query finds in them. */
export interface PassageRows {
  readonly rowCount: number;
  /** For each row the number of its kind. */
  readonly kinds: Uint8Array;
  /** For each row its length in words. */
  readonly lengths: Int32Array;
  /** For each row 1 where all that is said in it tells of attitudes. */
  readonly attitudes: Uint8Array;
  /** The article of a row. */
  articleOf(row: number): RowRange;
  /** Whether any row of the article is a turn. */
  hasTurns(article: RowRange): boolean;
}

/** What a query finds in the rows, each by itself. */
export interface RowEvidence {
  /** Null where meaning does not count. */
  readonly cosines: Float32Array | null;
  /** BM25 as a share of the words' weight; null where words do not count. */
  readonly words: Float64Array | null;
  /** The same with what the title and passages close by hold. */
  readonly nearWords: Float64Array | null;
  /** The rows of those who should speak; null where that is nobody in particular. */
  readonly preferred: Uint8Array | null;
}

/** What signals say of a row; those that the query says nothing of are absent. */
export type RowSignals = Readonly<Partial<Record<Signal, number>>>;

/** Reads the signals of rows, one article after the other: `open` it first. */
export class SignalReader {
  readonly #rows: PassageRows;
  readonly #kinds: Uint8Array;
  readonly #evidence: RowEvidence;
  readonly #meaning = new Exchange();
  readonly #words = new Exchange();
  readonly #model: RankingModel;
  readonly #turn: RowWeights;
  readonly #passage: RowWeights;
  /** What a query says nothing of is 0 everywhere, so that the loop over all rows asks nothing. */
  readonly #cosines: Float32Array;
  readonly #ownWords: Float64Array;
  readonly #nearWords: Float64Array;
  readonly #preferred: Uint8Array;
  readonly #lengths: Int32Array;
  readonly #attitudes: Uint8Array;
  #opened: RowRange | null = null;

  constructor(rows: PassageRows, evidence: RowEvidence, model: RankingModel) {
    this.#rows = rows;
    this.#kinds = rows.kinds;
    this.#evidence = evidence;
    this.#model = model;
    this.#turn = rowWeights(model.turn);
    this.#passage = rowWeights(model.passage);
    this.#cosines = evidence.cosines ?? new Float32Array(rows.rowCount);
    this.#ownWords = evidence.words ?? new Float64Array(rows.rowCount);
    this.#nearWords = evidence.nearWords ?? new Float64Array(rows.rowCount);
    this.#preferred = evidence.preferred ?? new Uint8Array(rows.rowCount);
    this.#lengths = rows.lengths;
    this.#attitudes = rows.attitudes;
  }

  /** What is asked of rows from now on is asked of those of this article. */
  open(article: RowRange): void {
    if (this.#opened === article) return;
    this.#opened = article;
    const { first, end } = article;
    const { cosines, words } = this.#evidence;
    const hasTurns = this.#rows.hasTurns(article);
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
      weights.statement * this.#statementAt(row) +
      weights.length * this.#lengthAt(row) +
      weights.attitude * (this.#attitudes[row] as number);
    return own + (isTurn ? this.#exchangeScore(row) : weights.lexicalContext * (this.#nearWords[row] as number));
  }

  modelOf(row: number): LinearModel {
    return this.#kinds[row] === TURN ? this.#model.turn : this.#model.passage;
  }

  /** Opens the row's article. */
  signalsOf(row: number): RowSignals {
    this.open(this.#rows.articleOf(row));
    const { cosines, words, preferred } = this.#evidence;
    const isTurn = this.#kinds[row] === TURN;
    return {
      ...(cosines && { DENSE: cosines[row] as number, DENSE_CONTEXT: isTurn ? this.#meaningAround(row) : 0 }),
      ...(words && {
        LEXICAL: words[row] as number,
        LEXICAL_CONTEXT: isTurn ? this.#wordsAround(row) : (this.#nearWords[row] as number),
      }),
      ...(preferred && { SPEAKER: preferred[row] as number }),
      STATEMENT: this.#statementAt(row),
      LENGTH: this.#lengthAt(row),
      ATTITUDE: this.#attitudes[row] as number,
    };
  }

  #exchangeScore(row: number): number {
    const { cosines, words } = this.#evidence;
    const meaning = cosines ? this.#turn.denseContext * this.#meaningAround(row) : 0;
    return meaning + (words ? this.#turn.lexicalContext * this.#wordsAround(row) : 0);
  }

  #meaningAround(row: number): number {
    return this.#meaning.meaningAt(row - (this.#opened?.first ?? 0));
  }

  #wordsAround(row: number): number {
    return this.#words.wordsAt(row - (this.#opened?.first ?? 0));
  }

  #statementAt(row: number): number {
    return this.#kinds[row] === NARRATION ? 0 : 1;
  }

  #lengthAt(row: number): number {
    return Math.min(1, (this.#lengths[row] as number) / LONG_ENOUGH_WORDS);
  }
}
