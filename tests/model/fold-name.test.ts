import { describe, expect, it } from "vitest";
import { foldName } from "../../src/model/fold-name.ts";

describe("foldName", () => {
  it.each([
    ["Dr. José  Núñez", "dr jose nunez"],
    ["Đorđe Đukić", "dorde dukic"],
    ["Łucja Kołodziej", "lucja kolodziej"],
    ["Søren Kjær", "soren kjaer"],
    ["Weiß", "weiss"],
    ["Işık", "isik"],
    ["İpek", "ipek"],
    ["Þóra Sigurðardóttir", "thora sigurdardottir"],
    ["Məlikova", "malikova"],
    ["O’Dowd", "o'dowd"],
  ])("takes %s for %s", (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });
});
