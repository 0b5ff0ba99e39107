import { setImmediate as nextTurn } from "node:timers/promises";
import type { ModelAnswer, ModelRequest } from "./model-messages.ts";
import { loadSentenceModel, type SentenceModel } from "./sentence-model.ts";

/**
 * The model's own process: `node model-process.ts ROOT NAME`, with an IPC channel. Texts go through the model one by
 * one (a batch of unequal lengths is no faster, docs/performance.md), so that a query waits for one text at most.
 */
async function main(root: string, name: string): Promise<void> {
  // Ctrl-C reaches the whole process group; the parent decides when this process ends.
  process.on("SIGINT", () => {});
  process.on("disconnect", () => process.exit(0));
  try {
    const model = await loadSentenceModel({ root, name });
    const queue = new RequestQueue(model);
    process.on("message", (request: ModelRequest) => queue.add(request));
    send({ type: "ready", dimensions: model.dimensions, maxTokens: model.maxTokens });
  } catch (error) {
    send({ type: "unloadable", reason: reasonOf(error) });
  }
}

/** Answers requests one text at a time: queries and counts first, then what came first. */
class RequestQueue {
  readonly #model: SentenceModel;
  readonly #urgent: ModelRequest[] = [];
  readonly #patient: ModelRequest[] = [];
  #working = false;

  constructor(model: SentenceModel) {
    this.#model = model;
  }

  add(request: ModelRequest): void {
    (request.task === "embed" ? this.#patient : this.#urgent).push(request);
    if (!this.#working) void this.#work();
  }

  async #work(): Promise<void> {
    this.#working = true;
    for (let request = this.#next(); request; request = this.#next()) await this.#answer(request);
    this.#working = false;
  }

  #next(): ModelRequest | undefined {
    return this.#urgent.shift() ?? this.#patient.shift();
  }

  async #answer(request: ModelRequest): Promise<void> {
    try {
      send(request.task === "countTokens" ? this.#counts(request) : await this.#vectors(request));
    } catch (error) {
      send({ type: "failed", id: request.id, reason: reasonOf(error) });
    }
  }

  #counts({ id, texts }: ModelRequest): ModelAnswer {
    return { type: "counts", id, counts: texts.map((text) => this.#model.countTokens(text)) };
  }

  async #vectors({ id, task, texts }: ModelRequest): Promise<ModelAnswer> {
    const vectors: Float32Array[] = [];
    for (const text of texts) {
      if (task === "embed") await this.#letUrgentPass();
      vectors.push(await this.#model.embed(text));
    }
    return { type: "vectors", id, vectors };
  }

  async #letUrgentPass(): Promise<void> {
    await nextTurn();
    for (let request = this.#urgent.shift(); request; request = this.#urgent.shift()) await this.#answer(request);
  }
}

function send(answer: ModelAnswer): void {
  process.send?.(answer);
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const [root = "", name = ""] = process.argv.slice(2);
await main(root, name);
