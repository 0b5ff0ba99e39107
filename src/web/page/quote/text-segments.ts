/** A stretch of a text, in UTF-16 code units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A stretch with what is to be said of it. */
export interface Mark<T> extends Stretch {
  readonly value: T;
}

/** A stretch under one mark, or under none. */
export interface Segment<T> extends Stretch {
  readonly mark: Mark<T> | null;
}

/**
 * Cuts `whole` where marks begin and end. The segments follow each other without a gap from end to end; where marks
 * overlap, the shortest one counts, so that a quote within a paraphrase stays seen. Marks reach outside `whole` freely.
 */
export function textSegments<T>(whole: Stretch, marks: readonly Mark<T>[]): readonly Segment<T>[] {
  const inside = (offset: number) => offset > whole.start && offset < whole.end;
  const cuts = [...new Set(marks.flatMap(({ start, end }) => [start, end]).filter(inside))].sort((a, b) => a - b);
  const bounds = [whole.start, ...cuts, whole.end];
  const segments: Segment<T>[] = [];
  for (const [i, start] of bounds.slice(0, -1).entries()) {
    const end = bounds[i + 1] ?? whole.end;
    const mark = shortestOver(start, end, marks);
    const last = segments.at(-1);
    if (last && last.mark === mark) segments[segments.length - 1] = { ...last, end };
    else if (start < end) segments.push({ start, end, mark });
  }
  return segments;
}

/** Of marks that are as short as each other, the first. */
function shortestOver<T>(start: number, end: number, marks: readonly Mark<T>[]): Mark<T> | null {
  let shortest: Mark<T> | null = null;
  for (const mark of marks) {
    if (mark.start > start || mark.end < end || mark.start === mark.end) continue;
    if (shortest === null || mark.end - mark.start < shortest.end - shortest.start) shortest = mark;
  }
  return shortest;
}
