import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDate } from "../../../src/search/dates/read-dates.ts";

/** A Thursday. */
const NOW = Date.UTC(2026, 10, 26);

const read = (query: string): string | null => {
  const date = readDate(query, NOW);
  return date && `${date.from?.slice(0, 10) ?? ""}..${date.to?.slice(0, 10) ?? ""} ${date.rest}`.trim();
};

describe("when something was said", () => {
  it.each([
    ["What did Ada Voss say in April 2021?", "2021-04-01..2021-04-30 What did Ada Voss say?"],
    ["quay walls in 2019", "2019-01-01..2019-12-31 quay walls"],
    ["what did the pilot say after June 2022", "2022-07-01.. what did the pilot say"],
    ["quay walls before 2019", "..2018-12-31 quay walls"],
    ["what was said since April 2021 about quay walls", "2021-04-01.. what was said about quay walls"],
    ["quay walls between April and June 2021", "2021-04-01..2021-06-30 quay walls"],
    ["quay walls from 2018 to 2020", "2018-01-01..2020-12-31 quay walls"],
    ["what did she say on 7 April 2021", "2021-04-07..2021-04-07 what did she say"],
    ["quay walls April 2021", "2021-04-01..2021-04-30 quay walls"],
    ["quay walls in early 2021", "2021-01-01..2021-12-31 quay walls"],
    ["In April 2021, what did Voss say?", "2021-04-01..2021-04-30 what did Voss say?"],
    ["quay walls yesterday", "2026-11-25..2026-11-25 quay walls"],
    ["what did she say last week about fog", "2026-11-16..2026-11-22 what did she say about fog"],
    ["quay walls this year", "2026-01-01..2026-12-31 quay walls"],
    ["quay walls last month", "2026-10-01..2026-10-31 quay walls"],
    ["fog in the past 3 days", "2026-11-23..2026-11-26 fog"],
    ["fog two months ago", "2026-09-01..2026-09-30 fog"],
    ["what did Voss say in March", "2026-03-01..2026-03-31 what did Voss say"],
    ["statements of April 2021", "2021-04-01..2021-04-30 statements"],
    ["articles published after June 2022 by the Gull", "2022-07-01.. articles published by the Gull"],
    ["last week", "2026-11-16..2026-11-22"],
  ])("is read in “%s”", (query, expected) => {
    expect(read(query)).toBe(expected);
  });

  it.each([
    ...["the 2019 flood", "the flood of April 2021", "budget for 2024", "the April 2021 vote on quays"],
    ...["9/11 families", "guards 24/7", "at 10:30", "on Tuesday", "2019 boats", "room 2019"],
    ...["Theresa May", "may the boats sail", "the march on the quay", "a walk in April 2021 fog"],
    ...["last week's storm", "the last week of the harvest", "a quay by 2030", "what opens in June 2031"],
    ...["trust in May", "gulls get no say in May", "fog in March", "fees paid by April 2021"],
    ...["in her last two years", "ten years before 2016", "a row on Quay This Week"],
    ...["the vote in April 2021 on the quay", "difference between 2018 boats"],
  ])("is not read in “%s”, where it names the matter or the time to come", (query) => {
    expect(read(query)).toBeNull();
  });

  it("is not read in a pasted page, which is no question", () => {
    expect(read(`${"fog over the quay ".repeat(20)}in April 2021`)).toBeNull();
  });

  it("is read from anything at all, without what it read", () => {
    const word = fc.constantFrom(
      "in",
      "2019",
      "April",
      "between",
      "and",
      "last",
      "week",
      "say",
      "the",
      "9/11",
      "?",
      "of",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(word).map((words) => words.join(" ")),
          fc.string(),
        ),
        (query) => {
          const date = readDate(query, NOW);
          if (date === null) return;
          expect(query).toContain(date.words);
          expect(date.rest.length).toBeLessThan(query.length);
          if (date.from !== null && date.to !== null) expect(date.from <= date.to).toBe(true);
        },
      ),
    );
  });
});
