import { setMaxListeners } from "node:events";
import { turnOfTheLoop } from "./turn-of-the-loop.ts";

/** What watches the work of one request. */
export interface Watch {
  /** Aborted when the work is not wanted any more. */
  readonly signal: AbortSignal;
  /** Milliseconds that each stage took so far. */
  readonly stagesMs: Map<string, number>;
  /** Hears of each call when it is over; its moments are of `performance.now`. */
  readonly onStage?: ((stage: string, startedAt: number, endedAt: number) => void) | null;
}

/** Which stage a method's time counts for; a method without one is not watched. */
export type StageOfMethod<T> = (method: keyof T) => string | null;

/**
 * The same object, whose methods (all of which give promises) are not begun when the watch's signal is aborted, are not
 * waited for once it is, and whose times are noted. Each begins in a turn of the event loop of its own.
 */
export function watchCalls<T extends object>(target: T, stageOf: StageOfMethod<T>, watch: Watch): T {
  // Every call under way listens; Node takes more than ten listeners for a leak.
  setMaxListeners(0, watch.signal);
  return new Proxy(target, {
    get(object, name) {
      const value: unknown = Reflect.get(object, name, object);
      if (typeof value !== "function") return value;
      const call = value.bind(object) as (...given: readonly unknown[]) => Promise<unknown>;
      const stage = stageOf(name as keyof T);
      return stage === null ? call : (...given: readonly unknown[]) => timed(stage, watch, () => call(...given));
    },
  });
}

async function timed<T>(stage: string, watch: Watch, work: () => Promise<T>): Promise<T> {
  const { signal, stagesMs } = watch;
  await turnOfTheLoop();
  signal.throwIfAborted();
  const startedAt = performance.now();
  try {
    return await unlessAborted(signal, work());
  } finally {
    const endedAt = performance.now();
    stagesMs.set(stage, (stagesMs.get(stage) ?? 0) + endedAt - startedAt);
    watch.onStage?.(stage, startedAt, endedAt);
  }
}

function unlessAborted<T>(signal: AbortSignal, result: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    result.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
