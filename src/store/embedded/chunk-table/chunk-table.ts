import { ASSERTIONS, QUOTE_KINDS, REPORTED } from "../../../model/quote.ts";
import { searchTerms } from "../../text-words.ts";
import type { ChunkRow, RowArticle } from "./chunk-row.ts";
import { NameColumn, NONE } from "./name-column.ts";
import { NumberColumn } from "./number-column.ts";
import { VectorCodes } from "./vector-codes.ts";
import { WordPostings } from "./word-postings.ts";
import { WordingGroups } from "./wording-groups.ts";

/** What a passage can be: a kind of quote, or the article's own words. A row's kind is its place here. */
export const ROW_KINDS = [...QUOTE_KINDS, "PARAGRAPH"] as const;

/** The kind of a turn in a transcript. */
export const TURN: number = ROW_KINDS.indexOf("TRANSCRIPT");

/** The rows of an article: from `first` up to, but not including, `end`, in reading order. */
export interface ArticleRows {
  readonly article: RowArticle;
  readonly first: number;
  end: number;
}

/**
 * All chunks of the index in memory, one a row, in the order of their labels, so that those of an article stand side by
 * side in reading order: what a search has to know of each to find, filter, count and rank it.
 */
export class ChunkTable {
  readonly ids: string[] = [];
  readonly articles: ArticleRows[] = [];
  /** For each article, by its place in `articles`, 1 where any of its rows is a turn of a transcript. */
  readonly transcripts = new NumberColumn(Uint8Array);
  /** For each row, the place of its article in `articles`. */
  readonly articleOf = new NumberColumn(Int32Array);
  readonly labels = new NumberColumn(Float64Array);
  /** For each row, its kind's place in ROW_KINDS. */
  readonly kinds = new NumberColumn(Uint8Array);
  /** For each row, the key of the group of names that speaks, the first where several do, or NONE. */
  readonly speakers = new NumberColumn(Int32Array);
  /** The keys of those who speak together with the speaker, for the few rows that have any. */
  readonly coSpeakers = new Map<number, readonly number[]>();
  /** For each row, the key of the entity for which the speaker speaks, or NONE. */
  readonly onBehalfOf = new NumberColumn(Int32Array);
  /** For each row, its assertion's place in ASSERTIONS, or NONE. */
  readonly assertions = new NumberColumn(Int32Array);
  /** For each row, the place in REPORTED of what it reports, or NONE. */
  readonly reports = new NumberColumn(Int32Array);
  readonly publishers = new NameColumn();
  /** As 2024-03, in UTC. */
  readonly months = new NameColumn();
  /** For each row, 0..1; -1 for what is no quote. */
  readonly confidences = new NumberColumn(Float64Array);
  /** 1 for a row whose chunk is in the index, 0 once it has been removed. */
  readonly present = new NumberColumn(Uint8Array);
  /** For each row, the keys of the groups of names of the people and organizations that it mentions. */
  readonly mentions: (readonly number[])[] = [];
  /** For each row, the keys of the groups of names of the places that it mentions. */
  readonly places: (readonly number[])[] = [];
  /** The rows that mention a group of names, by its key. */
  readonly mentioning = new Map<number, number[]>();
  readonly vectors: VectorCodes;
  readonly words = new WordPostings();
  /** Of the articles, by their place in `articles`. */
  readonly titleWords = new WordPostings();
  readonly wordings = new WordingGroups();
  readonly #rowOfLabel = new Map<number, number>();

  constructor(dimensions: number) {
    this.vectors = new VectorCodes(dimensions);
  }

  /** With the removed ones. */
  get rowCount(): number {
    return this.ids.length;
  }

  /** Of the rows whose chunks are in the index. */
  get count(): number {
    return this.#rowOfLabel.size;
  }

  /** True when more than half of the rows are removed ones, which every search still passes over. */
  get isWorn(): boolean {
    return this.rowCount > 2 * this.count;
  }

  /** Labels come in rising order, those of an article one after the other. */
  add(chunk: ChunkRow, article: RowArticle): void {
    const row = this.ids.push(chunk.id) - 1;
    const kind = ROW_KINDS.indexOf(chunk.quoteKind ?? "PARAGRAPH");
    const place = this.#articlePlace(article, row);
    if (kind === TURN) this.transcripts.set(place, 1);
    this.articleOf.push(place);
    this.labels.push(chunk.label);
    this.kinds.push(kind);
    this.#addSpeakers(row, chunk);
    this.assertions.push(chunk.assertion === null ? NONE : ASSERTIONS.indexOf(chunk.assertion));
    this.reports.push(chunk.reports === null ? NONE : REPORTED.indexOf(chunk.reports));
    this.publishers.push(article.publisher);
    this.months.push(article.publishedAt?.slice(0, "2024-03".length) ?? null);
    this.confidences.push(chunk.confidence ?? -1);
    this.present.push(1);
    this.#rowOfLabel.set(chunk.label, row);
    this.mentions.push(chunk.mentions);
    this.places.push(chunk.places);
    this.#addMentions(row, [...chunk.mentions, ...chunk.places]);
    this.#addText(chunk);
  }

  /** A label that is not in needs nothing. */
  remove(label: number): void {
    const row = this.#rowOfLabel.get(label);
    if (row === undefined) return;
    this.present.set(row, 0);
    this.#rowOfLabel.delete(label);
  }

  /** The row of a chunk that is in the index. */
  rowOf(label: number): number | undefined {
    return this.#rowOfLabel.get(label);
  }

  #addSpeakers(row: number, { speakers, onBehalfOf }: ChunkRow): void {
    const [speaker = NONE, ...others] = speakers;
    this.speakers.push(speaker);
    if (others.length > 0) this.coSpeakers.set(row, others);
    this.onBehalfOf.push(onBehalfOf ?? NONE);
  }

  #addMentions(row: number, keys: readonly number[]): void {
    for (const key of keys) {
      const rows = this.mentioning.get(key);
      if (rows) rows.push(row);
      else this.mentioning.set(key, [row]);
    }
  }

  #addText({ text, vector }: ChunkRow): void {
    const words = searchTerms(text);
    this.vectors.add(vector);
    this.words.add(words);
    this.wordings.add(words);
  }

  /** An article that was put anew is another one here: its old rows are removed before the new ones come. */
  #articlePlace(article: RowArticle, row: number): number {
    const last = this.articles.at(-1);
    if (last?.article.id === article.id && this.present.values[row - 1] === 1) {
      last.end = row + 1;
      return this.articles.length - 1;
    }
    this.titleWords.add(searchTerms(article.title ?? ""));
    this.transcripts.push(0);
    return this.articles.push({ article, first: row, end: row + 1 }) - 1;
  }
}
