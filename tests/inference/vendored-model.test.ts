import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { MODELS_DIRECTORY, TEST_MODEL } from "../test-model.ts";

const folder = join(MODELS_DIRECTORY, TEST_MODEL);
const sums = readFileSync(join(folder, "SHA256SUMS"), "utf8").trim().split("\n");

it.each(sums.map((line) => line.split(/\s+/)))("the vendored model has the hash %s for %s", (hash, file) => {
  const bytes = readFileSync(join(folder, file ?? ""));
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(hash);
});
