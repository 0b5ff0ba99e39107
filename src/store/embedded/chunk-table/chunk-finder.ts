import { ASSERTIONS, REPORTED } from "../../../model/quote.ts";
import type { ChunkQuery, FoundChunks } from "../../chunk-query.ts";
import type { ChunkFilter } from "../../quote-store.ts";
import { wordStem } from "../../word-stem.ts";
import type { Connection } from "../connection.ts";
import { countFacet } from "./chunk-facets.ts";
import { type ChunkTable, TURN } from "./chunk-table.ts";
import type { EntitiesOfGroups } from "./entities-of-groups.ts";
import { filterRows, type KeysOf, type RowMask } from "./filter-rows.ts";
import { rowsWithPhrase, rowsWithWord } from "./held-phrases.ts";
import { matchRows } from "./match-rows.ts";
import { weighWords } from "./score-words.ts";

const ATTITUDE = REPORTED.indexOf("ATTITUDE");

/** Reads all of the table that a query matches under a filter. */
export class ChunkFinder {
  readonly #connection: Connection;
  readonly #table: ChunkTable;
  readonly #entities: EntitiesOfGroups;
  readonly #keysOf: KeysOf;

  constructor(connection: Connection, table: ChunkTable, entities: EntitiesOfGroups, keysOf: KeysOf) {
    this.#connection = connection;
    this.#table = table;
    this.#entities = entities;
    this.#keysOf = keysOf;
  }

  find(query: ChunkQuery, filter: ChunkFilter): FoundChunks {
    const table = this.#table;
    const words = weighWords(table, [...new Set(query.words.map(wordStem))], query.statistics);
    const asked = { words, mask: this.#eligible(query, filter), preferred: this.#spokenBy(query.preferredSpeakers) };
    const { rows, signals } = matchRows(table, query, asked);
    const articleAt = (place: number) => table.articleOf.at(rows[place] as number);
    return {
      count: rows.length,
      signals,
      wordWeight: words.total,
      statistics: words.statistics,
      idAt: (place) => table.ids[rows[place] as number] as string,
      wordingAt: (place) => wordingOf(table, rows[place] as number),
      isTurn: (place) => table.kinds.at(rows[place] as number) === TURN,
      isAttitude: (place) => table.reports.at(rows[place] as number) === ATTITUDE,
      articleAt,
      arrivalAt: (place) => table.labels.at(rows[place] as number),
      lastArrival: table.labels.values.at(-1) ?? 0,
      publishedAt: (place) => table.articles[articleAt(place)]?.article.publishedAt ?? null,
      facet: async (name, first) => countFacet(this.#connection, table, this.#entities, rows, { name, first }),
    };
  }

  /** The rows that the filter lets through, that hold all phrases and nothing that is excluded. */
  #eligible({ phrases, excluded }: ChunkQuery, filter: ChunkFilter): RowMask {
    const mask = filterRows(this.#table, filter, this.#keysOf);
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

  #spokenBy(speakers: readonly string[]): RowMask | null {
    return speakers.length === 0 ? null : filterRows(this.#table, { speakers }, this.#keysOf);
  }
}

/** The same words denied are no copy of these words said: each assertion is a wording of its own, the article's words with what is said. */
function wordingOf({ wordings, assertions }: ChunkTable, row: number): number | null {
  const wording = wordings.sharedBy(row);
  return wording === null ? null : wording * ASSERTIONS.length + Math.max(0, assertions.at(row));
}

function keepOnly(mask: RowMask, rows: readonly number[]): void {
  const kept = new Set(rows);
  for (let row = 0; row < mask.length; row++) if (!kept.has(row)) mask[row] = 0;
}
