import { setImmediate as nextTurn } from "node:timers/promises";
import { reasonOf } from "../errors.ts";
import type { ArticleTags } from "../model/article-tags.ts";
import type { ModelLocation } from "./model-location.ts";
import type { ModelAnswer, ModelLocations, ModelMessage, ModelRequest } from "./model-messages.ts";
import { loadSentenceModel, type SentenceModel } from "./sentence-model.ts";
import { packWindows } from "./tagging/pack-windows.ts";
import { readWindow } from "./tagging/read-window.ts";
import { loadTaggingModel, type TaggingModel } from "./tagging/tagging-model.ts";

/** The models of this process; one that was not asked for is null. A server that never indexes never loads the tagger. */
interface Models {
  readonly sentences: SentenceModel | null;
  readonly tagger: ModelLocation | null;
}

/**
 * The models' own process: `node model-process.ts LOCATIONS`, with an IPC channel; LOCATIONS is JSON. Texts go through the
 * model one by one (a batch of unequal lengths is no faster, docs/performance.md), so that a query waits for one text
 * at most.
 */
async function main(locations: ModelLocations): Promise<void> {
  // Ctrl-C reaches the whole process group; the parent decides when this process ends.
  process.on("SIGINT", () => {});
  process.on("disconnect", () => process.exit(0));
  try {
    const sentences = locations.embedder && (await loadSentenceModel(locations.embedder));
    const queue = new RequestQueue({ sentences, tagger: locations.tagger });
    process.on("message", (request: ModelRequest) => queue.add(request));
    send({ type: "ready", dimensions: sentences?.dimensions ?? 0, maxTokens: sentences?.maxTokens ?? 0 });
  } catch (error) {
    send({ type: "unloadable", reason: reasonOf(error) });
  }
}

/** Answers requests one text at a time: queries and counts first, then what came first. */
class RequestQueue {
  readonly #models: Models;
  readonly #urgent: ModelRequest[] = [];
  readonly #patient: ModelRequest[] = [];
  #working = false;
  #tagging: Promise<TaggingModel> | null = null;

  constructor(models: Models) {
    this.#models = models;
  }

  add(request: ModelRequest): void {
    const isPatient = request.task === "embed" || request.task === "tag";
    (isPatient ? this.#patient : this.#urgent).push(request);
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
      send({ id: request.id, ...(await this.#answerTo(request)) });
    } catch (error) {
      send({ type: "failed", id: request.id, reason: reasonOf(error) });
    }
  }

  async #answerTo(request: ModelRequest): Promise<ModelAnswer> {
    if (request.task === "tag") return { type: "tags", tags: await this.#tags(request) };
    const model = loaded(this.#models.sentences);
    if (request.task === "countTokens") {
      return { type: "counts", counts: request.texts.map((text) => model.countTokens(text)) };
    }
    const vectors: Float32Array[] = [];
    for (const text of request.texts) {
      if (request.task === "embed") await this.#letUrgentPass();
      vectors.push(await model.embed(text));
    }
    return { type: "vectors", vectors };
  }

  async #tags({ text, blocks }: Extract<ModelRequest, { readonly task: "tag" }>): Promise<ArticleTags> {
    this.#tagging ??= loadTaggingModel(loaded(this.#models.tagger));
    const model = await this.#tagging;
    const parts: ArticleTags[] = [];
    for (const window of packWindows(text, blocks, model.pieces)) {
      await this.#letUrgentPass();
      parts.push(readWindow(window, await model.run(window)));
    }
    return { statements: parts.flatMap(({ statements }) => statements), names: parts.flatMap(({ names }) => names) };
  }

  async #letUrgentPass(): Promise<void> {
    await nextTurn();
    for (let request = this.#urgent.shift(); request; request = this.#urgent.shift()) await this.#answer(request);
  }
}

function loaded<T>(model: T | null): T {
  if (model === null) throw new Error("this process was not asked to load that model");
  return model;
}

function send(message: ModelMessage): void {
  process.send?.(message);
}

await main(JSON.parse(process.argv[2] ?? "") as ModelLocations);
