import { type ChildProcess, type ForkOptions, fork } from "node:child_process";
import { Worker, type WorkerOptions } from "node:worker_threads";

/** A program is compiled, as commands are run, or TypeScript, as tests run it, which tsx loads. */
const isCompiled = ({ pathname }: URL): boolean => pathname.endsWith(".js");

/** Starts a program of ours in a process of its own, with an IPC channel. */
export const forkProgram = (program: URL, args: readonly string[], options: ForkOptions): ChildProcess =>
  fork(program, args, { ...options, execArgv: isCompiled(program) ? [] : ["--import", import.meta.resolve("tsx")] });

/** `--import tsx` has no effect on threads (tsx 4.23 on Node 20). */
const LOAD_SOURCE = `
  const { tsx, program } = require("node:worker_threads").workerData;
  import(tsx).then(({ register }) => { register(); return import(program); });
`;

/** Starts a program of ours in a thread of its own. */
export function startThread(program: URL, options: WorkerOptions): Worker {
  if (isCompiled(program)) return new Worker(program, { ...options, execArgv: [] });
  const workerData = { tsx: import.meta.resolve("tsx/esm/api"), program: program.href };
  return new Worker(LOAD_SOURCE, { ...options, execArgv: [], eval: true, workerData });
}
