import type { Span } from "../../model/span.ts";
import type { NamedMention } from "./read-names.ts";

/** The names that begin within a stretch, by halving. @param names In text order. */
export function namesWithin(names: readonly NamedMention[], { start, end }: Span): readonly NamedMention[] {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle] as NamedMention).mention.start < start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while ((names[last]?.mention.start ?? end) < end) last += 1;
  return names.slice(low, last);
}
