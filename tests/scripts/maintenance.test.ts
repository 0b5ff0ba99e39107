import { once } from "node:events";
import { truncateSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { runCommand } from "../run-command.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const ARTICLE = `Ferry to Okelby returns

“We sail again on Monday,” said the harbour master, Runa Feld. She thanked the crews.

The council in Varnsund said it would pay for the first month.
`;
const HEARING = `WEBVTT

00:01.000 --> 00:04.000
<v Runa Feld>Thank you, Madam Chair. I will be brief.

00:05.000 --> 00:09.000
<v Chair Olsen>How many boats does the harbour have?
`;

describe("the commands that keep an index", () => {
  it("find a sound index sound, put a backup back over a destroyed one, and repair without loss", async () => {
    const folder = temporaryFolder({ "news/ferry.txt": ARTICLE, "news/hearing.vtt": HEARING });
    const env = { VERBATIM_DATA_DIR: join(folder, "index"), VERBATIM_TAGGER: "off" };
    const run = (name: string, ...args: readonly string[]) =>
      runCommand(`scripts/${name}.ts`, { args, env, from: folder });
    expect(await run("index-articles", "news")).toMatchObject({ code: 0 });
    expect(await run("check-index")).toMatchObject({ code: 0, stdout: expect.stringContaining("spans: holds") });
    expect(await run("backup-index", "copy.verbatim")).toMatchObject({ code: 0 });
    truncateSync(join(folder, "index", "verbatim.sqlite"), 20_000);
    expect(await run("check-index")).toMatchObject({ code: 1, stdout: expect.stringContaining("npm run restore") });
    expect(await run("restore-index", "copy.verbatim")).toMatchObject({ code: 0 });
    const repaired = await run("repair-index");
    expect(repaired).toMatchObject({ code: 0, stdout: expect.stringContaining("2 articles are in the index again") });
    expect(await run("check-index")).toMatchObject({ code: 0 });
  });
});

describe("a command that works on the files of an index", () => {
  it.each(["check-index", "backup-index", "restore-index", "repair-index"])(
    "says so of %s where the index lies in a cluster",
    async (name) => {
      const env = { VERBATIM_DATA_DIR: temporaryFolder(), VERBATIM_STORE: "opensearch" };
      const { code, stderr } = await runCommand(`scripts/${name}.ts`, {
        args: name.match(/^(?:backup|restore)/) ? ["copy"] : [],
        env,
      });
      expect(code).toBe(2);
      expect(stderr).toContain("VERBATIM_STORE=opensearch keeps it in a cluster: use OpenSearch's snapshots");
    },
  );
});

describe("npm run doctor", () => {
  it("says of each thing that is amiss what to do", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void taken.close());
    await once(taken, "listening");
    const env = {
      VERBATIM_DATA_DIR: temporaryFolder({ "verbatim.sqlite": "no database at all" }),
      VERBATIM_MODEL: "no-such-model",
      VERBATIM_PORT: String((taken.address() as AddressInfo).port),
    };
    const { code, stdout } = await runCommand("scripts/doctor.ts", { env });
    expect(code).toBe(1);
    expect(stdout).toMatch(/AMISS {2}embedding model: no-such-model is not there\n.*VERBATIM_MODEL/);
    expect(stdout).toMatch(/AMISS {2}index: .*\n.*npm run restore/);
    expect(stdout).toMatch(/AMISS {2}port: .*\n.*VERBATIM_PORT/);
    expect(stdout).toMatch(/well {3}node/);
  });
});
