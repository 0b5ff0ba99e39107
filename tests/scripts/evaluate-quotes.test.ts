import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand } from "../run-command.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const EVALUATE = "scripts/evaluate-quotes.ts";
const TEXT = "“The bridge is open,” said Mayor Ilse Tarn.\n\nNobody protested.";

const gold = (quotes: readonly object[]) => JSON.stringify({ id: "bridge", text: TEXT, quotes });
const QUOTE = { type: "direct", content: [[1, 20]], cue: [[22, 26]], source: [[27, 42]], speaker: "Ilse Tarn" };

describe("npm run eval:quotes", () => {
  it("prints the scores, the calibration and the mistakes, and writes the figures", async () => {
    const from = temporaryFolder({ "gold.jsonl": `${gold([QUOTE, { type: "indirect", content: [[45, 51]] }])}\n` });
    const args = ["--gold", "gold.jsonl", "--tagger", "off", "--json", "figures.json"];
    const { code, stdout, stderr } = await runCommand(EVALUATE, { args, from });
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^direct +1 +100\.0 +100\.0 +100\.0 +100\.0$/m);
    expect(stdout).toContain("Canonical speakers right: 100.0 % of 1 quotes found.");
    expect(stdout).toContain("Articles that fail: 0 of 1.");
    expect(stdout).toMatch(/expected calibration error 0\.\d{3}/);
    expect(stdout).toMatch(/^indirect \(no cue\) +1 +“Nobody” \(bridge\)$/m);
    const figures = JSON.parse(readFileSync(join(from, "figures.json"), "utf8"));
    expect(figures.scores.kinds.direct.both).toBe(1);
    expect(figures.reading).toMatchObject({ annotated: 1, failed: 0 });
  });

  it("names the line that is no annotated article", async () => {
    const from = temporaryFolder({ "gold.jsonl": `${gold([])}\n{"id": "b", "text": "No quotes."}\n` });
    const { code, stderr } = await runCommand(EVALUATE, { args: ["--gold", "gold.jsonl"], from });
    expect(stderr).toMatch(/gold\.jsonl line 2 is not an article with annotated quotes/);
    expect(code).toBe(1);
  });

  it("refuses a command line without annotated articles", async () => {
    const { code, stderr } = await runCommand(EVALUATE, { args: [] });
    expect(stderr).toContain("--gold");
    expect(code).toBe(2);
  });
});
