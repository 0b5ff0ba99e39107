import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostileText } from "../../scripts/fuzz/hostile-text.ts";
import { TARGETS } from "../../scripts/fuzz/targets.ts";

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
