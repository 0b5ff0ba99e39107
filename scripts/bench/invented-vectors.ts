import { SeededRandom } from "./seeded-random.ts";

/** How much of the difference of two real vectors a copy gets: its cosine with the copied one is about .85. */
const NOISE_WEIGHT = 0.5;

/**
 * As many unit vectors as are wanted from some thousand real ones: these first, then copies of them with noise. The
 * noise is the difference of two other real vectors, so that it has the directions that real ones differ in: noise
 * alike in all directions makes clouds in which a graph finds its way far worse than among real vectors.
 */
export class InventedVectors {
  readonly #real: readonly Float32Array[];

  constructor(real: readonly Float32Array[]) {
    this.#real = real;
  }

  /** The same one for the same number, whatever was asked before. */
  at(number: number): Float32Array {
    const real = this.#real[number % this.#real.length] as Float32Array;
    return number < this.#real.length ? real : this.#noisyCopy(real, new SeededRandom(number));
  }

  #noisyCopy(vector: Float32Array, random: SeededRandom): Float32Array {
    const [plus, minus] = [random.oneOf(this.#real), random.oneOf(this.#real)];
    const noisy = vector.map((x, i) => x + NOISE_WEIGHT * ((plus[i] ?? 0) - (minus[i] ?? 0)));
    const length = Math.hypot(...noisy);
    return noisy.map((x) => x / length);
  }
}
