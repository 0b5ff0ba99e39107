import type { ChildProcess } from "node:child_process";
import { reasonOf } from "../errors.ts";
import { ServiceError } from "../model/service-fault.ts";
import { forkProgram } from "../start-program.ts";
import type {
  ModelAnswer,
  ModelLocations,
  ModelMessage,
  ModelRequest,
  ModelState,
  ModelTask,
} from "./model-messages.ts";

const MODEL_PROCESS = new URL("./model-process.ts", import.meta.url);
/** A query takes milliseconds, and waits for one text at most: a process that needs longer hangs, and is ended. */
const URGENT_WITHIN_MS = 10_000;
/** A request that was under way in this many processes that died is taken to be the cause. */
const MAX_ATTEMPTS = 2;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** Much longer than a query takes, on a busy machine too: until this one is answered no other is worth waiting for. */
const LATE_AFTER_MS = 1_000;
const STANDARD_ERROR = 2;

type Ready = Extract<ModelState, { readonly type: "ready" }>;
type Answer = Exclude<ModelAnswer, { readonly type: "failed" }>;

interface Pending {
  readonly request: ModelRequest;
  /** A moment of `performance.now`. */
  readonly askedAt: number;
  attempts: number;
  resolve(answer: Answer): void;
  reject(error: ServiceError): void;
}

/**
 * Asks models that run in a process of their own. (A worker thread won't do: onnxruntime's addon loads in one thread of a
 * process only, docs/design.md.) When the process dies it is started again at once, and the requests that waited are asked again.
 */
export class ModelClient {
  readonly #locations: ModelLocations;
  readonly #pending = new Map<number, Pending>();
  #child: ChildProcess | null = null;
  #restarting: Promise<void> | null = null;
  #ready: Ready = { type: "ready", dimensions: 0, maxTokens: 0 };
  #lastId = 0;
  #restarts = 0;
  #failedStarts = 0;
  /** No process is started before; a moment of `performance.now`. */
  #notBefore = 0;
  #closed = false;

  private constructor(locations: ModelLocations) {
    this.#locations = locations;
  }

  /**
   * Starts the process and waits until its models are loaded.
   * @throws MODEL_UNAVAILABLE when one can't be loaded.
   */
  static async start(locations: ModelLocations): Promise<ModelClient> {
    const client = new ModelClient(locations);
    client.#ready = await client.#fork();
    return client;
  }

  get dimensions(): number {
    return this.#ready.dimensions;
  }

  get maxTokens(): number {
    return this.#ready.maxTokens;
  }

  /** Whether no process runs, or the one that does is late with something that is wanted at once. */
  get isAway(): boolean {
    return this.#child === null || this.#isLate();
  }

  /** How many requests it has not answered yet. */
  get waiting(): number {
    return this.#pending.size;
  }

  /** How often a process was started in the place of one that died. */
  get restarts(): number {
    return this.#restarts;
  }

  /** @throws MODEL_UNAVAILABLE when the model fails, keeps dying, or was closed. */
  ask(task: ModelTask): Promise<Answer> {
    if (this.#closed) return Promise.reject(unavailable("the models' process was closed"));
    if (this.#child === null && performance.now() < this.#notBefore) {
      return Promise.reject(unavailable("its process could not be started, and will be tried again soon"));
    }
    this.#lastId += 1;
    const request: ModelRequest = { ...task, id: this.#lastId };
    return new Promise((resolve, reject) => {
      this.#pending.set(request.id, { request, askedAt: performance.now(), attempts: 1, resolve, reject });
      if (this.#child) this.#send(this.#child, request);
      else void this.#restart();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#rejectAll(unavailable("the models' process was closed"));
    // One that is being started would outlive this otherwise.
    await this.#restarting;
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  }

  #send(child: ChildProcess, request: ModelRequest): void {
    child.send(request);
    if (isUrgent(request)) setTimeout(() => this.#endIfHanging(child, request), URGENT_WITHIN_MS).unref();
  }

  /** What was asked first stands first. */
  #isLate(): boolean {
    for (const { request, askedAt } of this.#pending.values()) {
      if (isUrgent(request)) return performance.now() - askedAt > LATE_AFTER_MS;
    }
    return false;
  }

  /** Its exit, which follows, brings another process and asks again what waits. */
  #endIfHanging(child: ChildProcess, { id }: ModelRequest): void {
    if (this.#child === child && this.#pending.has(id)) child.kill("SIGKILL");
  }

  /** Starts the process, then asks all that waits; fails all that waits when it does not start. */
  #restart(): Promise<void> {
    this.#restarting ??= this.#fork()
      .then(
        () => this.#sendPending(),
        (error: unknown) => this.#giveUpForNow(error instanceof ServiceError ? error : unavailable(reasonOf(error))),
      )
      .finally(() => {
        this.#restarting = null;
      });
    return this.#restarting;
  }

  /** After each start that failed the next one waits twice as long: starting again and again would take all the machine's time. */
  #giveUpForNow(error: ServiceError): void {
    this.#notBefore = performance.now() + Math.min(FIRST_PAUSE_MS * 2 ** this.#failedStarts, LONGEST_PAUSE_MS);
    this.#failedStarts += 1;
    this.#rejectAll(error);
  }

  #sendPending(): void {
    this.#restarts += 1;
    this.#failedStarts = 0;
    for (const { request } of this.#pending.values()) if (this.#child) this.#send(this.#child, request);
  }

  #fork(): Promise<Ready> {
    const child = forkProgram(MODEL_PROCESS, [JSON.stringify(this.#locations)], {
      serialization: "advanced",
      // Standard output may carry a protocol of ours: what a library prints goes to standard error.
      stdio: ["ignore", STANDARD_ERROR, STANDARD_ERROR, "ipc"],
    });
    return new Promise((resolve, reject) => {
      child.on("message", (message: ModelMessage) => {
        if (message.type === "ready") {
          this.#child = child;
          resolve(message);
        } else if (message.type === "unloadable") {
          reject(unavailable(message.reason));
          child.kill();
        } else this.#settle(message);
      });
      child.once("exit", (code, signal) => {
        reject(unavailable(`the models' process ended with ${signal ?? code} while it started`));
        if (this.#child === child) this.#recover(`the models' process ended with ${signal ?? code}`);
      });
      // A message to a process that has just died: its exit, which follows, is what counts.
      child.on("error", () => {});
    });
  }

  #settle(answer: ModelAnswer & { readonly id: number }): void {
    const pending = this.#pending.get(answer.id);
    this.#pending.delete(answer.id);
    if (answer.type === "failed") pending?.reject(unavailable(answer.reason));
    else pending?.resolve(answer);
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
    // At once, though nothing may wait for it now: what is asked next should not wait for the start.
    if (!this.#closed) void this.#restart();
  }

  #rejectAll(error: ServiceError): void {
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }
}

const isUrgent = ({ task }: ModelRequest): boolean => task === "embedQuery" || task === "countTokens";

const unavailable = (reason: string): ServiceError => new ServiceError({ fault: "MODEL_AWAY", reason });
