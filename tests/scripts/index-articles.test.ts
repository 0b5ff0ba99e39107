import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { send, startSite } from "../fetching/site.ts";
import { RunningCommand, runCommand } from "../run-command.ts";
import { temporaryFolder, writeFiles } from "../temporary-folder.ts";

const INDEX = "scripts/index-articles.ts";
/** More than are indexed by the time that Ctrl-C arrives. */
const ARTICLES = 150;
const HARBOUR = "Harbour fee to rise\n\n“We had no choice,” said Mayor Ilse Tarn.\n";

/** A folder with articles, and an index of its own. The tagger takes half a second to load, and has tests of its own. */
function newPlace(files: Readonly<Record<string, string | Uint8Array>>) {
  const from = temporaryFolder(files);
  return { from, env: { VERBATIM_DATA_DIR: join(from, "index"), VERBATIM_TAGGER: "off" } };
}

describe("npm run index", () => {
  it("explains itself with --help", async () => {
    const { code, stdout } = await runCommand(INDEX, { args: ["--help"] });
    expect(code).toBe(0);
    for (const word of [
      "PATH",
      "--watch",
      "--reset",
      "--remove",
      "--part",
      "publishedAt",
      "VERBATIM_DATA_DIR",
      "Exit code",
    ]) {
      expect(stdout).toContain(word);
    }
  });

  it.each([
    [[], /name the files or folders/],
    [["a.txt", "b.txt", "--title", "T"], /one file/],
    [["https://a.example/", "--url", "https://b.example/"], /a page has its own address/],
    [["--feed", "https://a.example/", "--watch", "--every", "0"], /at least one minute/],
    [["--feed", "https://a.example/", "--watch", "--every", "10081"], /at most a week, which is 10,080 minutes/],
    [["a.txt", "--part", "3/2"], /such as 1\/2/],
    [["a.txt", "--part", "1/2", "--reset"], /in a run by itself/],
    [["a.txt", "--date", "yesterday"], /"yesterday" is not a date/],
  ])("refuses the command line %j with a sentence", async (args, sentence) => {
    const { code, stderr } = await runCommand(INDEX, { args });
    expect(code).toBe(2);
    expect(stderr).toMatch(sentence);
  });

  it("indexes what it can, names what it can't, and tells so by its exit code", async () => {
    const place = newPlace({ "a.txt": HARBOUR, "b.jsonl": '{"text": "Good line."}\n{"text": "cut in ha' });
    const first = await runCommand(INDEX, { args: ["."], ...place });
    expect(first.stderr).toContain("b.jsonl line 2 is not JSON");
    expect(first.stderr).toContain("2 articles indexed, 1 failed");
    expect(first.code).toBe(1);
    const second = await runCommand(INDEX, { args: ["a.txt", "--json"], ...place });
    expect(second.code).toBe(0);
    expect(JSON.parse(second.stdout)).toMatchObject({ event: "unchanged", title: "Harbour fee to rise" });
  });

  it("shares the work over one list of files with another process at the same time", async () => {
    const articles = Array.from({ length: 12 }, (_, i) => [`${i}.txt`, HARBOUR.replace("Ilse", `Ilse ${i}`)]);
    const place = newPlace(Object.fromEntries(articles));
    const run = (part: string) => runCommand(INDEX, { args: [".", "--json", "--part", part], ...place });
    const runs = await Promise.all([run("1/2"), run("2/2")]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    const ids = runs.map(({ stdout }) =>
      stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).id),
    );
    expect(new Set(ids.flat()).size).toBe(12);
    expect(Math.min(...ids.map(({ length }) => length))).toBeGreaterThan(0);
    const again = await runCommand(INDEX, { args: ["."], ...place });
    expect(again.stderr).toContain("0 articles indexed, 12 unchanged");
  });

  it("indexes the pages of the web that it is given, and leaves out those on this machine", async () => {
    const page =
      "<html><body><article><h1>Ferry waits</h1><p>“We wait,” said Ida Holt, and so did all the others at the pier, for the better part of a week in March, until the wind turned and the first boat could leave for Holm again.</p></article></body></html>";
    const site = await startSite({
      "/a": send("text/html", page),
      "/feed": send("application/feed+json", '{"items":[{"url":"/a"}]}'),
    });
    const place = newPlace({});
    const args = [`${site.origin}/a`, "--feed", `${site.origin}/feed`, "--json"];
    const refused = await runCommand(INDEX, { args, ...place });
    expect(refused.stderr).toContain("is no address on the public internet");
    expect(refused.code).toBe(1);
    const env = { ...place.env, VERBATIM_TEST_LOOPBACK: "1" };
    const read = await runCommand(INDEX, { args, ...place, env });
    site.close();
    expect(JSON.parse(read.stdout)).toMatchObject({ event: "indexed", title: "Ferry waits", url: `${site.origin}/a` });
    expect(read.code).toBe(0);
  });

  it("reads standard input with what the command line says of it, and removes it by url", async () => {
    const place = newPlace({});
    const url = "https://news.example/harbour";
    const args = ["-", "--url", url, "--publisher", "The Tide", "--date", "2024-03-05", "--json"];
    const put = await runCommand(INDEX, { args, ...place, input: HARBOUR });
    expect(JSON.parse(put.stdout)).toMatchObject({ event: "indexed", url, title: "Harbour fee to rise" });
    const removed = await runCommand(INDEX, { args: ["--remove", url], ...place });
    expect([removed.code, removed.stderr]).toEqual([0, "1 of 1 removed.\n"]);
    expect((await runCommand(INDEX, { args: ["--remove", url], ...place })).code).toBe(1);
  });

  it("takes people for known from a file, names its bad lines, and keeps those known where no line is good", async () => {
    const place = newPlace({
      "people.jsonl": '{"name": "Ilse Tarn", "wikidata": "Q42"}\n{"wikidata": "Q43"}\n',
      "bad.jsonl": "Ilse Tarn\n",
    });
    const given = await runCommand(INDEX, { args: ["--people", "people.jsonl"], ...place });
    expect(given.stderr).toContain('people.jsonl line 2 has no "name".');
    expect(given.stderr).toContain("people.jsonl: people known: 1.");
    expect(given.code).toBe(1);
    const bad = await runCommand(INDEX, { args: ["--people", "bad.jsonl"], ...place });
    expect(bad.stderr).toContain("No person could be read from bad.jsonl: those known before stay.");
    const missing = await runCommand(INDEX, { args: ["--people", "none.jsonl"], ...place });
    expect(missing.stderr).toMatch(/^The file of people can't be read: .*none\.jsonl/);
  });

  it("gives way to another run while it waits for more, and goes on after it", async () => {
    const place = newPlace({ "a.txt": HARBOUR });
    const line = (text: string) => `${JSON.stringify({ text })}\n`;
    const first = new RunningCommand(INDEX, { args: ["-", "--format", "jsonl", "--json"], ...place });
    first.write(line("It rained."));
    await first.says(/"event":"indexed"/);
    const second = await runCommand(INDEX, { args: ["a.txt"], ...place });
    expect([second.code, second.stderr]).toEqual([0, expect.stringContaining("1 article indexed")]);
    first.write(line("It snowed."));
    first.end();
    expect((await first.finished()).code).toBe(0);
    const third = await runCommand(INDEX, { args: ["a.txt"], ...place });
    expect(third.stderr).toContain("0 articles indexed, 1 unchanged");
  });

  it("stops at Ctrl-C with what is in, and goes on from there", async () => {
    const line = (i: number) => JSON.stringify({ id: `n${i}`, text: `Report ${i}. The council met again.` });
    const lines = Array.from({ length: ARTICLES }, (_, i) => line(i)).join("\n");
    const place = newPlace({ "news.jsonl": lines });
    const command = new RunningCommand(INDEX, { args: ["news.jsonl", "--json"], ...place });
    await command.says(/"event":"indexed"/);
    command.signal("SIGINT");
    const stopped = await command.finished();
    expect(stopped.code).toBe(130);
    const kept = stopped.stdout.trim().split("\n").length;
    expect(kept).toBeLessThan(ARTICLES);
    const resumed = await runCommand(INDEX, { args: ["news.jsonl"], ...place });
    expect(resumed.stderr).toContain(`${ARTICLES - kept} articles indexed, ${kept} unchanged`);
  });

  it("keeps up with what changes when it watches", async () => {
    const place = newPlace({ "news/a.txt": HARBOUR });
    const command = new RunningCommand(INDEX, { args: ["news", "--watch", "--json"], ...place });
    await command.says(/Watching for changes/);
    writeFiles(place.from, { "news/b.txt": "Ferry stays in port\n\nIt will not sail.\n" });
    await command.says(/"event":"indexed".*Ferry stays in port/);
    command.signal("SIGINT");
    expect((await command.finished()).code).toBe(130);
  });
});
