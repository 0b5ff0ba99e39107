import type { Profiler } from "node:inspector";
import { Session } from "node:inspector";

/** Only our own code is looked at. */
const OWN_CODE = new URL("../../src/", import.meta.url).href;

/**
 * What of the code under `src/` has run, by V8's own counters: blocks, with how often each ran as a power of two
 * (https://v8.dev/blog/javascript-code-coverage; the powers are AFL's, https://lcamtuf.coredump.cx/afl/technical_details.txt).
 */
export class ReachedCode {
  readonly #session = new Session();

  constructor() {
    this.#session.connect();
    this.#post("Profiler.enable");
    this.#post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  }

  /** What has run since this was asked before. Asking takes some hundredths of a second, whatever ran. */
  take(): ReadonlySet<string> {
    const { result } = this.#post("Profiler.takePreciseCoverage") as Profiler.TakePreciseCoverageReturnType;
    return new Set(
      result
        .filter(({ url }) => url.startsWith(OWN_CODE))
        .flatMap(({ scriptId, functions }) =>
          functions.flatMap(({ ranges }) => ranges.flatMap((range) => nameOf(scriptId, range))),
        ),
    );
  }

  close(): void {
    this.#session.disconnect();
  }

  /** Answers come at once, for the session is in this thread. */
  #post(method: string, given?: object): unknown {
    let answer: unknown;
    this.#session.post(method, given, (error, result) => {
      if (error !== null) throw error;
      answer = result;
    });
    return answer;
  }
}

/** Of a block that ran. */
const nameOf = (scriptId: string, { startOffset, endOffset, count }: Profiler.CoverageRange): readonly string[] =>
  count === 0 ? [] : [`${scriptId} ${startOffset} ${endOffset} ${Math.floor(Math.log2(count))}`];
