import { firstFrom, type Span } from "../../model/span.ts";

/** Finds which of many spans a span touches, by halving. The spans must not overlap one another. */
export class SpanIndex<T> {
  readonly #entries: readonly { readonly span: Span; readonly value: T }[];

  constructor(entries: readonly { readonly span: Span; readonly value: T }[]) {
    this.#entries = [...entries].sort((a, b) => a.span.start - b.span.start);
  }

  /** In text order; a value with several spans comes once for each that is touched. */
  touching({ start, end }: Span): T[] {
    const found: T[] = [];
    const first = firstFrom(this.#entries, start + 1, ({ span }) => span.end);
    for (let at = first; at < this.#entries.length; at++) {
      const entry = this.#entries[at];
      if (entry === undefined || entry.span.start >= end) break;
      found.push(entry.value);
    }
    return found;
  }
}
