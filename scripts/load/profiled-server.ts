import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { MAIN, type ServedIndex, withServedIndex } from "./served-index.ts";
import { type CpuProfile, type Stretch, timeByRoom } from "./time-by-room.ts";

/** The server's thread is looked at so often, in microseconds. */
const INTERVAL_US = 500;

/** What a server was at while it was asked. */
export interface Profiled<T> {
  readonly result: T;
  /** By room and package, in microseconds of its one thread. */
  readonly times: ReadonlyMap<string, number>;
}

/** Asks a server for a while, and hears of it when that begins and ends. */
type Asking<T> = (served: ServedIndex, timed: <R>(work: () => Promise<R>) => Promise<R>) => Promise<T>;

/**
 * Serves the index of a folder as `withServedIndex` does, and tells how long the server's thread was at work where during what `asking` times.
 * @param folder Where Node writes the profile.
 */
export async function profileServedIndex<T>(
  directory: string,
  folder: string,
  asking: Asking<T>,
): Promise<Profiled<T>> {
  let stretch: Stretch = { from: 0, to: 0 };
  const timed = async <R>(work: () => Promise<R>): Promise<R> => {
    const from = monotonicUs();
    const result = await work();
    stretch = { from, to: monotonicUs() };
    return result;
  };
  const options = ["--cpu-prof", `--cpu-prof-dir=${folder}`, `--cpu-prof-interval=${INTERVAL_US}`];
  const [result, pid] = await withServedIndex(
    directory,
    async (served) => [await asking(served, timed), served.pid] as const,
    // From its sources: a compiled module tells of no room.
    [...options, "--import", "tsx", MAIN],
  );
  return { result, times: timeByRoom(readProfile(folder, pid), stretch) };
}

/** The clock of V8's profiles on Linux. */
const monotonicUs = (): number => Number(process.hrtime.bigint() / 1_000n);

/** Of the main thread: Node names it by the process and the number of the thread. */
function readProfile(folder: string, pid: number): CpuProfile {
  const name = readdirSync(folder).find((one) => one.includes(`.${pid}.0.`));
  if (name === undefined) throw new Error(`Node wrote no profile of process ${pid}.`);
  return JSON.parse(readFileSync(join(folder, name), "utf8"));
}
