import { searchTerms } from "../../store/search-terms.ts";
import { wordStem } from "../../store/word-stem.ts";

/** Which of some words texts hold, by stem. */
export class HeldWords {
  readonly #wanted: ReadonlySet<string>;
  readonly #initials: ReadonlySet<string>;
  readonly #found = new Set<string>();

  constructor(words: readonly string[]) {
    this.#wanted = new Set(words.map(wordStem));
    this.#initials = new Set([...this.#wanted].map((stem) => stem.charAt(0)));
  }

  read(text: string): void {
    for (const term of searchTerms(text)) {
      // A stem begins as its word does, and stemming every word would take most of the time.
      if (!this.#initials.has(term.charAt(0))) continue;
      const stem = wordStem(term);
      if (this.#wanted.has(stem)) this.#found.add(stem);
    }
  }

  hasAny(words: readonly string[]): boolean {
    return words.some((word) => this.#found.has(wordStem(word)));
  }
}
