import { once } from "node:events";
import { setInterval } from "node:timers";
import type { Worker } from "node:worker_threads";
import { startThread } from "../../start-program.ts";
import type { PdfText } from "./pdf-text.ts";
import type { PdfRequest } from "./pdf-worker.ts";

export interface WorkLimits {
  readonly seconds: number;
  /** Beyond what the process had before. */
  readonly megabytes: number;
}

/** A manual of 100 pages takes a second and 100 MB; objects that call each other can take for ever. */
const LIMITS: WorkLimits = { seconds: 30, megabytes: 500 };

const CHECK_INTERVAL_MS = 50;

/** What came of a PDF that was given too much time or memory. */
export type PdfOutcome = PdfText | { readonly refused: "TOO_MUCH_WORK" };

const PDF_WORKER = new URL("./pdf-worker.ts", import.meta.url);

let idle: Worker | null = null;

/** Reads a PDF in a worker that is ended where it takes too long or too much: a small file can ask for any amount. */
export async function readInWorker(request: PdfRequest, limits: WorkLimits = LIMITS): Promise<PdfOutcome> {
  const worker = idle ?? startWorker();
  idle = null;
  const guard = new AbortController();
  const ends = watch(guard, limits);
  try {
    worker.postMessage(request);
    const [outcome] = await Promise.race([
      once(worker, "message", { signal: guard.signal }),
      ended(worker, guard.signal),
    ]);
    if (idle === null) idle = worker;
    else void worker.terminate();
    return outcome as PdfText;
  } catch {
    await worker.terminate();
    return { refused: "TOO_MUCH_WORK" };
  } finally {
    clearInterval(ends);
    // Takes the listeners off the worker, which reads the next PDF too.
    guard.abort();
  }
}

function startWorker(): Worker {
  const worker = startThread(PDF_WORKER, { resourceLimits: { maxOldGenerationSizeMb: LIMITS.megabytes } });
  worker.unref();
  // The reader is told by `ended`; without a listener an error would end the process.
  worker.on("error", () => {});
  return worker;
}

async function ended(worker: Worker, signal: AbortSignal): Promise<never> {
  await once(worker, "exit", { signal });
  throw new Error("The worker ended before it answered.");
}

/** Aborts when there was too much of either. */
function watch(guard: AbortController, limits: WorkLimits): NodeJS.Timeout {
  const before = process.memoryUsage.rss();
  const startedAt = performance.now();
  return setInterval(() => {
    const megabytes = (process.memoryUsage.rss() - before) / 1_000_000;
    if (megabytes > limits.megabytes || performance.now() - startedAt > limits.seconds * 1_000) guard.abort();
  }, CHECK_INTERVAL_MS);
}
