import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { HARBOUR_ARTICLES } from "../mcp/harbour-articles.ts";
import { openRealIndex } from "../real-index.ts";
import { runCommand } from "../run-command.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const EXPORT = "scripts/export-quotes.ts";

describe("npm run export", () => {
  it("explains itself with --help", async () => {
    const { code, stdout } = await runCommand(EXPORT, { args: ["--help"] });
    expect(code).toBe(0);
    for (const word of ["QUERY", "--format", "bibtex", "--speaker", "speakerMention", "Exit code"]) {
      expect(stdout).toContain(word);
    }
  });

  it.each([
    [["x", "--format", "xls"], /csv/],
    [["x", "--from", "yesterday"], /"yesterday" is not a date/],
  ])("refuses the command line %j with a sentence", async (args, sentence) => {
    const { code, stderr } = await runCommand(EXPORT, { args });
    expect(stderr).toMatch(sentence);
    expect(code).toBe(2);
  });

  it("writes the hits of a search, and all that a speaker said, into a file or to standard output", async () => {
    const index = await openRealIndex(HARBOUR_ARTICLES);
    await index.store.save();
    const from = temporaryFolder({});
    const env = { VERBATIM_DATA_DIR: index.directory };
    const found = await runCommand(EXPORT, { args: ["when does the bridge open", "--format", "jsonl"], env, from });
    const [first] = found.stdout.split("\n").map((line) => (line === "" ? null : JSON.parse(line)));
    expect(first).toMatchObject({
      text: "The bridge over the harbour will open in May, whatever the weather.",
      speaker: "Marta Okoro",
    });
    const args = ["--speaker", "Marta Okoro", "--out", "okoro.csv"];
    const { code, stdout } = await runCommand(EXPORT, { args, env, from });
    await index.close();
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    const rows = readFileSync(join(from, "okoro.csv"), "utf8").trimEnd().split("\r\n");
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatch(/^\ufeffid,text,kind/);
  });

  it("says so of a search without a word", async () => {
    const from = temporaryFolder({});
    const { code, stderr } = await runCommand(EXPORT, { args: [" "], env: { VERBATIM_DATA_DIR: join(from, "index") } });
    expect(stderr).toMatch(/The query is empty/);
    expect(code).toBe(1);
  });

  it("ends with a sentence where the index is no index", async () => {
    const from = temporaryFolder({ "verbatim.sqlite": "neither pages nor tables" });
    const { code, stderr } = await runCommand(EXPORT, { args: ["bridge"], env: { VERBATIM_DATA_DIR: from } });
    expect(stderr).toMatch(/^What lies in /);
    expect(code).toBe(1);
  });
});
