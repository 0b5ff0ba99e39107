import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { IndexPlace } from "../../../src/store/embedded/open-index.ts";
import { DIMENSIONS } from "../article-fixture.ts";

/** A place for an index that leaves with the test. */
export function temporaryPlace(): IndexPlace {
  const directory = mkdtempSync(join(tmpdir(), "verbatim-store-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return { directory, model: "example/model", dimensions: DIMENSIONS };
}
