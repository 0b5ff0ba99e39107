import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Config } from "../../src/config.ts";
import { askSearch } from "./ask-graphql.ts";
import { endWithParent, stop } from "./child-process.ts";

const QUESTION = "what was said about NATO meetings";

/** Milliseconds from the start of the process to the first answer over HTTP. */
export interface StartFigures {
  /** With no index: the samples are indexed first. */
  readonly withoutIndexMs: number;
  readonly withIndexMs: number;
}

/** Starts the server as `npm start` does, in a fresh folder, and once again with the index that the first one made. */
export async function measureStart(
  { projectDirectory }: Config,
  folder: string,
  say: (line: string) => void,
): Promise<StartFigures> {
  say("Start: a server without an index, then one with it");
  const dataDirectory = join(folder, "start");
  const withoutIndexMs = await firstAnswerMs(projectDirectory, dataDirectory);
  const withIndexMs = await firstAnswerMs(projectDirectory, dataDirectory);
  return { withoutIndexMs, withIndexMs };
}

async function firstAnswerMs(projectDirectory: string, dataDirectory: string): Promise<number> {
  const startedAt = performance.now();
  const server = endWithParent(
    spawn(process.execPath, ["bin/run.js", "src/main.ts"], {
      cwd: projectDirectory,
      env: { ...process.env, VERBATIM_DATA_DIR: dataDirectory, VERBATIM_PORT: "0", VERBATIM_LOG_LEVEL: "error" },
      stdio: ["ignore", "pipe", "inherit"],
    }),
  );
  const url = await Promise.race([printedAddress(server.stdout), failure(server)]);
  await askSearch(url, QUESTION);
  const elapsedMs = performance.now() - startedAt;
  await stop(server, "SIGTERM");
  return elapsedMs;
}

async function printedAddress(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const [url] = /http:\S+\/graphql/.exec(line) ?? [];
    if (url) return url;
  }
  throw new Error("The server ended without an address.");
}

async function failure(server: ReturnType<typeof spawn>): Promise<never> {
  const [code] = await once(server, "exit");
  throw new Error(`The server ended with ${code} before it answered.`);
}
