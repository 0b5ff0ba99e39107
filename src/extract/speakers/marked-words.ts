import { firstFrom, type Span } from "../../model/span.ts";
import type { DraftQuote } from "../quotes/draft-quote.ts";

/** The words of an article that stand in somebody's marks, speech or turn: a name in them is seldom the speaker's. */
export class MarkedWords {
  /** In order of their starts. */
  readonly #spans: readonly Span[];

  constructor(drafts: readonly DraftQuote[]) {
    const spans = drafts.flatMap(({ kind, spans, marked }): readonly Span[] =>
      kind === "INDIRECT" || kind === "MIXED" ? marked : spans,
    );
    this.#spans = spans.toSorted((a, b) => a.start - b.start);
  }

  holds(offset: number): boolean {
    const span = this.#spans[firstFrom(this.#spans, offset + 1, ({ start }) => start) - 1];
    return span !== undefined && offset < span.end;
  }
}
