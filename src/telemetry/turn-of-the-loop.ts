import { setImmediate as nextTurn } from "node:timers/promises";

let last: Promise<void> = Promise.resolve();

/**
 * Waits for a turn of the event loop that nobody else has. A call of the embedded store takes this thread for some hundredths of a second at most;
 * calls without a turn between them take it for all of theirs, and whoever is only to hear that there is no room waits for them.
 */
export function turnOfTheLoop(): Promise<void> {
  last = last.then(() => nextTurn());
  return last;
}
