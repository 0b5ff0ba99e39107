import { SeededRandom } from "./seeded-random.ts";

/** Length of the noise beside the unit vector it is added to: the copy's cosine with it is about .86. */
const NOISE_LENGTH = 0.6;

/**
 * As many unit vectors as are wanted from some thousand real ones: these first, then copies of them with noise, so that
 * they lie in the space as real ones do without a model run for each.
 */
export class InventedVectors {
  readonly #real: readonly Float32Array[];

  constructor(real: readonly Float32Array[]) {
    this.#real = real;
  }

  /** The same one for the same number, whatever was asked before. */
  at(number: number): Float32Array {
    const real = this.#real[number % this.#real.length] as Float32Array;
    return number < this.#real.length ? real : noisyCopy(real, new SeededRandom(number));
  }
}

function noisyCopy(vector: Float32Array, random: SeededRandom): Float32Array {
  const scale = NOISE_LENGTH / Math.sqrt(vector.length);
  const noisy = vector.map((x) => x + scale * random.normal());
  const length = Math.hypot(...noisy);
  return noisy.map((x) => x / length);
}
