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

export interface Ended {
  /** Null for a process that was killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
}

/** Runs a command, and kills it (-9) after so many milliseconds; null lets it end by itself. */
export async function runKilled({ script, args, env }: RunCommand, afterMs: number | null): Promise<Ended> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ["--import", "tsx", script, ...args], {
    cwd: PROJECT,
    env: { ...process.env, ...env, VERBATIM_TAGGER: "off" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  endWithParent(child);
  const said = { stdout: "", stderr: "" };
  child.stdout.on("data", (part: Buffer) => (said.stdout += part));
  child.stderr.on("data", (part: Buffer) => (said.stderr += part));
  const ended = once(child, "close");
  const alarm = new AbortController();
  if (afterMs !== null) {
    void sleep(afterMs, undefined, { signal: alarm.signal }).then(
      () => child.kill("SIGKILL"),
      () => {},
    );
  }
  await ended;
  alarm.abort();
  return { code: child.exitCode, ...said, ms: performance.now() - startedAt };
}

/** @throws Error where the command fails. */
export async function succeed(run: RunCommand): Promise<Ended> {
  const ended = await runKilled(run, null);
  if (ended.code !== 0) throw new Error(`${run.script} ended with ${ended.code}: ${ended.stderr}`);
  return ended;
}
