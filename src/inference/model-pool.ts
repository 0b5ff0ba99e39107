import { availableParallelism } from "node:os";
import { ModelClient } from "./model-client.ts";
import type { ModelAnswer, ModelLocations, ModelTask } from "./model-messages.ts";

/** A process with both models takes some 300 MB. */
const MOST_PROCESSES = 4;

/** For whoever has many articles to read, and nobody who waits for an answer: one for each processor. */
export const manyProcesses = (): number => Math.min(availableParallelism(), MOST_PROCESSES);

/** One or more processes with the same models, which share the work. */
export class ModelPool {
  readonly #clients: readonly ModelClient[];

  private constructor(clients: readonly ModelClient[]) {
    this.#clients = clients;
  }

  /**
   * Starts the processes and waits until their models are loaded.
   * @throws MODEL_UNAVAILABLE when one can't be loaded.
   */
  static async start(locations: ModelLocations, processes: number): Promise<ModelPool> {
    const started = await Promise.allSettled(Array.from({ length: processes }, () => ModelClient.start(locations)));
    const clients = started.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    const failed = started.find((one) => one.status === "rejected");
    const pool = new ModelPool(clients);
    if (failed === undefined) return pool;
    await pool.close();
    throw failed.reason;
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
    return this.#clients.reduce((least, one) => (isFreer(one, least) ? one : least)).ask(task);
  }

  async close(): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.close()));
  }
}

const isFreer = (one: ModelClient, other: ModelClient): boolean =>
  one.isAway === other.isAway ? one.waiting < other.waiting : other.isAway;
