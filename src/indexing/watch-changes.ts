import { once } from "node:events";
import { type FSWatcher, watch } from "chokidar";

/** Editors save in several steps: a change counts when it has been quiet for so long. */
const QUIET_MS = 300;

/**
 * Watches files and folders (absolute paths) from when it resolves. What it gives yields once for each burst of
 * changes, also those that came before it was asked, until the signal ends it.
 * @param everyMs Yields so often as well, for what tells of no change by itself; null for never
 */
export async function watchChanges(
  paths: readonly string[],
  signal: AbortSignal,
  everyMs: number | null = null,
): Promise<AsyncGenerator<void>> {
  const watcher = watch([...paths], { ignoreInitial: true, awaitWriteFinish: { stabilityThreshold: QUIET_MS } });
  const bell = new Bell();
  watcher.on("all", () => bell.ring());
  const clock = everyMs === null ? undefined : setInterval(() => bell.ring(), everyMs);
  signal.addEventListener("abort", () => {
    clearInterval(clock);
    bell.ring();
  });
  if (paths.length > 0) await once(watcher, "ready");
  return bursts(watcher, bell, signal);
}

async function* bursts(watcher: FSWatcher, bell: Bell, signal: AbortSignal): AsyncGenerator<void> {
  try {
    while (!signal.aborted) {
      await bell.rung();
      if (!signal.aborted) yield;
    }
  } finally {
    await watcher.close();
  }
}

/** Remembers one ring; rings before it is heard are one. */
class Bell {
  #waiting: (() => void) | null = null;
  #isRung = false;

  ring(): void {
    this.#isRung = true;
    this.#waiting?.();
  }

  async rung(): Promise<void> {
    if (!this.#isRung) await new Promise<void>((resolve) => (this.#waiting = resolve));
    this.#isRung = false;
  }
}
