import type { Candidates } from "./candidates.ts";

/** RELEVANCE puts what answers best first; NEWEST and OLDEST go by the article's date, undated ones last, then by relevance. */
export type RankingOrder = "RELEVANCE" | "NEWEST" | "OLDEST";

/** A place in a ranking: what comes after it has a lower key, or the same key and a lower score, or the same of both and a greater id. */
export interface RankPosition {
  readonly key: number;
  readonly score: number;
  readonly id: string;
}

export interface PageAsked {
  readonly order: RankingOrder;
  readonly first: number;
  readonly after: RankPosition | null;
  /** What had come when the first page was asked for. */
  readonly lastArrival: number;
}

/** One of a page: a place of the candidates. */
export interface RankedPlace {
  readonly place: number;
  /** Those that are the same words in other articles, the best first. */
  readonly folded: readonly number[];
  readonly position: RankPosition;
}

/** A page of a ranking, the first of the order first. */
export interface PageOfPlaces {
  readonly places: readonly RankedPlace[];
  readonly hasNext: boolean;
}

/**
 * The first of the candidates that come after a position. Of one wording in several articles the best stands for
 * all; of those that came into the store before the first page was asked for, where there are any, so that what comes
 * meanwhile takes nobody's place.
 */
export function rankPage(candidates: Candidates, page: PageAsked): PageOfPlaces {
  const ranking = new Ranking(candidates, page.order, page.lastArrival);
  const isWanted = (place: number) => ranking.isAfter(place, page.after) && !ranking.isFolded(place);
  const best = ranking.best(page.first + 1, isWanted);
  const places = best.slice(0, page.first);
  const folded = ranking.foldedUnder(places);
  return {
    places: places.map((place, i) => ({ place, folded: folded[i] ?? [], position: ranking.positionOf(place) })),
    hasNext: best.length > page.first,
  };
}

/** Stands for the date of an undated article: before all others in an order from the highest. JSON has no infinity. */
const UNDATED = -Number.MAX_VALUE;

/** By what candidates are ordered before their scores, the highest first. */
function orderKeys({ count, publishedAt }: Candidates, order: RankingOrder): Float64Array {
  const keys = new Float64Array(count);
  if (order === "RELEVANCE") return keys;
  const sign = order === "NEWEST" ? 1 : -1;
  for (let place = 0; place < count; place++) {
    const date = publishedAt(place);
    keys[place] = date === null ? UNDATED : sign * date;
  }
  return keys;
}

class Ranking {
  readonly #candidates: Candidates;
  readonly #keys: Float64Array;
  /** By wording that several chunks have, the place that stands for all of them. */
  readonly #leaders: ReadonlyMap<number, number>;

  constructor(candidates: Candidates, order: RankingOrder, lastArrival: number) {
    this.#candidates = candidates;
    this.#keys = orderKeys(candidates, order);
    this.#leaders = this.#findLeaders(lastArrival);
  }

  /** The best places that are wanted, at most so many: kept in order while all are looked through once. */
  best(limit: number, isWanted: (place: number) => boolean): readonly number[] {
    const best: number[] = [];
    for (let place = 0; place < this.#candidates.count; place++) {
      const last = best[limit - 1];
      if (last !== undefined && this.#compare(place, last) > 0) continue;
      if (!isWanted(place)) continue;
      const at = best.findIndex((other) => this.#compare(place, other) < 0);
      best.splice(at === -1 ? best.length : at, 0, place);
      if (best.length > limit) best.pop();
    }
    return best;
  }

  isAfter(place: number, position: RankPosition | null): boolean {
    if (position === null) return true;
    const byKey = position.key - (this.#keys[place] as number);
    const byScore = position.score - (this.#candidates.scores[place] as number);
    return (byKey || byScore || (this.#candidates.idAt(place) > position.id ? 1 : -1)) > 0;
  }

  positionOf(place: number): RankPosition {
    const { scores, idAt } = this.#candidates;
    return { key: this.#keys[place] as number, score: scores[place] as number, id: idAt(place) };
  }

  /** Whether another article's chunk of the same wording stands for this one. */
  isFolded(place: number): boolean {
    const leader = this.#leaderOf(place);
    return leader !== null && this.#candidates.articleAt(leader) !== this.#candidates.articleAt(place);
  }

  /** For each of these places those that it stands for, the best first. */
  foldedUnder(places: readonly number[]): readonly (readonly number[])[] {
    const folded = new Map(places.map((place) => [place, [] as number[]]));
    const areAlone = places.every((place) => this.#leaderOf(place) === null);
    for (let place = 0; place < this.#candidates.count && !areAlone; place++) {
      if (this.isFolded(place)) folded.get(this.#leaderOf(place) ?? place)?.push(place);
    }
    return places.map((place) => (folded.get(place) ?? []).sort((a, b) => this.#compare(a, b)));
  }

  #leaderOf(place: number): number | null {
    const wording = this.#candidates.wordingAt(place);
    return wording === null ? null : (this.#leaders.get(wording) ?? null);
  }

  #findLeaders(lastArrival: number): ReadonlyMap<number, number> {
    const leaders = new Map<number, number>();
    const isNew = (place: number) => this.#candidates.arrivalAt(place) > lastArrival;
    for (let place = 0; place < this.#candidates.count; place++) {
      const wording = this.#candidates.wordingAt(place);
      if (wording === null) continue;
      const leader = leaders.get(wording);
      const leads =
        leader === undefined || (isNew(leader) === isNew(place) ? this.#compare(place, leader) < 0 : isNew(leader));
      if (leads) leaders.set(wording, place);
    }
    return leaders;
  }

  /** Below 0 where `a` comes before `b`. */
  #compare(a: number, b: number): number {
    const { scores } = this.#candidates;
    const byKey = (this.#keys[b] as number) - (this.#keys[a] as number);
    const byScore = (scores[b] as number) - (scores[a] as number);
    return byKey || byScore || (this.#candidates.idAt(a) < this.#candidates.idAt(b) ? -1 : 1);
  }
}
