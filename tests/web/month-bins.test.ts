import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWithin, monthBins } from "../../src/web/page/facets/month-bins.ts";

const labels = (months: Readonly<Record<string, number>>) =>
  monthBins(Object.entries(months).map(([month, count]) => ({ month, count }))).map(
    ({ label, count }) => `${label}: ${count}`,
  );

const month = fc
  .tuple(fc.integer({ min: 1700, max: 2100 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => `${year}-${String(number).padStart(2, "0")}`);

describe("the bars of a histogram", () => {
  it("are months without a gap, whatever their order", () => {
    expect(labels({ "2024-02": 3, "2023-11": 1, "2024-01": 2 })).toEqual([
      "November 2023: 1",
      "December 2023: 0",
      "January 2024: 2",
      "February 2024: 3",
    ]);
  });

  it("are years where months would be too thin, and tens of years where years would", () => {
    expect(labels({ "2019-05": 1, "2019-12": 1, "2021-01": 2, "2024-12": 1 })).toEqual([
      "2019: 2",
      "2020: 0",
      "2021: 2",
      "2022: 0",
      "2023: 0",
      "2024: 1",
    ]);
    expect(labels({ "1948-07": 1, "2001-01": 1 })[0]).toBe("1940–1949: 1");
  });

  it("are none without a date", () => {
    expect(monthBins([])).toEqual([]);
  });

  it("are few, and count every passage once", () => {
    fc.assert(
      fc.property(fc.uniqueArray(month, { minLength: 1 }), (months) => {
        const bins = monthBins(months.map((month) => ({ month, count: 1 })));
        expect(bins.length).toBeLessThanOrEqual(48);
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(months.length);
        for (const { from, to, count } of bins) {
          expect(count).toBe(months.filter((month) => month >= from && month <= to).length);
        }
      }),
    );
  });

  it("are kept where the period takes in a part of them", () => {
    const [year] = monthBins([
      { month: "2010-01", count: 1 },
      { month: "2024-01", count: 1 },
    ]);
    const keeps = (from: string | null, to: string | null) => year && isWithin(year, { from, to });
    expect([keeps(null, null), keeps("2010-12", null), keeps(null, "2010-01")]).toEqual([true, true, true]);
    expect([keeps("2011-01", null), keeps(null, "2009-12")]).toEqual([false, false]);
  });
});
