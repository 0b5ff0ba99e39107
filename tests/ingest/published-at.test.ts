import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { VerbatimError } from "../../src/errors.ts";
import { parsePublishedAt } from "../../src/ingest/published-at.ts";

describe("parsePublishedAt", () => {
  it.each([
    ["2024-03-05", "2024-03-05T00:00:00.000Z"],
    [" 2024-02-29 ", "2024-02-29T00:00:00.000Z"],
    ["2024-03-05T14:30", "2024-03-05T14:30:00.000Z"],
    ["2024-03-05 14:30:15", "2024-03-05T14:30:15.000Z"],
    ["2024-03-05T14:30:15.25Z", "2024-03-05T14:30:15.250Z"],
    ["2024-03-05T14:30:15.123456Z", "2024-03-05T14:30:15.123Z"],
    ["2024-03-05T01:30:00+04:00", "2024-03-04T21:30:00.000Z"],
    ["2024-03-05T23:30:00-0130", "2024-03-06T01:00:00.000Z"],
    ["2024-03-05T12:00:00+02", "2024-03-05T10:00:00.000Z"],
  ])("reads %s", (value, published) => expect(parsePublishedAt(value)).toBe(published));

  it.each([
    "",
    "yesterday",
    "5 March 2024",
    "2024-13-01",
    "2023-02-29",
    "2024-02-30",
    "2024-3-5",
    "2024-03-05T25:00",
    "2024-03-05T10:61",
    "2024-03-05T10:00+99:00",
    "0000-01-01T00:00+10:00",
    "2024",
    "1709596800",
    "2024-03-05; DROP TABLE",
  ])("refuses %j", (value) => {
    expect(() => parsePublishedAt(value)).toThrow(VerbatimError);
    expect(() => parsePublishedAt(value)).toThrow(`${JSON.stringify(value)} is not a date: give it as 2024-03-05`);
  });

  it("reads every moment that it writes", () => {
    const years = { min: new Date("0001-01-02T00:00Z"), max: new Date("9999-12-30T00:00Z"), noInvalidDate: true };
    fc.assert(fc.property(fc.date(years), (date) => parsePublishedAt(date.toISOString()) === date.toISOString()));
  });
});
