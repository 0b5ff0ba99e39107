import { hostname } from "node:os";
import { basename } from "node:path";

/** What a process that writes to an index says of itself, for those who wait for it. */
export interface WritingProcess {
  readonly pid: number;
  readonly host: string;
  /** As somebody started it: "npm run index". */
  readonly command: string;
  /** When the process began, in ISO 8601 UTC. */
  readonly since: string;
}

const MS_PER_SECOND = 1_000;

export const thisProcess = (): WritingProcess => ({
  pid: process.pid,
  host: hostname(),
  command: commandOf(process.env.npm_lifecycle_event),
  since: new Date(Date.now() - process.uptime() * MS_PER_SECOND).toISOString(),
});

/** Beginning of a sentence: `npm run index (process 4312 on desk-1, since 2026-03-05T14:03:22.000Z)`. */
export const describeWriter = (writer: WritingProcess | null): string =>
  writer === null
    ? "Another process"
    : `${writer.command} (process ${writer.pid} on ${writer.host}, since ${writer.since})`;

/** @param script The name of npm's script that started this process. */
function commandOf(script: string | undefined): string {
  if (script === undefined) return basename(process.argv[1] ?? process.execPath);
  return script === "start" ? "npm start" : `npm run ${script}`;
}
