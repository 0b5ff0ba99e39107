import { availableParallelism } from "node:os";
import { ModelClient } from "./model-client.ts";
import type { ModelAnswer, ModelLocations, ModelTask } from "./model-messages.ts";

/** A process with both models takes some 300 MB. */
const MOST_PROCESSES = 4;

/** For whoever has many articles to read, and nobody who waits for an answer: one for each processor, at the most. */
export const manyProcesses = (): number => Math.min(availableParallelism(), MOST_PROCESSES);

/**
 * Processes with the same models, which share the work: one, and as long as something is asked while all have something to do, one more, up to
 * the most that there may be. So whoever reads one article starts one.
 */
export class ModelPool {
  readonly #locations: ModelLocations;
  readonly #mostProcesses: number;
  readonly #clients: ModelClient[];
  #growing: Promise<void> | null = null;
  #closed = false;

  private constructor(locations: ModelLocations, mostProcesses: number, first: ModelClient) {
    this.#locations = locations;
    this.#mostProcesses = mostProcesses;
    this.#clients = [first];
  }

  /**
   * Starts the first process and waits until its models are loaded.
   * @throws MODEL_UNAVAILABLE when one can't be loaded.
   */
  static async start(locations: ModelLocations, mostProcesses: number): Promise<ModelPool> {
    return new ModelPool(locations, mostProcesses, await ModelClient.start(locations));
  }

  get dimensions(): number {
    return this.#clients[0]?.dimensions ?? 0;
  }

  get maxTokens(): number {
    return this.#clients[0]?.maxTokens ?? 0;
  }

  /** Whether none of them answers now. */
  get isAway(): boolean {
    return this.#clients.every(({ isAway }) => isAway);
  }

  /** How often a process was started in the place of one that died. */
  get restarts(): number {
    return this.#clients.reduce((sum, { restarts }) => sum + restarts, 0);
  }

  /** Asks the process that has the least to do. @throws MODEL_UNAVAILABLE when the model fails, keeps dying, or was closed. */
  ask(task: ModelTask): Promise<Exclude<ModelAnswer, { readonly type: "failed" }>> {
    const freest = this.#clients.reduce((least, one) => (isFreer(one, least) ? one : least));
    if (freest.waiting > 0 && this.#clients.length < this.#mostProcesses) this.#growing ??= this.#grow();
    return freest.ask(task);
  }

  async close(): Promise<void> {
    this.#closed = true;
    // One that is being started would outlive this otherwise.
    await this.#growing;
    await Promise.all(this.#clients.map((client) => client.close()));
  }

  /** Where one more does not start, as with too little memory, those that run do the work. */
  async #grow(): Promise<void> {
    const client = await ModelClient.start(this.#locations).catch(() => null);
    if (client === null) return;
    this.#clients.push(client);
    if (!this.#closed) this.#growing = null;
  }
}

const isFreer = (one: ModelClient, other: ModelClient): boolean =>
  one.isAway === other.isAway ? one.waiting < other.waiting : other.isAway;
