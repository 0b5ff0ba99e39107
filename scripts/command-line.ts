import { resolve } from "node:path";
import { InvalidArgumentError } from "commander";
import { workingDirectory } from "../src/config.ts";
import { hasCode, VerbatimError } from "../src/errors.ts";
import { parsePublishedAt } from "../src/ingest/published-at.ts";
import type { PublicationFilter } from "../src/store/quote-store.ts";

export const EXIT = { ok: 0, failed: 1, usage: 2, interrupted: 130 } as const;

export const WORKING_DIRECTORY = workingDirectory(process.env);

/** The path of a file or folder that was named on the command line. */
export const inWorkingDirectory = (path: string): string => resolve(WORKING_DIRECTORY, path);

/** Says in one sentence why a command can't go on; a mistake of ours keeps its stack, so that it can be reported. */
export function failWith(error: unknown): void {
  if (error instanceof VerbatimError) process.stderr.write(`${error.message}\n`);
  else console.error(error);
  process.exitCode = hasCode(error, "BAD_SETTING") ? EXIT.usage : EXIT.failed;
}

/** Aborts at the first Ctrl-C (or SIGTERM), so that what is in hand can be finished; the second one ends at once. */
export function stopOnInterrupt(): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    process.stderr.write("\nStopping after the articles in hand; Ctrl-C again stops at once.\n");
    controller.abort();
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return controller.signal;
}

/** For an option that takes a number. */
export function aboveZero(value: string): number {
  const number = Number(value);
  if (number > 0) return number;
  throw new InvalidArgumentError("Give a number above 0.");
}

/** What --publisher, --from and --to leave. */
export const publicationFilter = ({ publisher, from, to }: PublicationOptions): PublicationFilter => ({
  ...(publisher !== undefined && { publishers: [publisher] }),
  ...(from !== undefined && { publishedFrom: from }),
  ...(to !== undefined && { publishedTo: to }),
});

interface PublicationOptions {
  readonly publisher?: string;
  readonly from?: string;
  readonly to?: string;
}

/** For an option that takes a time: a day begins with its first moment. */
export function checkDate(value: string): string {
  try {
    return parsePublishedAt(value);
  } catch (error) {
    throw new InvalidArgumentError(error instanceof VerbatimError ? error.message : String(error));
  }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The same for the end of a range: a day counts to its last moment. */
export const checkLastDate = (value: string): string =>
  DAY.test(value) ? checkDate(value).replace("T00:00:00.000Z", "T23:59:59.999Z") : checkDate(value);
