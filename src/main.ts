import { pino } from "pino";
import type { RunningServer } from "./app.ts";
import { describeSettings, readConfig } from "./config.ts";
import { VerbatimError } from "./errors.ts";

const HELP = `Usage: npm start

Serves the index at http://127.0.0.1:4000/graphql. Where there is no index yet, indexes samples/ first.

${describeSettings()}`;

/** The server process. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const logger = pino({ level: config.logLevel }, pino.destination({ dest: process.stderr.fd, sync: true }));
  // Loaded only now, so that help and a wrong setting are told at once.
  const { startServer } = await import("./app.ts");
  const server = await startServer(config, logger);
  process.stdout.write(`Verbatim answers at ${server.url}/graphql (Ctrl-C ends)\n`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stop(server));
}

/** What supervisors give a process from the signal on is ten seconds; then they kill it. */
const STOP_WITHIN_MS = 9_500;

let isStopping = false;

/** Finishes what is under way; a second signal, or the time, ends it at once. */
function stop(server: RunningServer): void {
  if (isStopping) process.exit(1);
  isStopping = true;
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
  void server.close().then(() => process.exit(0));
}

function explain(error: unknown): void {
  if (error instanceof VerbatimError) process.stderr.write(`${error.message}\n`);
  else console.error(error);
  process.exit(1);
}

if (process.argv.includes("--help")) process.stdout.write(`${HELP}\n`);
else await main().catch(explain);
