import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clockTime } from "../../src/model/clock-time.ts";
import { momentOf, type Recording } from "../../src/model/recording.ts";
import { overlaps } from "../../src/model/span.ts";

const COUNCIL: Recording = {
  url: "https://media.example/council.mp4",
  times: [
    { start: 0, end: 10, startSeconds: 1, endSeconds: 4.25 },
    { start: 11, end: 20, startSeconds: 4.25, endSeconds: 9 },
    { start: 21, end: 30, startSeconds: 12, endSeconds: null },
  ],
};

describe("momentOf", () => {
  it("reaches from the first words to the end of the last", () => {
    const span = { start: 5, end: 15 };
    expect(momentOf(COUNCIL, [span])).toEqual({ url: "https://media.example/council.mp4#t=1,9", start: 1, end: 9 });
  });

  it("has no end where none is known, and no address where no recording is", () => {
    expect(momentOf({ ...COUNCIL, url: null }, [{ start: 22, end: 23 }])).toEqual({ url: null, start: 12, end: null });
  });

  it("is none for an article without times, and for words that no time covers", () => {
    expect(momentOf(null, [{ start: 0, end: 5 }])).toBeNull();
    expect(momentOf(COUNCIL, [{ start: 10, end: 11 }])).toBeNull();
    expect(momentOf(COUNCIL, [])).toBeNull();
  });

  it("takes the place of a fragment that the address had", () => {
    const recording = { ...COUNCIL, url: "https://media.example/v?id=7#top" };
    expect(momentOf(recording, [{ start: 12, end: 14 }])?.url).toBe("https://media.example/v?id=7#t=4.25,9");
  });

  it("finds the same times as a search through all of them", () => {
    const times = Array.from({ length: 50 }, (_, i) => ({
      start: i * 7,
      end: i * 7 + 5,
      startSeconds: i,
      endSeconds: i + 1,
    }));
    fc.assert(
      fc.property(fc.nat(360), fc.integer({ min: 1, max: 80 }), (start, length) => {
        const span = { start, end: start + length };
        const heard = times.filter((time) => overlaps(time, span));
        const moment = momentOf({ url: null, times }, [span]);
        expect(moment?.start).toBe(heard[0]?.startSeconds);
        expect(moment?.end).toBe(heard.at(-1)?.endSeconds);
      }),
    );
  });
});

describe("clockTime", () => {
  it.each([
    [7.9, "0:07"],
    [725, "12:05"],
    [3_723, "1:02:03"],
  ])("shows %d seconds as %s", (seconds, shown) => expect(clockTime(seconds)).toBe(shown));
});
