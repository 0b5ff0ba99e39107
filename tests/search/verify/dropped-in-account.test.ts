import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openRealIndex, type RealIndex } from "../../real-index.ts";
import { articleFrom } from "../../store/article-fixture.ts";

const BY_LOFT = { by: "Sunniva Loft", mention: "Loft", quoteKind: "INDIRECT" } as const;

const FERRY = articleFrom({
  key: "ferry",
  title: "The ferry to Tarnholm",
  entities: [{ name: "Sunniva Loft", mentions: 3 }],
  passages: [
    {
      words: "Sunniva Loft said the island would keep its evening ferry if the council paid for the fuel.",
      statement: "the island would keep its evening ferry if the council paid for the fuel",
      cue: "said",
      ...BY_LOFT,
      mention: "Sunniva Loft",
    },
    {
      words: "Loft added that the harbour master had not approved any night landings at the old pier.",
      statement: "the harbour master had not approved any night landings at the old pier",
      cue: "added",
      ...BY_LOFT,
    },
    {
      words: "“We will repaint every lifeboat in yellow before Easter, provided the paint arrives,” Loft said.",
      statement: "We will repaint every lifeboat in yellow before Easter, provided the paint arrives",
      cue: "said",
      by: "Sunniva Loft",
      mention: "Loft",
    },
  ],
});

describe("a claim that leaves out what the sense hangs on", () => {
  let index: RealIndex;
  beforeAll(async () => {
    index = await openRealIndex([FERRY]);
  });
  afterAll(() => index?.close());

  it.each([
    ["the island would keep its evening ferry", "the condition that they hang on"],
    ["approved any night landings at the old pier", "a negation that turns their sense"],
  ])("is cut out of the article's account: %s", async (text, dropped) => {
    const { verdict, source, summary } = await index.search.verify({ text, speaker: "Sunniva Loft" });
    expect([verdict, source?.voice]).toEqual(["OUT_OF_CONTEXT", "REPORTED"]);
    expect(summary).toContain(`these are not the speaker's words, and the cut drops ${dropped}.`);
  });

  it("is none where the account is whole", async () => {
    const text = "the island would keep its evening ferry if the council paid for the fuel";
    expect((await index.search.verify({ text, speaker: null })).verdict).toBe("PARAPHRASED");
  });

  it("is told of where only the meaning is near", async () => {
    const ours = "All the lifeboats are going to be painted yellow by Easter.";
    const { verdict, summary } = await index.search.verify({ text: ours, speaker: "Sunniva Loft" });
    expect(verdict).toBe("PARAPHRASED");
    expect(summary).toContain("but on a condition that the claim leaves out");
    const whole = await index.search.verify({ text: `If paint comes, ${ours}`, speaker: "Sunniva Loft" });
    expect([whole.verdict, whole.summary]).toEqual(["PARAPHRASED", expect.not.stringContaining("on a condition")]);
  });
});
