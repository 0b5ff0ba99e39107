import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { endWithParent } from "../bench/child-process.ts";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));

export interface RunCommand {
  /** A script of the project, such as `scripts/index-articles.ts`. */
  readonly script: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** A script that works on the index in a directory. */
export const commandOn = (script: string, directory: string, args: readonly string[]): RunCommand => ({
  script: `scripts/${script}.ts`,
  args,
  env: { VERBATIM_DATA_DIR: directory },
});

export interface Ended {
  /** Null for a process that was killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
  /** The same from when it said that it is ready; all of it where it does not say so. */
  readonly readyMs: number;
}

/** What a command says on a line of its own before it begins with what it is killed for. */
export const READY = "ready";

/** When a command is killed (-9): so many milliseconds from its start, or from when it is ready. */
export interface KillMoment {
  readonly afterMs: number;
  readonly from: "START" | "READY";
}

/** Runs a command, and kills it at a moment; null lets it end by itself. */
export async function runKilled({ script, args, env }: RunCommand, moment: KillMoment | null): Promise<Ended> {
  const startedAt = performance.now();
  let readyAt = startedAt;
  const child = spawn(process.execPath, ["bin/run.js", script, ...args], {
    cwd: PROJECT,
    env: { ...process.env, ...env, VERBATIM_TAGGER: "off" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  endWithParent(child);
  const said = { stdout: "", stderr: "" };
  const alarm = new AbortController();
  const killAtMoment = () => {
    if (moment === null) return;
    void sleep(moment.afterMs, undefined, { signal: alarm.signal }).then(
      () => child.kill("SIGKILL"),
      () => {},
    );
  };
  child.stdout.on("data", (part: Buffer) => {
    const isReady = said.stdout === "" && String(part).startsWith(READY);
    if (isReady) readyAt = performance.now();
    if (isReady && moment?.from === "READY") killAtMoment();
    said.stdout += part;
  });
  child.stderr.on("data", (part: Buffer) => (said.stderr += part));
  const ended = once(child, "close");
  if (moment?.from === "START") killAtMoment();
  await ended;
  alarm.abort();
  const endedAt = performance.now();
  return { code: child.exitCode, ...said, ms: endedAt - startedAt, readyMs: endedAt - readyAt };
}

/** @throws Error where the command fails. */
export async function succeed(run: RunCommand): Promise<Ended> {
  const ended = await runKilled(run, null);
  if (ended.code !== 0) throw new Error(`${run.script} ended with ${ended.code}: ${ended.stderr}`);
  return ended;
}
