import { expect, it } from "vitest";
import { formatTable } from "../../scripts/format-table.ts";

it("sets names flush left and figures flush right, under a heading", () => {
  const table = formatTable([
    ["Query", "1,000", "100,000"],
    ["p50, ms", "8.25", "31.00"],
    ["recall", "1", ""],
  ]);
  expect(table.split("\n")).toEqual([
    "Query    1,000  100,000",
    "-----------------------",
    "p50, ms   8.25    31.00",
    "recall       1",
  ]);
});

it("sets a column of words flush left", () => {
  const table = formatTable([
    ["the worst", "times", "where"],
    ["joined", "12", "b"],
    ["split", "3", "article 2"],
  ]);
  expect(table.split("\n").slice(2)).toEqual(["joined        12  b", "split          3  article 2"]);
});
