import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textFragmentUrl } from "../../src/model/text-fragment.ts";

const PAGE = "https://courier.example/bridge";
const words = (exact: string, prefix = "", suffix = "") => ({ exact, prefix, suffix });

describe("a link to the words", () => {
  it("names a sentence whole, with what the syntax needs encoded", () => {
    expect(textFragmentUrl(PAGE, [words("The well-built bridge, I said, holds & stays.")])).toBe(
      `${PAGE}#:~:text=The%20well%2Dbuilt%20bridge%2C%20I%20said%2C%20holds%20%26%20stays.`,
    );
  });

  it("names the ends of a long stretch", () => {
    expect(textFragmentUrl(PAGE, [words("one two three four five six seven eight nine ten eleven twelve last")])).toBe(
      `${PAGE}#:~:text=one%20two%20three%20four%20five,nine%20ten%20eleven%20twelve%20last`,
    );
  });

  it("tells few words by the whole words of their line around them", () => {
    expect(textFragmentUrl(PAGE, [words("very welcome", "nister, she noted, was “", "” to come and pu")])).toBe(
      `${PAGE}#:~:text=she%20noted%2C%20was%20%E2%80%9C-,very%20welcome,-%E2%80%9D%20to%20come%20and`,
    );
    expect(textFragmentUrl(PAGE, [words("Yes.", "now?\n\nMS HARTMANN: ", "\n\nMR PELL: And")])).toBe(
      `${PAGE}#:~:text=MS%20HARTMANN%3A-,Yes.`,
    );
  });

  it("has a directive for each part of a split quote", () => {
    const url = textFragmentUrl(PAGE, [words("Somebody has to open the door,"), words("and it will be me then.")]);
    expect(url.match(/text=/g)).toHaveLength(2);
  });

  it("goes behind the anchor of an address that has one", () => {
    expect(textFragmentUrl(`${PAGE}#top`, [words("a b c d e")])).toBe(`${PAGE}#top:~:text=a%20b%20c%20d%20e`);
  });

  it("is the bare address without any words", () => {
    expect(textFragmentUrl(PAGE, [words(" \n")])).toBe(PAGE);
  });

  it("is an address whatever the words are, and gives them back", () => {
    const text = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(text, text, text, (exact, prefix, suffix) => {
        const url = new URL(textFragmentUrl(PAGE, [{ exact, prefix, suffix }]));
        const [, directive] = url.hash.split("text=");
        const parts = (directive ?? "").split(",").map((part) => decodeURIComponent(part.replace(/^-|-$/g, "")));
        const all = [prefix, exact, suffix]
          .join(" ")
          .replace(/\p{Surrogate}/gu, "\uFFFD")
          .split(/\s+/)
          .join(" ");
        for (const part of parts) expect(all).toContain(part);
      }),
    );
  });
});
