import type { ReachedCode } from "./reached-code.ts";

/** The texts that reached code that none before them had, to be changed so that they reach more. */
export class KeptTexts {
  readonly texts: string[] = [];
  readonly #reached: ReachedCode;
  readonly #seen = new Set<string>();

  constructor(reached: ReachedCode) {
    this.#reached = reached;
  }

  /** Blocks of code, with how often they ran as a power of two. */
  get reachedCount(): number {
    return this.#seen.size;
  }

  /**
   * Keeps those of some texts that have just been tried that reached something new, and gives how many these are.
   * @param tryAgain Tries one of them by itself, since asking after each what it reached would take longer than trying it.
   */
  async keepNew(tried: readonly string[], tryAgain: (text: string) => Promise<unknown>): Promise<number> {
    const news = new Set(this.#unseen(this.#reached.take()));
    if (news.size === 0) return 0;
    const before = this.texts.length;
    if (tried.length === 1) this.texts.push(...tried);
    else for (const text of tried) await this.#keepIfNew(text, tryAgain, news);
    for (const place of news) this.#seen.add(place);
    return this.texts.length - before;
  }

  async #keepIfNew(text: string, tryAgain: (text: string) => Promise<unknown>, news: Set<string>): Promise<void> {
    if (news.size === 0) return;
    await tryAgain(text);
    const own = this.#unseen(this.#reached.take());
    if (!own.some((place) => news.has(place))) return;
    this.texts.push(text);
    for (const place of own) {
      this.#seen.add(place);
      news.delete(place);
    }
  }

  #unseen(places: ReadonlySet<string>): readonly string[] {
    return [...places].filter((place) => !this.#seen.has(place));
  }
}
