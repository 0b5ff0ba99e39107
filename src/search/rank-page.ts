import type { FoundChunks } from "../store/chunk-query.ts";
import type { RankPosition } from "./search-cursor.ts";

/** A page of a ranking: places of the chunks found, the best first. */
export interface RankedPage {
  readonly places: readonly number[];
  /** For each of them, those that are the same words in other articles, the best first. */
  readonly folded: readonly (readonly number[])[];
  readonly hasNext: boolean;
}

/**
 * The best `first` of what was found that come after a position. Of one wording in several articles the best stands for
 * all; of those that came into the store before the first page was asked for, where there are any, so that what comes
 * meanwhile takes nobody's place. Equal scores go by id.
 * @param lastArrival What had come when the first page was asked for.
 */
export function rankPage(
  found: FoundChunks,
  totals: Float64Array,
  page: { readonly first: number; readonly after: RankPosition | null; readonly lastArrival: number },
): RankedPage {
  const ranking = new Ranking(found, totals, page.lastArrival);
  const isWanted = (place: number) => ranking.isAfter(place, page.after) && !ranking.isFolded(place);
  const best = ranking.best(page.first + 1, isWanted);
  const places = best.slice(0, page.first);
  return { places, folded: ranking.foldedUnder(places), hasNext: best.length > page.first };
}

class Ranking {
  readonly #found: FoundChunks;
  readonly #totals: Float64Array;
  /** By wording that several chunks have, the place that stands for all of them. */
  readonly #leaders: ReadonlyMap<number, number>;

  constructor(found: FoundChunks, totals: Float64Array, lastArrival: number) {
    this.#found = found;
    this.#totals = totals;
    this.#leaders = this.#findLeaders(lastArrival);
  }

  /** The best places that are wanted, at most so many: kept in order while all are looked through once. */
  best(limit: number, isWanted: (place: number) => boolean): readonly number[] {
    const best: number[] = [];
    for (let place = 0; place < this.#found.count; place++) {
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
    const total = this.#totals[place] as number;
    return total < position.score || (total === position.score && this.#found.idAt(place) > position.chunkId);
  }

  /** Whether another article's chunk of the same wording stands for this one. */
  isFolded(place: number): boolean {
    const leader = this.#leaderOf(place);
    return leader !== null && this.#found.articleAt(leader) !== this.#found.articleAt(place);
  }

  /** For each of these places those that it stands for, the best first. */
  foldedUnder(places: readonly number[]): readonly (readonly number[])[] {
    const folded = new Map(places.map((place) => [place, [] as number[]]));
    const areAlone = places.every((place) => this.#leaderOf(place) === null);
    for (let place = 0; place < this.#found.count && !areAlone; place++) {
      if (this.isFolded(place)) folded.get(this.#leaderOf(place) ?? place)?.push(place);
    }
    return places.map((place) => (folded.get(place) ?? []).sort((a, b) => this.#compare(a, b)));
  }

  #leaderOf(place: number): number | null {
    const wording = this.#found.wordingAt(place);
    return wording === null ? null : (this.#leaders.get(wording) ?? null);
  }

  #findLeaders(lastArrival: number): ReadonlyMap<number, number> {
    const leaders = new Map<number, number>();
    const isNew = (place: number) => this.#found.arrivalAt(place) > lastArrival;
    for (let place = 0; place < this.#found.count; place++) {
      const wording = this.#found.wordingAt(place);
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
    const difference = (this.#totals[b] as number) - (this.#totals[a] as number);
    return difference || (this.#found.idAt(a) < this.#found.idAt(b) ? -1 : 1);
  }
}
