import type { EntityCluster } from "../entities/entity-cluster.ts";
import type { NamedMention } from "../entities/read-names.ts";
import type { DraftQuote } from "../quotes/draft-quote.ts";
import { namedSpeaker } from "./named-speaker.ts";

/** Whose words stand where: who speaks of him or her does not mean themselves. */
export class SpeakerWindows {
  readonly #windows: readonly { readonly start: number; readonly end: number; readonly speaker: EntityCluster }[];
  #next = 0;

  /** @param names In text order. */
  constructor(text: string, drafts: readonly DraftQuote[], names: readonly NamedMention[]) {
    this.#windows = drafts
      .filter(({ kind }) => kind === "DIRECT" || kind === "TRANSCRIPT")
      .flatMap(({ spans, source }) => {
        const speaker = source && namedSpeaker(text, source, names);
        return speaker ? spans.map(({ start, end }) => ({ start, end, speaker })) : [];
      })
      .sort((a, b) => a.start - b.start);
  }

  /** Who speaks at an offset; offsets are asked for in rising order. */
  at(offset: number): EntityCluster | null {
    while ((this.#windows[this.#next]?.end ?? Number.POSITIVE_INFINITY) <= offset) this.#next += 1;
    const window = this.#windows[this.#next];
    return window && window.start <= offset ? window.speaker : null;
  }
}
