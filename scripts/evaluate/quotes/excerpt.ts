import { type Span, spanText } from "../../../src/model/span.ts";

/** UTF-16 units that fit beside a count in a terminal. */
const LONGEST = 70;
/** UTF-16 units shown on either side of a cut. */
const MARGIN = 24;

/** The words of spans on one line, shortened in the middle. */
export const excerpt = (text: string, spans: readonly Span[]): string =>
  spans.length === 0 ? "none" : `“${shorten(spans.map((span) => spanText(text, span)).join(" … "), LONGEST)}”`;

/** The words around a boundary, with the place where it was annotated and the place where it was found. */
export function cutExcerpt(text: string, gold: number, found: number): string {
  const [first, second] = gold < found ? ([gold, found] as const) : ([found, gold] as const);
  const [here, there] = gold < found ? ["[annotated]", "[found]"] : ["[found]", "[annotated]"];
  const before = oneLine(text.slice(Math.max(0, first - MARGIN), first));
  const between = shorten(text.slice(first, second), LONGEST - 2 * MARGIN);
  return `${before}${here}${between}${there}${oneLine(text.slice(second, second + MARGIN))}`;
}

function shorten(words: string, longest: number): string {
  const line = oneLine(words);
  const half = Math.floor(longest / 2);
  return line.length <= longest ? line : `${line.slice(0, half)}…${line.slice(-half)}`;
}

const oneLine = (words: string): string => words.replace(/\s+/g, " ");
