import { describe, expect, it } from "vitest";
import { type Clock, SlicePace } from "../../../src/store/embedded/slice-pace.ts";

const SLICE_MS = 8;

/** Four slices of as many milliseconds, and how long was rested after each that was not the last. */
function fourSlices() {
  const rests: number[] = [];
  let now = 0;
  const clock: Clock = {
    now: () => now,
    sleep: async (ms) => {
      rests.push(ms);
    },
  };
  let done = 0;
  const slice = () => {
    now += SLICE_MS;
    done += 1;
    return done < 4;
  };
  return { pace: new SlicePace(clock), slice, rests, done: () => done };
}

describe("work in slices beside what is asked meanwhile", () => {
  it("leaves three quarters of the time to others, and is done all the same", async () => {
    const { pace, slice, rests, done } = fourSlices();
    await pace.work(slice);
    expect(rests).toEqual([24, 24, 24]);
    expect(done()).toBe(4);
  });

  it("rests no more from when somebody waits for its end", async () => {
    const { pace, slice, rests, done } = fourSlices();
    const work = pace.work(slice);
    expect(rests).toEqual([24]);
    await pace.hurry(() => work);
    expect([rests, done()]).toEqual([[24], 4]);
  });

  it("lets others have a turn after each slice, even when it is hurried", async () => {
    const { pace, slice, done } = fourSlices();
    const seen: number[] = [];
    const look = () => {
      seen.push(done());
      if (done() < 4) setImmediate(look);
    };
    setImmediate(look);
    await pace.hurry(() => pace.work(slice));
    expect(seen).toEqual([1, 2, 3]);
  });
});
