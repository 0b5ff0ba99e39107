import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { openStoreForWriting } from "../../../src/store/embedded/open-embedded-store.ts";
import { DIMENSIONS } from "../article-fixture.ts";
import { describeQuoteStore } from "../quote-store-contract.ts";

const root = mkdtempSync(join(tmpdir(), "verbatim-contract-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describeQuoteStore("the embedded store", () =>
  openStoreForWriting({ directory: mkdtempSync(join(root, "index-")), model: "example/model", dimensions: DIMENSIONS }),
);
