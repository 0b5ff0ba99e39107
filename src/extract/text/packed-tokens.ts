import type { Token } from "./token.ts";

/** Tokens, and for each whether its sentence is written in the way of a headline. */
export interface ReadTokens {
  readonly tokens: readonly Token[];
  readonly inHeadline: readonly boolean[];
}

/** Where a block's tokens lie: the first, and one past the last. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/** Numbers that are kept of each token. */
const FIELDS = 6;
const FIRST_CAPACITY = 1_024 * FIELDS;

/**
 * Tokens as six numbers each in one array, with every spelling and tag kept once: 24 bytes a token, where objects take
 * some 150. What is read equals what was added.
 */
export class PackedTokens {
  #numbers = new Int32Array(FIRST_CAPACITY);
  #count = 0;
  readonly #strings: string[] = [];
  readonly #numberOf = new Map<string, number>();

  add({ tokens, inHeadline }: ReadTokens): TokenRange {
    const from = this.#count;
    tokens.forEach((token, i) => {
      this.#put(token, inHeadline[i] === true);
    });
    return { from, to: this.#count };
  }

  read({ from, to }: TokenRange): ReadTokens {
    const tokens: Token[] = [];
    const inHeadline: boolean[] = [];
    for (let at = from * FIELDS; at < to * FIELDS; at += FIELDS) {
      tokens.push(this.#tokenAt(at));
      inHeadline.push(this.#numbers[at + 5] === 1);
    }
    return { tokens, inHeadline };
  }

  #put({ start, end, word, lower, tag }: Token, inHeadline: boolean): void {
    const at = this.#count * FIELDS;
    if (at === this.#numbers.length) this.#grow();
    const numbers = this.#numbers;
    numbers[at] = start;
    numbers[at + 1] = end;
    numbers[at + 2] = this.#numberFor(word);
    numbers[at + 3] = this.#numberFor(lower);
    numbers[at + 4] = this.#numberFor(tag);
    numbers[at + 5] = inHeadline ? 1 : 0;
    this.#count += 1;
  }

  #tokenAt(at: number): Token {
    return {
      start: this.#numbers[at] as number,
      end: this.#numbers[at + 1] as number,
      word: this.#stringAt(at + 2),
      lower: this.#stringAt(at + 3),
      tag: this.#stringAt(at + 4),
    };
  }

  #stringAt(at: number): string {
    return this.#strings[this.#numbers[at] as number] as string;
  }

  #numberFor(string: string): number {
    const known = this.#numberOf.get(string);
    if (known !== undefined) return known;
    this.#numberOf.set(string, this.#strings.length);
    return this.#strings.push(string) - 1;
  }

  #grow(): void {
    const larger = new Int32Array(this.#numbers.length * 2);
    larger.set(this.#numbers);
    this.#numbers = larger;
  }
}
