import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readingOf } from "../../src/indexing/reading-of.ts";
import type { Tagger } from "../../src/inference/tagger.ts";
import { articleOf } from "../extract/extract-text.ts";

const PROJECT = join(import.meta.dirname, "../..");
const GOLDEN = join(PROJECT, "tests/golden/samples");
const TAGGER_SUMS = join(PROJECT, "embeddings/models/verbatim/quote-tagger/SHA256SUMS");

describe("what is kept as read", () => {
  it("is the same for the same article and tagger", () => {
    const tagger = { model: "a" } as Tagger;
    expect(readingOf(articleOf("The tide rose."), tagger)).toEqual(readingOf(articleOf("The tide rose."), tagger));
  });

  it("is another for another tagger, and for none", () => {
    const article = articleOf("The tide rose.");
    const revisions = [{ model: "a" } as Tagger, { model: "b" } as Tagger, null].map(
      (tagger) => readingOf(article, tagger).revision,
    );
    expect(new Set(revisions).size).toBe(3);
  });

  it("rises with every change of how articles are read: where this fails, raise READING_VERSION, and then take the new hash", () => {
    const hash = createHash("sha256").update(readFileSync(TAGGER_SUMS));
    for (const file of readdirSync(GOLDEN).sort()) hash.update(readFileSync(join(GOLDEN, file)));
    expect(hash.digest("hex").slice(0, 12)).toBe("004acb214b6b");
  });
});
