import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { MODELS_DIRECTORY, TEST_MODEL, TEST_TAGGER } from "../test-model.ts";

describe.each([TEST_MODEL, TEST_TAGGER])("the vendored model %s", (name) => {
  const folder = join(MODELS_DIRECTORY, name);
  const sums = readFileSync(join(folder, "SHA256SUMS"), "utf8").trim().split("\n");

  it.each(sums.map((line) => line.split(/\s+/)))("has the hash %s for %s", (hash, file) => {
    const bytes = readFileSync(join(folder, file ?? ""));
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(hash);
  });
});
