import { describe, expect, it } from "vitest";
import { VerbatimError } from "../../src/errors.ts";
import type { IndexingParts } from "../../src/indexing/index-articles.ts";
import { type WriteIndex, writeInTurn } from "../../src/indexing/write-in-turn.ts";

const busy = () => new VerbatimError("INDEX_BUSY", "Another process is writing.");

/** Stands for what opens the index: busy so many times, then it runs the work with nothing. */
function busyFor(times: number): WriteIndex {
  let left = times;
  return async (work) => {
    if (left-- > 0) throw busy();
    return work({} as IndexingParts);
  };
}

describe("writing in turn", () => {
  it("goes in the order in which it was asked for, one at a time", async () => {
    const write = writeInTurn(busyFor(0));
    const seen: string[] = [];
    const work = (name: string) => async () => {
      seen.push(`${name} begins`);
      await new Promise(setImmediate);
      seen.push(`${name} ends`);
    };
    await Promise.all([write(work("one")), write(work("two"))]);
    expect(seen).toEqual(["one begins", "one ends", "two begins", "two ends"]);
  });

  it("waits while another process writes", async () => {
    await expect(writeInTurn(busyFor(3))(async () => "done")).resolves.toBe("done");
  });

  it("does not begin again what has begun, whose input may be read by then", async () => {
    let begun = 0;
    const work = async () => {
      begun += 1;
      throw busy();
    };
    await expect(writeInTurn(busyFor(0))(work)).rejects.toMatchObject({ code: "INDEX_BUSY" });
    expect(begun).toBe(1);
  });

  it("gives up after its patience, and the next has its turn", async () => {
    const write = writeInTurn(busyFor(1), { patienceMs: 0 });
    await expect(write(async () => "first")).rejects.toMatchObject({ code: "INDEX_BUSY" });
    await expect(write(async () => "second")).resolves.toBe("second");
  });

  it("waits no longer than until it is to stop", async () => {
    const stop = AbortSignal.abort();
    const write = writeInTurn(busyFor(1), { patienceMs: Number.POSITIVE_INFINITY, signal: stop });
    await expect(write(async () => "first")).rejects.toMatchObject({ code: "INDEX_BUSY" });
  });

  it("does not try again what failed for another reason, and goes on with the next", async () => {
    const write = writeInTurn(busyFor(0));
    let tries = 0;
    const failing = write(async () => {
      tries += 1;
      throw new Error("broken");
    });
    await expect(failing).rejects.toThrow("broken");
    await expect(write(async () => tries)).resolves.toBe(1);
  });
});
