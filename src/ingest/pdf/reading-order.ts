/** A run of letters on a page: its baseline from the bottom, its left end, both in points. */
export interface PageItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of the type. */
  readonly size: number;
}

/** One line of one column. */
export interface PageLine extends PageItem {
  /** The left and right ends of the column that it stands in. */
  readonly left: number;
  readonly right: number;
  /** Which column, from 0 in reading order; also the bands between headings across the page count. */
  readonly column: number;
}

/** Words stand apart from here on, and columns from there, both in parts of the size of type. */
const WORD_GAP = 0.15;
const COLUMN_GAP = 1;

/** Baselines that differ by less, in parts of the smaller size of type, are one line: signs for notes stand higher. */
const SAME_LINE = 0.6;

/** How signs for notes are set, in parts of the size of type. */
const NOTE_SIZE = 0.8;
const MIN_RISE = 0.2;

/** A column has lines of its own; what has fewer beside a column is labels or numbers in its margin. */
const MIN_COLUMN_LINES = 4;
const MIN_SHARE_OF_LINES = 0.5;
const MIN_SHARE_OF_WIDTH = 0.2;

/** A page with more runs is a map or a bomb: its runs are taken in the order in which they are drawn. */
const MAX_ITEMS = 20_000;
const MAX_FRAGMENTS = 1_500;

/**
 * The lines of a page as they are read: down one column, then the next, by cutting the page along its white space
 * (the XY cut of Nagy and Seth, 1984). A column is one only beside another of about as many lines.
 */
export function readingOrder(items: readonly PageItem[]): readonly PageLine[] {
  const shown = items.filter(({ text }) => text.trim() !== "");
  if (shown.length > MAX_ITEMS) return toLines(shown.map((item) => [item]));
  const regions: (readonly PageItem[])[] = [];
  const pieces = fragments(shown);
  if (pieces.length > MAX_FRAGMENTS) return toLines([pieces]);
  const open: (readonly PageItem[])[] = [pieces];
  for (let region = open.pop(); region !== undefined; region = open.pop()) {
    const parts = columnsOf(region) ?? bandsOf(region);
    if (parts === null) regions.push(region);
    else open.push(...[...parts].reverse());
  }
  return toLines(joinBands(regions));
}

/** Runs of one line that stand close together, as one. */
function fragments(items: readonly PageItem[]): readonly PageItem[] {
  return linesOf(items).flatMap((line) => {
    const joined: PageItem[] = [];
    for (const item of line) {
      const last = joined.at(-1);
      if (last !== undefined && isNoteSign(item, last)) continue;
      if (last !== undefined && item.x - (last.x + last.width) < COLUMN_GAP * last.size)
        joined[joined.length - 1] = joinTwo(last, item);
      else joined.push(item);
    }
    return joined;
  });
}

/** A small raised number behind a word leads to a note; behind a unit it is a power. */
const isNoteSign = (item: PageItem, before: PageItem): boolean =>
  /^\d{1,3}$/.test(item.text.trim()) &&
  item.size < NOTE_SIZE * before.size &&
  item.y - before.y > MIN_RISE * before.size &&
  !/\b[kcm]?m$/.test(before.text);

/** By baselines, from the top; each line from the left. */
function linesOf(items: readonly PageItem[]): readonly (readonly PageItem[])[] {
  const lines: PageItem[][] = [];
  for (const item of [...items].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (first !== undefined && first.y - item.y < SAME_LINE * Math.min(first.size, item.size)) line?.push(item);
    else lines.push([item]);
  }
  return lines.map((line) => line.sort((a, b) => a.x - b.x));
}

function joinTwo(a: PageItem, b: PageItem): PageItem {
  const gap = b.x - (a.x + a.width);
  const isApart = gap > WORD_GAP * a.size && !/\s$/.test(a.text) && !/^\s/.test(b.text);
  const main = a.text.length >= b.text.length ? a : b;
  return {
    text: a.text + (isApart ? " " : "") + b.text,
    x: a.x,
    y: main.y,
    width: b.x + b.width - a.x,
    size: main.size,
  };
}

/** The two sides of the widest gap that runs down the whole region, where both are columns. */
function columnsOf(region: readonly PageItem[]): readonly (readonly PageItem[])[] | null {
  const size = medianSize(region);
  const sorted = [...region].sort((a, b) => a.x - b.x);
  let reach = Number.NEGATIVE_INFINITY;
  let best: { readonly at: number; readonly gap: number } | null = null;
  sorted.forEach((item, i) => {
    const gap = item.x - reach;
    if (i > 0 && gap >= COLUMN_GAP * size && gap > (best?.gap ?? 0) && areColumns(sorted, i)) best = { at: i, gap };
    reach = Math.max(reach, item.x + item.width);
  });
  const cut = best as { readonly at: number } | null;
  return cut === null ? null : [sorted.slice(0, cut.at), sorted.slice(cut.at)];
}

function areColumns(sorted: readonly PageItem[], at: number): boolean {
  const [one, other] = [sorted.slice(0, at), sorted.slice(at)];
  const lines = [linesOf(one).length, linesOf(other).length] as const;
  const widths = [extent(one), extent(other)] as const;
  return (
    Math.min(...lines) >= MIN_COLUMN_LINES &&
    Math.min(...lines) >= MIN_SHARE_OF_LINES * Math.max(...lines) &&
    Math.min(...widths) >= MIN_SHARE_OF_WIDTH * (widths[0] + widths[1])
  );
}

function extent(items: readonly PageItem[]): number {
  const left = Math.min(...items.map(({ x }) => x));
  return Math.max(...items.map(({ x, width }) => x + width)) - left;
}

/** What is above and below the widest gap between lines, if any part of it may still hold columns. */
function bandsOf(region: readonly PageItem[]): readonly (readonly PageItem[])[] | null {
  const lines = linesOf(region);
  if (lines.length < 2 || lines.every((line) => line.length < 2)) return null;
  let best = { at: 0, gap: 0 };
  lines.forEach((line, i) => {
    const gap = i === 0 ? 0 : baseline(lines[i - 1] ?? line) - baseline(line);
    if (gap > best.gap) best = { at: i, gap };
  });
  return best.at === 0 ? null : [lines.slice(0, best.at).flat(), lines.slice(best.at).flat()];
}

const baseline = (line: readonly PageItem[]): number => line[0]?.y ?? 0;

/** Of the type; 1 where there is none. */
export function medianSize(items: readonly PageItem[]): number {
  const sizes = items.map(({ size }) => size).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 1;
}

/** Bands that were cut apart in vain are one region again, so that a line's place in its column is known. */
function joinBands(regions: readonly (readonly PageItem[])[]): readonly (readonly PageItem[])[] {
  const joined: (readonly PageItem[])[] = [];
  for (const region of regions) {
    const last = joined.at(-1);
    const both = last === undefined ? region : [...last, ...region];
    const isBelow = last !== undefined && Math.min(...last.map(({ y }) => y)) > Math.max(...region.map(({ y }) => y));
    if (isBelow && columnsOf(both) === null) joined[joined.length - 1] = both;
    else joined.push(region);
  }
  return joined;
}

function toLines(regions: readonly (readonly PageItem[])[]): readonly PageLine[] {
  return regions.flatMap((region, column) => {
    const left = Math.min(...region.map(({ x }) => x));
    const right = Math.max(...region.map(({ x, width }) => x + width));
    return linesOf(region).map((line) => ({ ...line.reduce(joinTwo), left, right, column }));
  });
}
