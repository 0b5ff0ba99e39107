import { firstFrom } from "../../../model/span.ts";
import { rowKindNumber, TURN } from "../../../ranking/row-kinds.ts";
import type { PassageRows, RowRange } from "../../../ranking/signal-reader.ts";
import { searchTerms } from "../../search-terms.ts";
import type { ChunkRow, RowArticle, RowStatement } from "./chunk-row.ts";
import { ListColumn } from "./list-column.ts";
import { NameColumn } from "./name-column.ts";
import { NumberColumn } from "./number-column.ts";
import { NumberLists } from "./number-lists.ts";
import { StatementColumns } from "./statement-columns.ts";
import type { SectionReader, SectionWriter } from "./table-sections.ts";
import { VectorCodes } from "./vector-codes.ts";
import { WordPostings } from "./word-postings.ts";
import { WordingGroups } from "./wording-groups.ts";

/** The rows of an article: from `first` up to, but not including, `end`, in reading order. */
export interface ArticleRows extends RowRange {
  readonly article: RowArticle;
  /** Milliseconds since 1970; null for an undated article. */
  readonly publishedAt: number | null;
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
  /** For each row, the place in ROW_KINDS of the kind of the first that is said in it. */
  readonly kinds = new NumberColumn(Uint8Array);
  readonly statements = new StatementColumns();
  /** For each row, 1 where anything is said in it and all of that tells of attitudes. */
  readonly attitudes = new NumberColumn(Uint8Array);
  readonly publishers = new NameColumn();
  /** As 2024-03, in UTC. */
  readonly months = new NameColumn();
  /** 1 for a row whose chunk is in the index, 0 once it has been removed. */
  readonly present = new NumberColumn(Uint8Array);
  /** For each row, the keys of the groups of names of the people and organizations that it mentions. */
  readonly mentions = new ListColumn();
  /** For each row, the keys of the groups of names of the places that it mentions. */
  readonly places = new ListColumn();
  /** The rows that mention a group of names: the number of their list, by its key. */
  readonly #mentioning = new Map<number, number>();
  readonly #mentioningRows = new NumberLists();
  readonly vectors: VectorCodes;
  readonly words = new WordPostings();
  /** Of the articles, by their place in `articles`. */
  readonly titleWords = new WordPostings();
  readonly wordings = new WordingGroups();
  #count = 0;

  constructor(dimensions: number) {
    this.vectors = new VectorCodes(dimensions);
  }

  /** With the removed ones. */
  get rowCount(): number {
    return this.ids.length;
  }

  /** Of the rows whose chunks are in the index. */
  get count(): number {
    return this.#count;
  }

  /** True when more than half of the rows are removed ones, which every search still passes over. */
  get isWorn(): boolean {
    return this.rowCount > 2 * this.count;
  }

  /** Labels come in rising order, those of an article one after the other. */
  add(chunk: ChunkRow, article: RowArticle): void {
    const row = this.ids.push(chunk.id) - 1;
    const kind = rowKindNumber(chunk.statements[0]?.kind ?? "PARAGRAPH");
    const place = this.#articlePlace(article, row);
    if (kind === TURN) this.transcripts.set(place, 1);
    this.articleOf.push(place);
    this.labels.push(chunk.label);
    this.kinds.push(kind);
    this.statements.add(row, chunk.statements);
    this.attitudes.push(chunk.statements.length > 0 && chunk.statements.every(isAttitude) ? 1 : 0);
    this.publishers.push(article.publisher);
    this.months.push(article.publishedAt?.slice(0, "2024-03".length) ?? null);
    this.present.push(1);
    this.#count += 1;
    this.mentions.push(chunk.mentions);
    this.places.push(chunk.places);
    for (const list of [this.mentions, this.places]) this.#addMentions(row, list);
    this.#addText(chunk);
  }

  /** A label that is not in needs nothing. */
  remove(label: number): void {
    const row = this.rowOf(label);
    if (row === undefined) return;
    this.present.set(row, 0);
    this.words.remove(row);
    this.#count -= 1;
  }

  /** Writes all but the vectors, and what follows from the rest. */
  write(to: SectionWriter): void {
    to.json({ ids: this.ids, articles: this.articles });
    for (const part of this.#parts) part.write(to);
  }

  /** Takes in what `write` gave; there is nothing yet. The vectors of all rows have to be added, in their order. */
  read(from: SectionReader): void {
    const { ids, articles } = from.json<{
      readonly ids: readonly string[];
      readonly articles: readonly ArticleRows[];
    }>();
    for (const id of ids) this.ids.push(id);
    for (const article of articles) this.articles.push(article);
    for (const part of this.#parts) part.read(from);
    for (let row = 0; row < this.rowCount; row++) {
      this.#count += this.present.at(row);
      for (const list of [this.mentions, this.places]) this.#addMentions(row, list);
    }
    this.vectors.reserve(this.rowCount);
  }

  get #parts(): readonly TablePart[] {
    const {
      transcripts,
      articleOf,
      labels,
      kinds,
      statements,
      attitudes,
      publishers,
      months,
      present,
      mentions,
      places,
    } = this;
    const { words, titleWords, wordings } = this;
    const ofRows = [articleOf, labels, kinds, statements, attitudes, publishers, months, present, mentions, places];
    return [transcripts, ...ofRows, words, titleWords, wordings];
  }

  /** What the ranking reads of the rows, as they are now. */
  get passageRows(): PassageRows {
    return {
      rowCount: this.rowCount,
      kinds: this.kinds.values,
      lengths: this.words.lengths,
      attitudes: this.attitudes.values,
      articleOf: (row) => this.articles[this.articleOf.at(row)] as ArticleRows,
      hasTurns: ({ first }) => this.transcripts.at(this.articleOf.at(first)) === 1,
    };
  }

  /** The row of a chunk that is in the index. */
  rowOf(label: number): number | undefined {
    const labels = this.labels.values;
    const row = firstFrom(labels, label, (one) => one);
    return labels[row] === label && this.present.at(row) === 1 ? row : undefined;
  }

  /** Tells of each row that mentions a group of names, by its key. */
  forEachMentioning(key: number, tell: (row: number) => void): void {
    const list = this.#mentioning.get(key);
    if (list !== undefined) this.#mentioningRows.forEach(list, tell);
  }

  #addMentions(row: number, keys: ListColumn): void {
    const end = keys.endOf(row);
    for (let at = keys.startOf(row); at < end; at++) {
      const key = keys.at(at);
      const list = this.#mentioning.get(key) ?? this.#mentioningRows.open();
      this.#mentioning.set(key, list);
      this.#mentioningRows.push(list, row);
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
    const publishedAt = article.publishedAt === null ? null : Date.parse(article.publishedAt);
    return this.articles.push({ article, publishedAt, first: row, end: row + 1 }) - 1;
  }
}

interface TablePart {
  write(to: SectionWriter): void;
  read(from: SectionReader): void;
}

const isAttitude = ({ reports }: RowStatement): boolean => reports === "ATTITUDE";
