import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { endWithParent, stop } from "../bench/child-process.ts";

/** The real server, as `npm start` runs it, over an index; on Linux what memory it takes. */
export interface ServedIndex {
  /** Of GraphQL. */
  readonly url: string;
  readonly pid: number;
  /** Resident megabytes of the server's process; null where the system does not tell. */
  memoryMb(): number | null;
}

/** The server, in TypeScript. */
export const MAIN = "src/main.ts";

/** Starts a server over the index of a folder, and ends it when `work` is done. @param program What Node is started with. */
export async function withServedIndex<T>(
  directory: string,
  work: (served: ServedIndex) => Promise<T>,
  program: readonly string[] = ["bin/run.js", MAIN],
): Promise<T> {
  const env = { VERBATIM_LOG_LEVEL: "error", ...process.env, VERBATIM_DATA_DIR: directory, VERBATIM_PORT: "0" };
  const child = endWithParent(spawn(process.execPath, [...program], { env, stdio: ["ignore", "pipe", "inherit"] }));
  try {
    return await work({ url: await addressOf(child), pid: child.pid ?? 0, memoryMb: () => memoryMbOf(child.pid) });
  } finally {
    await stop(child, "SIGTERM");
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = "";
  for await (const part of child.stdout ?? []) {
    said += String(part);
    const [, url] = said.match(/answers at (\S+)/) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error(`The server ended before it answered. ${said}`);
}

function memoryMbOf(pid: number | undefined): number | null {
  try {
    const [, kibibytes] = readFileSync(`/proc/${pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/) ?? [];
    return kibibytes === undefined ? null : Math.round(Number(kibibytes) / 1_024);
  } catch {
    return null;
  }
}
