import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findFiles } from "../../src/indexing/find-files.ts";
import { temporaryFolder } from "../temporary-folder.ts";

describe("findFiles", () => {
  it("finds every format below a folder, and passes over what tells of the folder and what is no article", async () => {
    const files = ["a.vtt", "b.PDF", "sub/c.warc.gz", "sub/d.md", "sub/README.md", "e.mp4", "f.gz"];
    const folder = temporaryFolder(Object.fromEntries(files.map((file) => [file, "x"])));
    const { files: found, failures } = await findFiles(["."], folder);
    expect(found).toEqual(["a.vtt", "b.PDF", "sub/c.warc.gz", "sub/d.md"].map((file) => join(folder, file)).sort());
    expect(failures).toEqual([]);
  });

  it("reads what tells of a folder where it is named", async () => {
    const folder = temporaryFolder({ "README.md": "x" });
    expect((await findFiles(["README.md"], folder)).files).toEqual([join(folder, "README.md")]);
  });

  it.each([
    ["speech.doc", "save it as .docx."],
    ["speech.mp3", "transcribe it, and give the subtitles (.vtt or .srt)."],
    ["scan.TIFF", "recognise its text first, and save it as .txt or .pdf."],
    ["pages.zip", "unpack it, and give the folder."],
    ["rows.csv", "turn it into .jsonl, one article a line."],
    ["strange.xyz", "save it as one of these."],
  ])("says what to do with %s", async (name, advice) => {
    const folder = temporaryFolder({ [name]: "x" });
    const { failures } = await findFiles([name], folder);
    expect(failures[0]?.error.message).toContain(`${name}: only .txt, `);
    expect(failures[0]?.error.message.endsWith(advice)).toBe(true);
  });
});
