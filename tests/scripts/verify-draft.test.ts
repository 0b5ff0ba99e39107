import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { githubAnnotations } from "../../scripts/verify-draft/github-annotations.ts";
import { linesOf } from "../../scripts/verify-draft/lines-of-quotes.ts";
import type { DraftLine } from "../../src/draft/draft-report.ts";
import { runCommand } from "../run-command.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const VERIFY = "scripts/verify-draft.ts";
const HERRING = "Herring holds\n\n“The herring never asks for the fare twice,” said Captain Ida Holt on the quay.\n";
const GOOD = "A draft\n\n“The herring never asks for the fare twice,” said Ida Holt.\n";
const BAD = "# A *new* draft\n\n“The herring always asks for the [fare](https://a.example) twice,” said Ida Holt.\n";
const NOTES =
  "Interview with Ida Holt\n\nIDA HOLT: I sold my last net to a museum in spring.\n\nASKER: Which one?\n\nIDA HOLT: The small one by the pier.\n";
const INTERVIEW = "A draft\n\n“I sold my last net to a museum in spring,” said Ida Holt.\n";

/** A folder with an archive and drafts, and no index. */
function newPlace() {
  const files = {
    "archive/herring.txt": HERRING,
    "good.txt": GOOD,
    "bad.md": BAD,
    "notes.txt": NOTES,
    "own.txt": INTERVIEW,
  };
  const from = temporaryFolder(files);
  return { from, env: { VERBATIM_DATA_DIR: join(from, "index"), VERBATIM_TAGGER: "off" } };
}

describe("npm run verify", () => {
  it("explains itself with --help", async () => {
    const { code, stdout } = await runCommand(VERIFY, { args: ["--help"] });
    expect(code).toBe(0);
    for (const word of ["DRAFT", "--against", "--notes", "--json", "--report", "github", "Exit code"]) {
      expect(stdout).toContain(word);
    }
  });

  it.each([
    [[], /missing required argument/],
    [["a.txt", "--format", "xml"], /github/],
    [["a.txt", "--json", "--format", "github"], /not both/],
    [["a.txt", "--from", "yesterday"], /"yesterday" is not a date/],
  ])("refuses the command line %j with a sentence", async (args, sentence) => {
    const { code, stderr } = await runCommand(VERIFY, { args });
    expect(stderr).toMatch(sentence);
    expect(code).toBe(2);
  });

  it("ends with 0 where nothing needs a look", async () => {
    const { code, stdout } = await runCommand(VERIFY, { args: ["good.txt", "--against", "archive"], ...newPlace() });
    expect(stdout).toBe(
      "good.txt:3  said in these words  “The herring never asks for the fare twice,” — Ida Holt\n" +
        "good.txt: 1 quote: 1 said in these words. None needs a look.\n",
    );
    expect(code).toBe(0);
  });

  it("ends with 1 where something does, tells what in a line and a report", async () => {
    const place = newPlace();
    const args = ["bad.md", "--against", "archive", "--report", "report.md"];
    const { code, stdout } = await runCommand(VERIFY, { args, ...place });
    expect(stdout).toContain(
      "bad.md:3  altered  “The herring always asks for the fare twice,” — Ida Holt\n    Ida Holt did not",
    );
    expect(code).toBe(1);
    const report = readFileSync(join(place.from, "report.md"), "utf8");
    expect(report).toMatch(
      /^# Quotes of A new draft\n\n1 quote: 1 altered\. 1 needs a look\.\n\n## To look at\n\n### 1\. Altered\n/,
    );
    expect(report).toContain("- “always” for “never”");
  });

  it("prints a line of JSON a quote", async () => {
    const args = ["bad.md", "good.txt", "--against", "archive", "--json"];
    const { code, stdout, stderr } = await runCommand(VERIFY, { args, ...newPlace() });
    const [bad, good, ...more] = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(more).toEqual([]);
    expect(bad).toMatchObject({
      ...{
        file: "bad.md",
        text: "The herring always asks for the fare twice,",
        speaker: "Ida Holt",
        verdict: "ALTERED",
      },
      changes: [{ kind: "NEGATION", claim: "always", source: "never", isMarked: false }],
      source: {
        text: "The herring never asks for the fare twice",
        speaker: "Ida Holt",
        title: "Herring holds",
        url: null,
      },
      needsALook: true,
    });
    expect(good).toMatchObject({ file: "good.txt", verdict: "VERBATIM", needsALook: false });
    expect(GOOD.slice(good.start, good.end)).toBe(good.text);
    expect(stderr).toContain("bad.md: 1 quote: 1 altered.");
    expect(code).toBe(1);
  });

  it("takes the draft's own interviews for sources, and a draft from standard input", async () => {
    const without = await runCommand(VERIFY, { args: ["-", "--against", "archive"], input: INTERVIEW, ...newPlace() });
    expect(without.stdout).toContain("not found");
    expect(without.code).toBe(1);
    const args = ["own.txt", "--against", "archive", "--notes", "notes.txt"];
    const beside = await runCommand(VERIFY, { args, ...newPlace() });
    expect(beside.stdout).toContain("said in these words");
    expect(beside.code).toBe(0);
  });

  it("writes what was found in the form that each file's ending tells", async () => {
    const place = newPlace();
    const args = ["bad.md", "good.txt", "--against", "archive", "--out", "all.csv", "all.bib", "all.jsonl", "all.md"];
    const { code } = await runCommand(VERIFY, { args, ...place });
    expect(code).toBe(1);
    const read = (file: string) => readFileSync(join(place.from, file), "utf8");
    expect(read("all.csv")).toMatch(/^\ufeffdraft,text,start,/);
    expect(read("all.csv")).toContain('A new draft,"The herring always asks for the fare twice,",');
    expect(read("all.bib").match(/@misc\{/g)).toHaveLength(2);
    expect(read("all.jsonl").trim().split("\n")).toHaveLength(2);
    expect(read("all.md")).toMatch(/^# Quotes of A new draft\n/);
  });

  it("writes a ClaimReview of what a person has rated, and of nothing else", async () => {
    const place = newPlace();
    const read = (file: string) => readFileSync(join(place.from, file), "utf8");
    const drafts = ["bad.md", "good.txt", "--against", "archive"];
    await runCommand(VERIFY, { args: [...drafts, "--out", "rated.csv"], ...place });
    const reviewed = [...drafts, "--ratings", "rated.csv", "--reviewer", "Ada Rook", "--out", "reviews.jsonld"];
    const none = await runCommand(VERIFY, { args: reviewed, ...place });
    expect(none.stderr).toMatch(/Nobody has rated anything/);
    const [head, first, ...others] = read("rated.csv").split("\r\n");
    writeFileSync(join(place.from, "rated.csv"), [head, `${first}=Not what she said`, ...others].join("\r\n"));
    await runCommand(VERIFY, { args: reviewed, ...place });
    expect(JSON.parse(read("reviews.jsonld"))["@graph"]).toEqual([
      {
        "@type": "ClaimReview",
        claimReviewed: "The herring always asks for the fare twice,",
        reviewRating: { "@type": "Rating", alternateName: "=Not what she said" },
        author: { "@type": "Person", name: "Ada Rook" },
        itemReviewed: { "@type": "Claim", author: { "@type": "Person", name: "Ida Holt" } },
      },
    ]);
  });

  it.each([
    [["a.txt", "--out", "a.xml"], /a\.xml must end in \.md/],
    [["a.txt", "--out", "a.jsonld"], /of a person's ratings/],
    [["a.txt", "--review-url", "quay"], /give the url in full/],
  ])("refuses the command line %j with a sentence", async (args, sentence) => {
    const { code, stderr } = await runCommand(VERIFY, { args });
    expect(stderr).toMatch(sentence);
    expect(code).toBe(2);
  });

  it.each([
    [["none.txt", "--against", "archive"], /none\.txt can't be read/],
    [["archive", "--against", "archive"], /can't be read/],
    [["good.txt"], /holds no article to hold a draft against/],
    [["good.txt", "--against", "nowhere"], /no such file or folder/],
  ])("says in a sentence what is wrong with %j", async (args, sentence) => {
    const { code, stderr } = await runCommand(VERIFY, { args, ...newPlace() });
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
  });
});

const LINE: DraftLine = {
  ...{
    text: "Fish, 100% of it",
    start: 0,
    end: 16,
    speaker: null,
    speakerKind: null,
    verdict: "NOT_FOUND",
    needsALook: true,
  },
  ...{ changes: [], source: null, summary: "Nothing like this\nwas found." },
};

describe("annotations for GitHub", () => {
  it("are warnings for what is only not found, with what would end them escaped", () => {
    expect(githubAnnotations("a,b.md", [LINE], [7])).toEqual([
      "::warning file=a%2Cb.md,line=7,title=Quote not found::“Fish, 100%25 of it”: Nothing like this%0Awas found.",
    ]);
  });

  it("are errors for what was changed, and none for what needs no look", () => {
    expect(githubAnnotations("a.md", [{ ...LINE, verdict: "ALTERED" }], [null])[0]).toMatch(
      /^::error file=a\.md,title=/,
    );
    expect(githubAnnotations("a.md", [{ ...LINE, needsALook: false }], [1])).toEqual([]);
  });
});

describe("the lines of quotes in a file", () => {
  it("are found through the file's own signs, the second of two equal ones behind the first", () => {
    const file = "One\n\n**We** do _not_ row.\r\n\r\nWe do not row.\n";
    expect(linesOf(file, ["We do not row.", "We do not row.", "Nobody rows"])).toEqual([3, 5, null]);
  });
});
