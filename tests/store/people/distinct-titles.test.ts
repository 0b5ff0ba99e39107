import { describe, expect, it } from "vitest";
import { distinctTitles } from "../../../src/store/people/distinct-titles.ts";

const use = (title: string, asOf: string, uses = 1) => ({ title, asOf: asOf && `${asOf}T00:00:00.000Z`, uses });
const titles = (...uses: Parameters<typeof distinctTitles>[0]) => distinctTitles(uses).map(({ title }) => title);

describe("the titles of a person", () => {
  it("are one where one says what the other says, under the commoner", () => {
    expect(titles(use("GOP nominee", "2031-05-01"), use("Republican presidential nominee", "2031-06-01", 3))).toEqual([
      "Republican presidential nominee",
    ]);
    expect(
      titles(use("Mayor", "2031-05-01", 2), use("MAYOR", "2031-05-01"), use("mayor of Karsa", "2031-04-01")),
    ).toEqual(["Mayor"]);
  });

  it("are two where a word makes another office of one", () => {
    expect(titles(use("minister", "2031-05-01"), use("deputy minister", "2031-05-01"))).toHaveLength(2);
    expect(titles(use("Unity nominee", "2031-05-01"), use("Harbour nominee", "2031-05-01"))).toHaveLength(2);
  });

  it("begin with the newest that several articles give, and go on with the newest", () => {
    const uses = [
      use("Mayor", "2020-01-01", 4),
      use("Governor", "2030-01-01"),
      use("Governor", "2031-01-01"),
      use("Admiral", "2031-02-01"),
      use("Clerk", "", 3),
    ];
    expect(titles(...uses)).toEqual(["Governor", "Admiral", "Mayor", "Clerk"]);
    expect(distinctTitles(uses).at(-1)?.asOf).toBeNull();
  });

  it("that are given at the same time begin with the commonest", () => {
    expect(titles(use("candidate", "2031-05-09", 2), use("Senator", "2031-05-01", 20))).toEqual([
      "Senator",
      "candidate",
    ]);
  });
});
