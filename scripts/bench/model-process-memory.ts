import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
const MODEL_PROCESS = "model-process.";

/** Resident bytes of the model process that a server forked, as `ps` (POSIX) tells; null where there is no `ps`. */
export async function modelProcessMemory(serverPid: number): Promise<number | null> {
  const [kibibytes] = await modelProcessFields(serverPid, "rss");
  return kibibytes === undefined ? null : kibibytes * 1_024;
}

/** The ids of the model processes that a process forked. */
export const modelProcessIds = (serverPid: number): Promise<readonly number[]> => modelProcessFields(serverPid, "pid");

async function modelProcessFields(serverPid: number, field: "rss" | "pid"): Promise<readonly number[]> {
  try {
    const { stdout } = await run("ps", ["-A", "-o", `ppid=,${field}=,args=`]);
    const rows = stdout.split("\n").map((row) => row.trim().split(/\s+/));
    return rows
      .filter(([parent, , ...args]) => Number(parent) === serverPid && args.join(" ").includes(MODEL_PROCESS))
      .map(([, value]) => Number(value));
  } catch {
    return [];
  }
}
