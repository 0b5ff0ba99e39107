/** A stretch of a text, in UTF-16 code units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A stretch with what is to be said of it. */
export interface Mark<T> extends Stretch {
  readonly value: T;
}

/** A stretch that the same marks cover from end to end. */
export interface Segment<T> extends Stretch {
  /** The longest first, so that the last is the closest to the words; none where nothing is marked. */
  readonly marks: readonly Mark<T>[];
}

/**
 * Cuts `whole` where marks begin and end. The segments follow each other without a gap from end to end. Marks overlap
 * and reach outside `whole` freely.
 */
export function textSegments<T>(whole: Stretch, marks: readonly Mark<T>[]): readonly Segment<T>[] {
  const inside = (offset: number) => offset > whole.start && offset < whole.end;
  const real = marks.filter(({ start, end }) => start < end).sort((a, b) => lengthOf(b) - lengthOf(a));
  const cuts = [...new Set(real.flatMap(({ start, end }) => [start, end]).filter(inside))].sort((a, b) => a - b);
  const bounds = [whole.start, ...cuts, whole.end];
  return bounds
    .slice(0, -1)
    .map((start, i) => ({ start, end: bounds[i + 1] ?? whole.end }))
    .filter(({ start, end }) => start < end)
    .map(({ start, end }) => ({ start, end, marks: real.filter((mark) => mark.start <= start && end <= mark.end) }));
}

const lengthOf = ({ start, end }: Stretch): number => end - start;
