import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { LRUCache } from "lru-cache";
import { VerbatimError } from "../errors.ts";
import type { Embedder } from "./embedder.ts";
import type { ModelLocation } from "./model-location.ts";
import type { ModelAnswer, ModelRequest } from "./model-messages.ts";

const MODEL_PROCESS = fileURLToPath(new URL("./model-process.ts", import.meta.url));
/** 1,000 queries of 384 dimensions are 1.5 MB. */
const CACHED_QUERIES = 1_000;
/** A query takes milliseconds, and waits for one text at most: a process that needs longer hangs, and is ended. */
const URGENT_WITHIN_MS = 10_000;
/** A request that was under way in this many processes that died is taken to be the cause. */
const MAX_ATTEMPTS = 2;
const STANDARD_ERROR = 2;

type Task = ModelRequest["task"];
type Outcome = Extract<ModelAnswer, { readonly id: number }>;
type Ready = Extract<ModelAnswer, { readonly type: "ready" }>;

interface Pending {
  readonly request: ModelRequest;
  attempts: number;
  resolve(outcome: Outcome): void;
  reject(error: VerbatimError): void;
}

/**
 * Starts a model in a process of its own and waits until it is loaded. (A worker thread won't do: onnxruntime's addon
 * loads in one thread of a process only, docs/design.md.) When the process dies it is started again and the requests
 * that waited are asked again.
 * @throws MODEL_UNAVAILABLE when the model can't be loaded.
 */
export async function forkEmbedder(location: ModelLocation): Promise<Embedder> {
  const embedder = new ProcessEmbedder(location);
  await embedder.start();
  return embedder;
}

class ProcessEmbedder implements Embedder {
  readonly #location: ModelLocation;
  readonly #pending = new Map<number, Pending>();
  readonly #queries = new LRUCache<string, Promise<Float32Array>>({ max: CACHED_QUERIES });
  #child: ChildProcess | null = null;
  #restarting: Promise<void> | null = null;
  #shape: Ready | null = null;
  #lastId = 0;
  #closed = false;

  constructor(location: ModelLocation) {
    this.#location = location;
  }

  get model(): string {
    return this.#location.name;
  }

  get dimensions(): number {
    return this.#shape?.dimensions ?? 0;
  }

  get maxTokens(): number {
    return this.#shape?.maxTokens ?? 0;
  }

  async start(): Promise<void> {
    this.#shape = await this.#fork();
  }

  async embed(texts: readonly string[]): Promise<readonly Float32Array[]> {
    if (texts.length === 0) return [];
    return vectorsOf(await this.#ask("embed", texts));
  }

  embedQuery(query: string): Promise<Float32Array> {
    const cached = this.#queries.get(query);
    if (cached) return cached;
    const vector = this.#ask("embedQuery", [query]).then((outcome) => vectorsOf(outcome)[0] as Float32Array);
    this.#queries.set(query, vector);
    vector.catch(() => this.#queries.delete(query));
    return vector;
  }

  async countTokens(texts: readonly string[]): Promise<readonly number[]> {
    if (texts.length === 0) return [];
    const outcome = await this.#ask("countTokens", texts);
    return outcome.type === "counts" ? outcome.counts : [];
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#rejectAll("the model's process was closed");
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  }

  #ask(task: Task, texts: readonly string[]): Promise<Outcome> {
    if (this.#closed) return Promise.reject(unavailable("the model's process was closed"));
    this.#lastId += 1;
    const request: ModelRequest = { id: this.#lastId, task, texts };
    return new Promise((resolve, reject) => {
      this.#pending.set(request.id, { request, attempts: 1, resolve, reject });
      if (this.#child) this.#send(this.#child, request);
      else void this.#restart();
    });
  }

  #send(child: ChildProcess, request: ModelRequest): void {
    child.send(request);
    if (request.task !== "embed") setTimeout(() => this.#endIfHanging(child, request), URGENT_WITHIN_MS).unref();
  }

  /** Its exit, which follows, brings another process and asks again what waits. */
  #endIfHanging(child: ChildProcess, { id }: ModelRequest): void {
    if (this.#child === child && this.#pending.has(id)) child.kill("SIGKILL");
  }

  /** Starts the process, then asks all that waits; fails all that waits when it does not start. */
  #restart(): Promise<void> {
    this.#restarting ??= this.start()
      .then(
        () => this.#sendPending(),
        (error: unknown) => this.#rejectAll(error instanceof Error ? error.message : String(error)),
      )
      .finally(() => {
        this.#restarting = null;
      });
    return this.#restarting;
  }

  #sendPending(): void {
    for (const { request } of this.#pending.values()) if (this.#child) this.#send(this.#child, request);
  }

  #fork(): Promise<Ready> {
    const { root, name } = this.#location;
    const child = fork(MODEL_PROCESS, [root, name], {
      serialization: "advanced",
      // Standard output may carry a protocol of ours: what a library prints goes to standard error.
      stdio: ["ignore", STANDARD_ERROR, STANDARD_ERROR, "ipc"],
      execArgv: ["--import", import.meta.resolve("tsx")],
    });
    return new Promise((resolve, reject) => {
      child.on("message", (answer: ModelAnswer) => {
        if (answer.type === "ready") {
          this.#child = child;
          resolve(answer);
        } else if (answer.type === "unloadable") {
          reject(unavailable(answer.reason));
          child.kill();
        } else this.#settle(answer);
      });
      child.once("exit", (code, signal) => {
        reject(unavailable(`the model's process ended with ${signal ?? code} while it started`));
        if (this.#child === child) this.#recover(`the model's process ended with ${signal ?? code}`);
      });
      // A message to a process that has just died: its exit, which follows, is what counts.
      child.on("error", () => {});
    });
  }

  #settle(outcome: Outcome): void {
    const pending = this.#pending.get(outcome.id);
    this.#pending.delete(outcome.id);
    if (outcome.type === "failed") pending?.reject(unavailable(outcome.reason));
    else pending?.resolve(outcome);
  }

  /** After the process died: asks again what was under way, unless that seems to be what kills it. */
  #recover(reason: string): void {
    this.#child = null;
    for (const [id, pending] of this.#pending) {
      pending.attempts += 1;
      if (pending.attempts <= MAX_ATTEMPTS) continue;
      this.#pending.delete(id);
      pending.reject(unavailable(reason));
    }
    if (this.#pending.size > 0) void this.#restart();
  }

  #rejectAll(reason: string): void {
    for (const { reject } of this.#pending.values()) reject(unavailable(reason));
    this.#pending.clear();
  }
}

const vectorsOf = (outcome: Outcome): readonly Float32Array[] => (outcome.type === "vectors" ? outcome.vectors : []);

const unavailable = (reason: string): VerbatimError =>
  new VerbatimError(
    "MODEL_UNAVAILABLE",
    `The embedding model does not answer: ${reason}. Try again, or see VERBATIM_MODEL.`,
  );
