import { describe, expect, it } from "vitest";
import { confidenceOf } from "../../../src/extract/speakers/confidence.ts";

const BASES = ["LABEL", "SUBJECT", "DISTANT", "CARRIED", "NONE"] as const;
const FORMS = ["NAME", "PRONOUN", "TITLE", "OTHER", "NONE"] as const;

describe("confidenceOf", () => {
  it("is a share of 1 for each way to find a speaker, those never measured included", () => {
    for (const basis of BASES) {
      for (const form of FORMS) {
        expect(confidenceOf(basis, form)).toBeGreaterThan(0);
        expect(confidenceOf(basis, form)).toBeLessThan(1);
      }
    }
  });

  it("trusts a name more than a pronoun, and the cue's subject more than the nearest name", () => {
    expect(confidenceOf("SUBJECT", "NAME")).toBeGreaterThan(confidenceOf("SUBJECT", "PRONOUN"));
    expect(confidenceOf("SUBJECT", "NAME")).toBeGreaterThan(confidenceOf("DISTANT", "NAME"));
    expect(confidenceOf("DISTANT", "NAME")).toBeGreaterThan(confidenceOf("CARRIED", "NAME"));
  });
});
