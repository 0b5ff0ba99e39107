import { ASSERTIONS, REPORTED } from "../../../model/quote.ts";
import { rowKindNumber } from "../../../ranking/row-kinds.ts";
import type { RowStatement } from "./chunk-row.ts";
import { NONE } from "./name-column.ts";
import { NumberColumn } from "./number-column.ts";
import type { SectionReader, SectionWriter } from "./table-sections.ts";

/** What stands in a row of the article's own words, in which nobody says anything. */
const NARRATION: RowStatement = {
  kind: "PARAGRAPH",
  speakers: [],
  onBehalfOf: null,
  assertion: null,
  reports: null,
  confidence: null,
};

/**
 * What is said in the rows of a chunk table: an entry for each quote that a row holds words of, in text order, and one for a row in
 * which nobody says anything. So a filter on quotes is one on a single statement, however many a row has.
 */
export class StatementColumns {
  /** For each entry its row; rows rise. */
  readonly rows = new NumberColumn(Int32Array);
  /** For each row its first entry. */
  readonly firsts = new NumberColumn(Int32Array);
  /** For each entry, its kind's place in ROW_KINDS. */
  readonly kinds = new NumberColumn(Uint8Array);
  /** For each entry, the key of the group of names that speaks, the first where several do, or NONE. */
  readonly speakers = new NumberColumn(Int32Array);
  /** The keys of those who speak together with the speaker, for the few entries that have any. */
  readonly coSpeakers = new Map<number, readonly number[]>();
  /** For each entry, the key of the entity for which the speaker speaks, or NONE. */
  readonly onBehalfOf = new NumberColumn(Int32Array);
  /** For each entry, its assertion's place in ASSERTIONS, or NONE. */
  readonly assertions = new NumberColumn(Int32Array);
  /** For each entry, the place in REPORTED of what it reports, or NONE. */
  readonly reports = new NumberColumn(Int32Array);
  /** For each entry, 0..1; -1 for what is no quote. */
  readonly confidences = new NumberColumn(Float64Array);
  #count = 0;
  #rowCount = 0;

  get count(): number {
    return this.#count;
  }

  /** Takes in what is said in the next row. */
  add(row: number, statements: readonly RowStatement[]): void {
    this.#rowCount = this.firsts.push(this.#count);
    for (const statement of statements.length === 0 ? [NARRATION] : statements) this.#push(row, statement);
  }

  /** The entries of some rows: from the first up to, but not including, `end`. */
  range(firstRow: number, endRow: number): { readonly first: number; readonly end: number } {
    return { first: this.#firstOf(firstRow), end: this.#firstOf(endRow) };
  }

  write(to: SectionWriter): void {
    for (const column of this.#columns) column.write(to);
    to.json([...this.coSpeakers]);
  }

  /** Takes in what `write` gave; there is nothing yet. */
  read(from: SectionReader): void {
    for (const column of this.#columns) column.read(from);
    for (const [entry, others] of from.json<readonly [number, readonly number[]][]>())
      this.coSpeakers.set(entry, others);
    this.#count = this.rows.values.length;
    this.#rowCount = this.firsts.values.length;
  }

  get #columns() {
    const { rows, firsts, kinds, speakers, onBehalfOf, assertions, reports, confidences } = this;
    return [rows, firsts, kinds, speakers, onBehalfOf, assertions, reports, confidences];
  }

  /** Of the row behind the last one: where the entries end. */
  #firstOf(row: number): number {
    return row < this.#rowCount ? this.firsts.at(row) : this.#count;
  }

  #push(row: number, { kind, speakers, onBehalfOf, assertion, reports, confidence }: RowStatement): void {
    const [speaker = NONE, ...others] = speakers;
    if (others.length > 0) this.coSpeakers.set(this.#count, others);
    this.rows.push(row);
    this.kinds.push(rowKindNumber(kind));
    this.speakers.push(speaker);
    this.onBehalfOf.push(onBehalfOf ?? NONE);
    this.assertions.push(assertion === null ? NONE : ASSERTIONS.indexOf(assertion));
    this.reports.push(reports === null ? NONE : REPORTED.indexOf(reports));
    this.confidences.push(confidence ?? -1);
    this.#count += 1;
  }
}
