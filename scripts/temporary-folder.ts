import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder that goes when this process ends, be it by Ctrl-C, once `exitOnSignals` was called. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-bench-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** By default a signal ends a process without its "exit". */
export function exitOnSignals(exitCode: number): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(exitCode));
}
