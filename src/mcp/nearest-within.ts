/** Items `first` to `last`, both included; empty where `last` is `first - 1`. */
export interface IndexRange {
  readonly first: number;
  readonly last: number;
}

/**
 * As many neighbouring items as the budget holds: those of the centre first, in order, then outward from it, as far as
 * `wanted` goes. The first one is taken whatever its length.
 */
export function nearestWithin(
  lengths: readonly number[],
  centre: IndexRange,
  wanted: IndexRange,
  budget: number,
): IndexRange {
  let taken: IndexRange = { first: centre.first, last: centre.first - 1 };
  let left = budget;
  for (const index of outward(centre, wanted)) {
    const length = lengths[index];
    if (length === undefined) continue;
    if (length > left && taken.last >= taken.first) break;
    left -= length;
    taken = { first: Math.min(taken.first, index), last: Math.max(taken.last, index) };
  }
  return taken;
}

function* outward(centre: IndexRange, wanted: IndexRange): Generator<number> {
  for (let index = centre.first; index <= centre.last; index++) yield index;
  const reach = Math.max(centre.first - wanted.first, wanted.last - centre.last);
  for (let distance = 1; distance <= reach; distance++) {
    if (centre.first - distance >= wanted.first) yield centre.first - distance;
    if (centre.last + distance <= wanted.last) yield centre.last + distance;
  }
}
