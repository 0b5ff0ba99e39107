import { firstFrom } from "../../model/span.ts";
import type { EntityCluster } from "../entities/entity-cluster.ts";
import type { NamedMention } from "../entities/read-names.ts";
import type { DraftQuote } from "../quotes/draft-quote.ts";
import type { Document } from "../text/document.ts";
import { namedHeads } from "./named-heads.ts";
import { readSourcePhrase } from "./source-phrase.ts";

interface Window {
  readonly start: number;
  readonly end: number;
  readonly layer: number;
  readonly speaker: EntityCluster | null;
}

/** In whose words an offset lies. */
interface QuoteLayer {
  /** The number of the quote whose words these are; -1 in the narration. */
  readonly layer: number;
  /** Who speaks them, where a name says so: whom he or she does not mean. */
  readonly speaker: EntityCluster | null;
  /** Who is said to say or think so, in the narration's own words: "Rehn said that she". */
  readonly reporter: EntityCluster | null;
}

/** Whose words stand where. */
export class QuoteLayers {
  /** In order of their starts. */
  readonly #spoken: readonly Window[];
  readonly #reported: readonly Window[];

  /** @param names In text order. */
  constructor(document: Document, drafts: readonly DraftQuote[], names: readonly NamedMention[]) {
    const windows = (wanted: (draft: DraftQuote) => boolean): readonly Window[] =>
      drafts
        .flatMap((draft, layer) => {
          if (!wanted(draft)) return [];
          const speaker = draft.source && (namedHeads(readSourcePhrase(document, draft.source, names))[0] ?? null);
          return draft.spans.map(({ start, end }) => ({ start, end, layer, speaker }));
        })
        .sort((a, b) => a.start - b.start);
    this.#spoken = windows(({ kind }) => kind === "DIRECT" || kind === "TRANSCRIPT");
    this.#reported = windows(({ kind }) => kind === "INDIRECT" || kind === "MIXED");
  }

  at(offset: number): QuoteLayer {
    const spoken = windowAt(this.#spoken, offset);
    return {
      layer: spoken?.layer ?? -1,
      speaker: spoken?.speaker ?? null,
      reporter: spoken ? null : (windowAt(this.#reported, offset)?.speaker ?? null),
    };
  }
}

/** The window that begins last before an offset, where it reaches that far. */
function windowAt(windows: readonly Window[], offset: number): Window | null {
  const window = windows[firstFrom(windows, offset + 1, ({ start }) => start) - 1];
  return window && offset < window.end ? window : null;
}
