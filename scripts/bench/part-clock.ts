/**
 * What a query's time is spent on: the query's vector; what the store's `rank` does, every chunk's score and the order of all
 * that matches; what the search itself does, reading the query and marking what a hit shares with it; and loading the page's hits.
 */
export const PARTS = ["model", "rank", "search", "load"] as const;
export type Part = (typeof PARTS)[number];
export type PartTimes = Readonly<Record<Part, number>>;

export interface Interval {
  readonly part: Part;
  /** Milliseconds, of one clock. */
  readonly start: number;
  readonly end: number;
}

/** Notes when each part of each request ran; requests come one after the other. */
export class PartClock {
  readonly #requests: { part: Part; start: number; end: number }[][] = [];

  beginRequest(): void {
    this.#requests.push([]);
  }

  async time<T>(part: Part, work: () => Promise<T>): Promise<T> {
    const interval = { part, start: performance.now(), end: Number.POSITIVE_INFINITY };
    this.#requests.at(-1)?.push(interval);
    try {
      return await work();
    } finally {
      interval.end = performance.now();
    }
  }

  /** Of each request so far, in milliseconds. */
  get times(): readonly PartTimes[] {
    return this.#requests.map(exclusiveTimes);
  }
}

/**
 * Each moment counts for one part only: of those under way the one that began last, as on top of a stack. (Two calls
 * begun together both end when the second is done, for their work holds the thread one after the other.)
 * @param intervals In the order in which they began.
 */
export function exclusiveTimes(intervals: readonly Interval[]): PartTimes {
  const times = { model: 0, rank: 0, search: 0, load: 0 };
  const moments = intervals.flatMap(({ start, end }) => [start, end]).sort((a, b) => a - b);
  moments.forEach((moment, i) => {
    const next = moments[i + 1] ?? moment;
    const onTop = intervals.findLast(({ start, end }) => start <= moment && next <= end);
    if (onTop) times[onTop.part] += next - moment;
  });
  return times;
}
