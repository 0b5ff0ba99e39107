import { pino } from "pino";
import { serveMcpOverStdio } from "../src/app.ts";
import { readConfig } from "../src/config.ts";
import { failWith } from "./command-line.ts";

/** Serves one assistant over standard input and output. The log goes to standard error. */
export async function serveMcp(): Promise<void> {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  try {
    const config = readConfig(process.env);
    const logger = pino({ level: config.logLevel }, pino.destination({ dest: process.stderr.fd, sync: true }));
    await serveMcpOverStdio(config, logger, stop.signal);
  } catch (error) {
    failWith(error);
  }
}
