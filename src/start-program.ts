import { type ChildProcess, type ForkOptions, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Worker, type WorkerOptions } from "node:worker_threads";

/** Runs a program that is given by its source, compiled. */
const RUN = new URL("../bin/run.js", import.meta.url);

/** From a compiled program others are compiled, too; tests, which import sources, name the source. */
const commandOf = (program: URL): { readonly file: URL; readonly argv: readonly string[] } =>
  program.pathname.endsWith(".js") ? { file: program, argv: [] } : { file: RUN, argv: [fileURLToPath(program)] };

/** Starts a program of ours in a process of its own, with an IPC channel. */
export function forkProgram(program: URL, args: readonly string[], options: ForkOptions): ChildProcess {
  const { file, argv } = commandOf(program);
  return fork(file, [...argv, ...args], { ...options, execArgv: [] });
}

/** Starts a program of ours in a thread of its own. */
export function startThread(program: URL, options: WorkerOptions): Worker {
  const { file, argv } = commandOf(program);
  return new Worker(file, { ...options, argv: [...argv], execArgv: [] });
}
