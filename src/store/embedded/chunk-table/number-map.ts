const FIRST_SLOTS = 1_024;
/** Fuller than this, looking for a free slot takes long. */
const MOST_FILLED = 0.7;

/**
 * A map from 32-bit numbers to numbers of 0 and up, in two arrays: half of what a `Map` takes, which has an object's worth for each entry.
 * Open addressing, the next free slot in line.
 */
export class NumberMap {
  #keys = new Int32Array(FIRST_SLOTS);
  /** One more than the value; 0 for a free slot. */
  #values = new Int32Array(FIRST_SLOTS);
  #count = 0;

  get(key: number): number | undefined {
    const value = this.#values[this.#slotOf(key)] as number;
    return value === 0 ? undefined : value - 1;
  }

  set(key: number, value: number): void {
    const slot = this.#slotOf(key);
    if (this.#values[slot] === 0) this.#count += 1;
    this.#keys[slot] = key;
    this.#values[slot] = value + 1;
    if (this.#count > MOST_FILLED * this.#keys.length) this.#grow();
  }

  /** The slot that holds the key, or the free one where it goes. */
  #slotOf(key: number): number {
    const last = this.#keys.length - 1;
    let slot = spread(key) & last;
    while (this.#values[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & last;
    return slot;
  }

  #grow(): void {
    const [keys, values] = [this.#keys, this.#values];
    this.#keys = new Int32Array(2 * keys.length);
    this.#values = new Int32Array(2 * values.length);
    for (const [slot, value] of values.entries()) {
      if (value === 0) continue;
      const free = this.#slotOf(keys[slot] as number);
      this.#keys[free] = keys[slot] as number;
      this.#values[free] = value;
    }
  }
}

/** Numbers that differ in few bits go to slots far apart (Knuth's multiplicative hashing). */
const spread = (key: number): number => Math.imul(key, 0x9e3779b1) >>> 7;
