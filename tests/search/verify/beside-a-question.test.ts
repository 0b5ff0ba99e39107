import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openRealIndex, type RealIndex } from "../../real-index.ts";
import { articleFrom } from "../../store/article-fixture.ts";

const HEARING = articleFrom({
  key: "hearing",
  title: "Inquiry into the lamp, second day",
  entities: [{ name: "Ines Rolf" }, { name: "Dirk Amsel" }],
  passages: [
    { words: "Mr Amsel, did you see that the lamp had gone out?", by: "Ines Rolf", quoteKind: "TRANSCRIPT" },
    { words: "I did not see that the lamp had gone out.", by: "Dirk Amsel", quoteKind: "TRANSCRIPT" },
    { words: "I always kept the oil dry on those nights.", by: "Dirk Amsel", quoteKind: "TRANSCRIPT" },
  ],
});

let index: RealIndex;

beforeAll(async () => {
  index = await openRealIndex([HEARING]);
});

afterAll(() => index?.close());

const verify = async (text: string, speaker: string) => {
  const { verdict, source, changes } = await index.search.verify({ text, speaker });
  const words = source?.spans.map(({ start, end }) => source.article.text.slice(start, end)).join(" ");
  return { verdict, words, changes: changes.map(({ kind, claim, source: there }) => `${kind} ${claim} <- ${there}`) };
};

describe("a claim that is like a question put to the one who is claimed", () => {
  it("is laid beside their own answer, of which it drops a word that turns it", async () => {
    const { verdict, words } = await verify("I saw that the lamp had gone out", "Dirk Amsel");
    expect(verdict).toBe("ALTERED");
    expect(words).toContain("see that the lamp had gone out");
    expect(words).not.toContain("did you");
  });
});

describe("a word left out behind the first", () => {
  it("is missing, and the first word is no other", async () => {
    expect(await verify("I kept the oil dry on those nights", "Dirk Amsel")).toMatchObject({
      verdict: "ALTERED",
      changes: ["OMISSION  <- always"],
    });
  });
});
