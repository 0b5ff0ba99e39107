import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fuzzTarget } from "../../scripts/fuzz/fuzz-target.ts";
import { hostileText } from "../../scripts/fuzz/hostile-text.ts";
import { KeptTexts } from "../../scripts/fuzz/kept-texts.ts";
import { ReachedCode } from "../../scripts/fuzz/reached-code.ts";
import { TARGETS } from "../../scripts/fuzz/targets.ts";
import { parseQuery } from "../../src/search/parse-query.ts";

/** `npm run fuzz` tries as many as there is time for. */
describe("hostile texts", () => {
  it.each(Object.keys(TARGETS))("break nothing: %s", async (name) => {
    const target = TARGETS[name] ?? expect.fail();
    await fc.assert(
      fc.asyncProperty(hostileText(30), (text) => target(text)),
      { numRuns: 30 },
    );
  });
});

describe("fuzzing", () => {
  it("gives what breaks a target, as short as it can be", async () => {
    const breaks = async (text: string) => {
      if (text.includes("“") && text.includes("\0")) throw new Error("both at once");
    };
    const { broken } = await fuzzTarget(breaks, { seed: 5, ms: 600_000 });
    expect([...(broken?.text ?? "")].sort()).toEqual(["\0", "“"]);
    expect(broken?.error).toMatchObject({ message: "both at once" });
  });

  it("keeps the texts that reach new code, and those alone", async () => {
    const reached = new ReachedCode();
    const kept = new KeptTexts(reached);
    const tryOne = async (text: string) => void parseQuery(text);
    const keepNew = async (...texts: readonly string[]) => {
      for (const text of texts) await tryOne(text);
      return kept.keepNew(texts, tryOne);
    };
    expect(await keepNew("ferry")).toBe(1);
    expect(await keepNew("ferry")).toBe(0);
    expect(await keepNew("ferry", 'ferry "to the island" -fog', "ferry")).toBe(1);
    expect(kept.texts).toEqual(["ferry", 'ferry "to the island" -fog']);
    reached.close();
  });
});
