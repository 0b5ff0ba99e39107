import { describe, expect, it } from "vitest";
import { checkDate, checkLastDate } from "../../scripts/command-line.ts";

describe("a day on the command line", () => {
  it("begins with its first moment, and ends a range with its last", () => {
    expect(checkDate("2031-03-05")).toBe("2031-03-05T00:00:00.000Z");
    expect(checkLastDate("2031-03-05")).toBe("2031-03-05T23:59:59.999Z");
  });

  it("is a moment where a time stands behind it", () => {
    expect(checkLastDate("2031-03-05T08:20:00Z")).toBe("2031-03-05T08:20:00.000Z");
  });

  it("is refused where the calendar has none", () => {
    expect(() => checkLastDate("2031-02-30")).toThrow();
  });
});
