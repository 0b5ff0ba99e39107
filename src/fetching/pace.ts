import { setTimeout } from "node:timers/promises";

/** A site that asks for more is asked for no more than this many seconds apart. */
const MAX_DELAY_SECONDS = 60;

/** Keeps requests to one host apart. */
export class Pace {
  readonly #leastSeconds: number;
  readonly #nextAt = new Map<string, number>();

  constructor(leastSeconds: number) {
    this.#leastSeconds = leastSeconds;
  }

  /** Resolves when the host may be asked again. @param seconds What it wishes; @throws the signal's reason */
  async wait({ host }: URL, seconds: number, signal: AbortSignal): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, this.#nextAt.get(host) ?? now);
    const apart = Math.min(Math.max(this.#leastSeconds, seconds), MAX_DELAY_SECONDS) * 1_000;
    this.#nextAt.set(host, at + apart);
    if (at > now) await setTimeout(at - now, undefined, { signal });
  }
}
