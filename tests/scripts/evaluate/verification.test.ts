import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toMaterial } from "../../../scripts/evaluate/verification/claim-material.ts";
import { type LabelledClaim, makeClaims } from "../../../scripts/evaluate/verification/make-claims.ts";
import { mistakes, scoresOf, type VerifiedClaim } from "../../../scripts/evaluate/verification/verification-report.ts";
import { createSearch } from "../../../src/search/create-search.ts";
import { openSamplesSearch, type SamplesSearch } from "../../samples-index.ts";
import { annotatedIn } from "./annotated-in.ts";

const PER_KIND = 10;
const SEED = 7;
/** Of precision and recall, for VERBATIM and for ALTERED. */
const WANTED = 0.97;

describe("claims made of the samples", () => {
  let samples: SamplesSearch;
  let claims: readonly LabelledClaim[];
  beforeAll(async () => {
    samples = await openSamplesSearch();
    claims = makeClaims(toMaterial(await annotatedIn(samples.store), []), PER_KIND, SEED);
  });
  afterAll(() => samples?.close());

  it("are the same for the same seed, and differ from what they were made of where they should", async () => {
    expect(makeClaims(toMaterial(await annotatedIn(samples.store), []), PER_KIND, SEED)).toEqual(claims);
    const words = (text: string) =>
      text
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)
        ?.join(" ");
    for (const { verdict, kind, text, original } of claims) {
      if (verdict === "ALTERED") expect(words(text), kind).not.toBe(words(original));
    }
  });

  it("are judged as they were made", async () => {
    const search = createSearch(samples);
    const verified: VerifiedClaim[] = [];
    for (const claim of claims) {
      const { verdict, summary } = await search.verify(claim);
      verified.push({ ...claim, found: verdict, summary, milliseconds: 0 });
    }
    for (const verdict of ["VERBATIM", "ALTERED"] as const) {
      const { precision, recall, wanted } = scoresOf(verified, verdict);
      expect(wanted).toBeGreaterThan(5 * PER_KIND);
      expect(Math.min(precision, recall), mistakes(verified, 2)).toBeGreaterThanOrEqual(WANTED);
    }
  });
});
