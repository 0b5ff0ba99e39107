import { createHash } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { alteredModelFiles } from "../../src/inference/check-model-files.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

/** A folder with the files of a model, and the list of their hashes. */
function modelFolder() {
  const files = { "config.json": "{}", "onnx/model.onnx": "weights" };
  const sums = Object.entries(files).map(([name, text]) => `${hashOf(text)}  ${name}\n`);
  const folder = temporaryFolder({ ...files, SHA256SUMS: sums.join("") });
  return { folder, location: { root: dirname(folder), name: basename(folder) } };
}

describe("the files of a model", () => {
  it("are as they came", async () => {
    expect(await alteredModelFiles(modelFolder().location)).toEqual([]);
  });

  it("are named where they are altered by a byte, or missing", async () => {
    const { folder, location } = modelFolder();
    writeFileSync(join(folder, "onnx/model.onnx"), "weightz");
    rmSync(join(folder, "config.json"));
    expect(await alteredModelFiles(location)).toEqual(["config.json", "onnx/model.onnx"]);
  });

  it("can't be told where no list came with them", async () => {
    const { folder, location } = modelFolder();
    rmSync(join(folder, "SHA256SUMS"));
    expect(await alteredModelFiles(location)).toBeNull();
  });
});
