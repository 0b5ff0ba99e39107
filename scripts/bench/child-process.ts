import type { ChildProcess } from "node:child_process";
import { once } from "node:events";

/** The same child; it ends with this process, before the temporary folders go. */
export function endWithParent<T extends ChildProcess>(child: T): T {
  const kill = () => void child.kill("SIGKILL");
  process.prependOnceListener("exit", kill);
  child.once("exit", () => process.off("exit", kill));
  return child;
}

/** The child's next message; fails when it ends instead. The shape is the caller's word for what the child sends. */
export async function nextMessage<T>(child: ChildProcess): Promise<T> {
  const settled = new AbortController();
  const { signal } = settled;
  try {
    return await Promise.race([
      once(child, "message", { signal }).then(([message]) => message as T),
      once(child, "exit", { signal }).then(([code]) => {
        throw new Error(`A process of the bench ended with ${code}.`);
      }),
    ]);
  } finally {
    settled.abort();
  }
}

export async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = once(child, "exit");
  child.kill(signal);
  await gone;
}
