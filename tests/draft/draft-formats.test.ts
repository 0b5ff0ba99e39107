import fc from "fast-check";
import papaparse from "papaparse";
import { describe, expect, it } from "vitest";
import {
  DRAFT_COLUMNS,
  draftBibtex,
  draftClaimReviews,
  draftCsv,
  type RatedDraft,
} from "../../src/draft/draft-formats.ts";
import type { DraftLine, SourceLine } from "../../src/draft/draft-report.ts";
import { ratingsOf, readRatings } from "../../src/draft/read-ratings.ts";

const SOURCE: SourceLine = {
  ...{ text: "The weir sang", speaker: "Vera Stolt", title: "Weir sings", publisher: "The Quay", author: null },
  ...{ publishedAt: "2031-03-05T00:00:00.000Z", url: "https://quay.example/weir" },
};
const LINE: DraftLine = {
  ...{ text: "The weir sings", start: 10, end: 24, speaker: "Vera Stolt", speakerKind: "PERSON", verdict: "ALTERED" },
  ...{ changes: [{ kind: "WORDING", claim: "sings", source: "sang", isMarked: false }], source: SOURCE },
  ...{ needsALook: true, summary: "Vera Stolt did not say this in these words." },
};
const draftOf = (quotes: readonly DraftLine[], ratings: readonly (string | null)[] = []): RatedDraft => ({
  ...{ name: "The draft", summary: "", quotes, ratings },
});
const reviewsOf = (draft: RatedDraft) => {
  const reviews = draftClaimReviews([draft], { reviewer: "Ada Rook", reviewUrl: "https://quay.example/review" });
  return reviews === null ? null : JSON.parse(reviews)["@graph"];
};

describe("a checked draft as CSV", () => {
  it("has a row a quote under the columns that are documented", () => {
    const [head, row, end] = draftCsv([draftOf([LINE])]).split("\r\n");
    expect(head).toBe(`\ufeff${Object.keys(DRAFT_COLUMNS).join(",")}`);
    expect(row).toBe(
      "The draft,The weir sings,10,24,Vera Stolt,ALTERED,true,Vera Stolt did not say this in these words.,“sings” for “sang”,The weir sang,Vera Stolt,Weir sings,The Quay,,2031-03-05T00:00:00.000Z,https://quay.example/weir,",
    );
    expect(end).toBe("");
  });

  it("holds nothing that a spreadsheet would take for a formula", () => {
    const cells = papaparse.parse<string[]>(draftCsv([draftOf([{ ...LINE, text: "=1+1", speaker: "@weir" }])])).data[1];
    expect(cells?.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  });

  it("gives back the rating that a person wrote beside any words", () => {
    const text = fc.string({ minLength: 1, unit: "grapheme" }).filter((words) => words.trim() !== "");
    const rating = fc.constantFrom("False", "=Needs context", "Mostly true, but", 'So "said"');
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.option(rating)), { minLength: 1, maxLength: 5 }), (rows) => {
        const quotes = rows.map(([words], i) => ({ ...LINE, text: words, start: i }));
        const ratings = rows.map(([, given]) => given);
        const read = readRatings(draftCsv([draftOf(quotes, ratings)]), "rated.csv");
        expect(ratingsOf([draftOf(quotes)], read)).toEqual([ratings]);
      }),
    );
  });

  it.each([
    ["is another table", "name,age\r\nVera,9\r\n", /first row must name draft, text, start, rating/],
    [
      "has a review for a rating",
      draftCsv([draftOf([LINE], ["long ".repeat(30)])]),
      /Row 2 of rated\.csv has a rating of 149/,
    ],
  ])("is refused with a sentence where it %s", (_, csv, sentence) => {
    expect(() => readRatings(csv, "rated.csv")).toThrow(sentence);
  });

  it("is refused where the draft has other words by now", () => {
    const ratings = readRatings(draftCsv([draftOf([LINE], ["False"])]), "rated.csv");
    expect(() => ratingsOf([draftOf([{ ...LINE, text: "The weir hums" }])], ratings)).toThrow(
      /The rating "False" is of “The weir sings” in The draft, which is not there/,
    );
  });
});

describe("a checked draft as BibTeX", () => {
  it("has an entry for each quote with a source, under a key of its own", () => {
    const entries = draftBibtex([draftOf([LINE, { ...LINE, start: 90 }, { ...LINE, source: null }])]);
    expect(entries.match(/^@misc\{.*,$/gm)).toEqual(["@misc{stolt2031sings-1-10,", "@misc{stolt2031sings-1-90,"]);
    expect(entries).toContain("note = {“The weir sang” – Vera Stolt – in the draft: altered}");
  });
});

describe("reviews of claims", () => {
  it("are made of what a person has rated alone", () => {
    expect(reviewsOf(draftOf([LINE]))).toBeNull();
    expect(reviewsOf(draftOf([LINE], ["  "]))).toBeNull();
    expect(reviewsOf(draftOf([LINE, { ...LINE, text: "It rains" }], [null, "False"]))).toEqual([
      {
        "@type": "ClaimReview",
        claimReviewed: "It rains",
        reviewRating: { "@type": "Rating", alternateName: "False" },
        author: { "@type": "Person", name: "Ada Rook" },
        url: "https://quay.example/review",
        itemReviewed: { "@type": "Claim", author: { "@type": "Person", name: "Vera Stolt" } },
      },
    ]);
  });

  it("name the source where the claim stands there in these words", () => {
    const [{ itemReviewed }] = reviewsOf(
      draftOf([{ ...LINE, verdict: "VERBATIM", speakerKind: "ORGANIZATION" }], ["True"]),
    );
    expect(itemReviewed).toEqual({
      "@type": "Claim",
      author: { "@type": "Organization", name: "Vera Stolt" },
      appearance: {
        "@type": "Article",
        headline: "Weir sings",
        url: "https://quay.example/weir",
        datePublished: "2031-03-05T00:00:00.000Z",
        publisher: { "@type": "Organization", name: "The Quay" },
      },
    });
  });

  it("can't end the script of a page", () => {
    const draft = draftOf([{ ...LINE, text: "</script><b>" }], ["False"]);
    expect(draftClaimReviews([draft], { reviewer: "Ada Rook", reviewUrl: null })).not.toContain("<");
  });
});
