import { setTimeout as sleep } from "node:timers/promises";
import { hasCode } from "../errors.ts";

/** How often to try, and when to give up. */
interface Trying {
  readonly everyMs: number;
  readonly isOver: () => boolean;
}

/** Does what needs the right to write, again and again while the index is busy, as while another writer has the right. @throws INDEX_BUSY where it is over before. */
export async function whenFree<T>(write: () => Promise<T>, { everyMs, isOver }: Trying): Promise<T> {
  for (;;) {
    try {
      return await write();
    } catch (error) {
      if (!hasCode(error, "INDEX_BUSY") || isOver()) throw error;
    }
    await sleep(everyMs);
  }
}
