import { describe, expect, it } from "vitest";
import { exclusiveTimes, PartClock } from "../../../scripts/bench/part-clock.ts";

const NOTHING = { model: 0, rank: 0, search: 0, load: 0 };

describe("exclusiveTimes", () => {
  it("takes the parts within the search out of the search's own time", () => {
    const times = exclusiveTimes([
      { part: "rank", start: 0, end: 20 },
      { part: "model", start: 1, end: 4 },
      { part: "load", start: 10, end: 15 },
    ]);
    expect(times).toEqual({ ...NOTHING, rank: 12, model: 3, load: 5 });
  });

  it("counts no moment twice where two calls were begun together", () => {
    const times = exclusiveTimes([
      { part: "rank", start: 0, end: 9 },
      { part: "load", start: 4, end: 9 },
    ]);
    expect(times).toEqual({ ...NOTHING, rank: 4, load: 5 });
  });

  it("adds up the calls of one part, and leaves the time between them out", () => {
    const times = exclusiveTimes([
      { part: "load", start: 0, end: 2 },
      { part: "load", start: 5, end: 6 },
    ]);
    expect(times).toEqual({ ...NOTHING, load: 3 });
  });
});

describe("PartClock", () => {
  it("keeps the requests apart and gives what the work gives", async () => {
    const clock = new PartClock();
    clock.beginRequest();
    expect(await clock.time("model", async () => "a vector")).toBe("a vector");
    clock.beginRequest();
    expect(clock.times.length).toBe(2);
    expect(clock.times[1]).toEqual(NOTHING);
  });
});
