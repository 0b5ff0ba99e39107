import { constants, setPriority } from "node:os";

/**
 * Lets whatever else wants a core have it first: for commands that work for long beside a server, whose readers wait for each of its answers.
 * Processes that are started from here on have the same low priority.
 */
export function giveWayToOthers(): void {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
}
