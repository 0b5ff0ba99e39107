import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
const MODEL_PROCESS = "model-process.ts";

/** Resident bytes of the model process that a server forked, as `ps` (POSIX) tells; null where there is no `ps`. */
export async function modelProcessMemory(serverPid: number): Promise<number | null> {
  try {
    const { stdout } = await run("ps", ["-A", "-o", "ppid=,rss=,args="]);
    const line = stdout.split("\n").find((row) => row.includes(MODEL_PROCESS) && parentOf(row) === serverPid);
    return line === undefined ? null : kibibytesOf(line) * 1_024;
  } catch {
    return null;
  }
}

const fields = (row: string): readonly string[] => row.trim().split(/\s+/);
const parentOf = (row: string): number => Number(fields(row)[0]);
const kibibytesOf = (row: string): number => Number(fields(row)[1]);
