import type { FeatureValue } from "./rank-candidates.ts";

/** Numbers the names of features in the order in which they come. */
export class FeatureNumbers {
  readonly #numbers = new Map<string, number>();

  get names(): readonly string[] {
    return [...this.#numbers.keys()];
  }

  of(features: readonly (readonly [name: string, value: number])[]): readonly FeatureValue[] {
    return features.map(([name, value]) => [this.#numberOf(name), value]);
  }

  #numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}
