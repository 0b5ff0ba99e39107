import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Given {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Where the user stands. */
  readonly from?: string;
  readonly input?: string | Uint8Array;
}

/** A process that a test starts, killed when the test ends. */
class RunningProcess {
  readonly #process: ChildProcessByStdio<Writable, Readable, Readable>;
  #stdout = "";
  #stderr = "";

  constructor(program: readonly string[], { args = [], env = {}, from = PROJECT, input }: Given) {
    this.#process = spawn(process.execPath, [...program, ...args], {
      cwd: PROJECT,
      env: { ...process.env, INIT_CWD: from, VERBATIM_PORT: "0", ...env },
      stdio: ["pipe", "pipe", "pipe"],
    });
    this.#process.stdout.on("data", (chunk: Buffer) => (this.#stdout += chunk));
    this.#process.stderr.on("data", (chunk: Buffer) => (this.#stderr += chunk));
    if (input !== undefined) this.#process.stdin.end(input);
    onTestFinished(() => void this.#process.kill("SIGKILL"));
  }

  write(input: string): void {
    this.#process.stdin.write(input);
  }

  /** Ends standard input. */
  end(): void {
    this.#process.stdin.end();
  }

  signal(name: NodeJS.Signals): void {
    this.#process.kill(name);
  }

  /** Resolves with the match once the output so far, standard error after standard output, has it. */
  async says(pattern: RegExp): Promise<RegExpMatchArray> {
    for (;;) {
      const match = `${this.#stdout}\n${this.#stderr}`.match(pattern);
      if (match) return match;
      if (this.#process.exitCode !== null)
        throw new Error(`ended without saying ${pattern}: ${this.#stdout}${this.#stderr}`);
      await Promise.race([
        once(this.#process.stdout, "data"),
        once(this.#process.stderr, "data"),
        once(this.#process, "close"),
      ]);
    }
  }

  async finished(): Promise<Finished> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) await once(this.#process, "close");
    return { code: this.#process.exitCode, stdout: this.#stdout, stderr: this.#stderr };
  }
}

/** A command of the project, as npm runs it. */
export class RunningCommand extends RunningProcess {
  constructor(script: string, given: Given = {}) {
    super(["bin/run.js", script], given);
  }
}

export const runCommand = (script: string, given?: Given): Promise<Finished> =>
  new RunningCommand(script, given).finished();

/** What is no part of the project's programs: an example, or a program of the tests. */
export const runSource = (script: string, given: Given = {}): Promise<Finished> =>
  new RunningProcess(["--import", "tsx", script], given).finished();
