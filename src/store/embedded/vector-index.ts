import hnswlib from "hnswlib-node";

/** Links a point, and breadth of the search while building. */
const LINKS = 32;
const BUILD_BREADTH = 200;
/**
 * Breadth of a search: twice what is asked for, and never so narrow that the best few are missed. Among 100,000 invented
 * vectors, many of them near-copies, a breadth of 200 finds .90 of the ten nearest and 1,200 finds .98 (docs/performance.md).
 */
const MIN_SEARCH_BREADTH = 1_200;
const SEARCH_BREADTH_FACTOR = 2;
const FIRST_CAPACITY = 1024;
/** Growing copies everything, so it is rare, but half as much again would waste 60 MB at 100,000 chunks. */
const GROWTH = 1.125;

export interface ScoredLabel {
  readonly label: number;
  /** Cosine. */
  readonly score: number;
}

/** How many points a search for `limit` of them keeps in view. */
const searchBreadth = (limit: number): number => Math.max(MIN_SEARCH_BREADTH, SEARCH_BREADTH_FACTOR * limit);

/** How far an index has followed the database. */
export interface VectorPosition {
  /** Of the database's life between two resets. */
  readonly generation: string;
  /** Every chunk up to this label is in, unless it was removed. */
  readonly lastLabel: number;
  /** Every removal up to this number is done. */
  readonly lastRemoval: number;
}

/**
 * Approximate nearest neighbours of unit vectors, in memory: HNSW (Malkov and Yashunin 2016, arXiv:1603.09320).
 * Knows labels only, and how far it has followed the database.
 */
export class VectorIndex {
  readonly #graph: hnswlib.HierarchicalNSW;
  /** Null until anything is removed: a server that only reads need not have it. */
  #labels: Set<number> | null = null;
  #removed: number;
  #position: VectorPosition;

  private constructor(graph: hnswlib.HierarchicalNSW, position: VectorPosition, removed: number) {
    this.#graph = graph;
    this.#position = position;
    this.#removed = removed;
  }

  static empty(dimensions: number, generation: string): VectorIndex {
    const graph = new hnswlib.HierarchicalNSW("ip", dimensions);
    graph.initIndex(FIRST_CAPACITY, LINKS, BUILD_BREADTH);
    return new VectorIndex(graph, { generation, lastLabel: 0, lastRemoval: 0 }, 0);
  }

  /** Reads what `write` wrote; throws when the file is damaged. `count` is that of the live points. */
  static async read(path: string, dimensions: number, position: VectorPosition, count: number): Promise<VectorIndex> {
    const graph = new hnswlib.HierarchicalNSW("ip", dimensions);
    await graph.readIndex(path);
    return new VectorIndex(graph, position, graph.getCurrentCount() - count);
  }

  get position(): VectorPosition {
    return this.#position;
  }

  /** Of the points that can be found. */
  get count(): number {
    return this.#graph.getCurrentCount() - this.#removed;
  }

  /** True when more than half of the points are removed ones, which every search still walks through. */
  get isWorn(): boolean {
    return this.#removed > this.count;
  }

  /** Labels come in rising order. */
  add(label: number, vector: Float32Array): void {
    if (this.#graph.getCurrentCount() === this.#graph.getMaxElements()) this.#grow();
    this.#graph.addPoint(Array.from(vector), label);
    this.#labels?.add(label);
    this.#position = { ...this.#position, lastLabel: label };
  }

  /** A label that is not in needs nothing: it was removed before it could be added. Numbers come in rising order. */
  remove(label: number, number: number): void {
    this.#labels ??= new Set(this.#graph.getIdsList());
    if (this.#labels.delete(label)) {
      this.#graph.markDelete(label);
      this.#removed += 1;
    }
    this.#position = { ...this.#position, lastRemoval: number };
  }

  /** The nearest first, at most `limit`. */
  search(vector: Float32Array, limit: number): readonly ScoredLabel[] {
    const k = Math.min(limit, this.count);
    if (k < 1) return [];
    this.#graph.setEf(searchBreadth(k));
    const { neighbors, distances } = this.#graph.searchKnn(Array.from(vector), k);
    return neighbors.map((label, i) => ({ label, score: 1 - (distances[i] ?? 0) }));
  }

  write(path: string): void {
    this.#graph.writeIndexSync(path);
  }

  #grow(): void {
    this.#graph.resizeIndex(Math.ceil(this.#graph.getMaxElements() * GROWTH));
  }
}
