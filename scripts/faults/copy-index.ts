import { cpSync, rmSync } from "node:fs";

/** Puts a copy of an index in another directory, in the place of what is there. */
export function copyIndex(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
}
