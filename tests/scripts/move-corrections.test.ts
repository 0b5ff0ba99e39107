import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openRealIndex } from "../real-index.ts";
import { runCommand } from "../run-command.ts";
import { articleFrom } from "../store/article-fixture.ts";
import { correction, personNamed, undoneAt, wordsOf } from "../store/correction-fixture.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const MOVE = "scripts/move-corrections.ts";

const FERRY = {
  key: "ferry",
  passages: [{ words: "The ferry stays where it is.", by: "Lena Marsh" }],
  entities: [{ name: "Lena Marsh" }, { name: "Tom Okafor" }],
};
const okafor = personNamed("Tom Okafor");
const MADE = [
  correction(1, { kind: "SPEAKER", words: wordsOf(FERRY, 0), speaker: okafor }),
  correction(2, { kind: "HIDDEN", words: wordsOf(FERRY, 0) }),
  correction(3, { kind: "RENAMED", person: okafor, name: "Thomas Okafor" }),
  correction(4, {
    kind: "SPLIT",
    from: personNamed("Lena Marsh"),
    into: personNamed("Lena Other"),
    named: [{ articleId: articleFrom(FERRY).article.id, name: "Lena Marsh" }],
  }),
];

describe("npm run corrections", () => {
  it("takes what was put right from one index to another, and twice is once", async () => {
    const one = await openRealIndex([articleFrom(FERRY)]);
    for (const made of MADE) await one.store.correct(made);
    await one.store.undoCorrection("correction 2", undoneAt(9));
    await one.store.save();
    const listed = (await one.store.listCorrections({ first: 9, after: null })).items;
    await one.store.close();

    const from = temporaryFolder();
    const out = await runCommand(MOVE, {
      args: ["export", "made.jsonl"],
      env: { VERBATIM_DATA_DIR: one.directory },
      from,
    });
    expect(out).toMatchObject({ code: 0, stderr: "" });
    await one.close();
    const lines = readFileSync(join(from, "made.jsonl"), "utf8").trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual(listed.map(({ value }) => value));

    const two = await openRealIndex([articleFrom(FERRY)]);
    await two.store.save();
    await two.store.close();
    const env = { VERBATIM_DATA_DIR: two.directory };
    for (const _ of [1, 2]) {
      const taken = await runCommand(MOVE, { args: ["import", "made.jsonl"], env, from });
      expect(taken).toMatchObject({ code: 0, stderr: expect.stringMatching(/corrections taken in: 4\.\n$/) });
    }
    const again = await runCommand(MOVE, { args: ["export", "again.jsonl"], env, from });
    expect(again.code).toBe(0);
    expect(readFileSync(join(from, "again.jsonl"), "utf8")).toBe(readFileSync(join(from, "made.jsonl"), "utf8"));
    await two.close();
  });

  it("names a bad line, takes in the others, and says so of a file that is not there", async () => {
    const index = await openRealIndex([articleFrom(FERRY)]);
    await index.store.save();
    await index.store.close();
    const env = { VERBATIM_DATA_DIR: index.directory };
    const from = temporaryFolder();
    const bad = { ...MADE[1], change: { kind: "HIDDEN" } };
    writeFileSync(join(from, "bad.jsonl"), `${JSON.stringify(MADE[0])}\n\nno JSON\n${JSON.stringify(bad)}\n`);
    const taken = await runCommand(MOVE, { args: ["import", "bad.jsonl"], env, from });
    expect(taken.code).toBe(1);
    expect(taken.stderr).toMatch(/bad\.jsonl line 3 is no correction\./);
    expect(taken.stderr).toMatch(/bad\.jsonl line 4 is no correction: its "change\.words" won't do/);
    expect(taken.stderr).toMatch(/taken in: 1, lines left out: 2/);
    const missing = await runCommand(MOVE, { args: ["import", "missing.jsonl"], env, from });
    expect(missing).toMatchObject({ code: 1, stderr: expect.stringMatching(/missing\.jsonl can't be read: ENOENT/) });
    await index.close();
  });

  it("explains itself with --help, and refuses what it does not know", async () => {
    const { code, stdout } = await runCommand(MOVE, { args: ["--help"] });
    expect([code, stdout]).toEqual([0, expect.stringMatching(/export.*import.*VERBATIM_DATA_DIR/s)]);
    expect((await runCommand(MOVE, { args: ["forget"] })).code).toBe(2);
    expect((await runCommand(MOVE, { args: ["import"] })).code).toBe(2);
  });
});
