import { extname } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { describeSettings } from "../src/config.ts";
import { DRAFT_ENDINGS } from "../src/draft/draft-endings.ts";
import { DRAFT_COLUMNS, DRAFT_FORMATS } from "../src/draft/draft-formats.ts";
import { checkDate, checkLastDate, EXIT, failWith } from "./command-line.ts";
import type { DraftOptions } from "./verify-draft/check-drafts.ts";

const HELP = `
Files: ${DRAFT_ENDINGS.join(", ")}, or - for text on standard input.
Every quote of a draft is held against the index, or against the articles of a folder. docs/draft.md tells what the verdicts mean.

--json prints a line a quote:
  {"file", "text", "start", "end", "speaker", "speakerKind", "verdict", "changes": [{"kind", "claim", "source", "isMarked"}],
   "source": {"text", "speaker", "title", "publisher", "author", "publishedAt", "url"} or null, "needsALook", "summary"}
Offsets are UTF-16 code units into the draft's text as it was read.

Columns of --out FILE.csv:
${Object.entries(DRAFT_COLUMNS)
  .map(([name, what]) => `  ${name.padEnd(18)} ${what}`)
  .join("\n")}

${describeSettings()}

Exit code: 0 when nothing needs a look, 1 when something does or a draft can't be read, 2 for a wrong command line.`;

const command = new Command("npm run --silent verify --")
  .description(
    "Checks the quotes of drafts before they print: said, altered, somebody else's, out of context, not found.",
  )
  .argument("<DRAFT...>", "files, or - for standard input")
  .option("--against <folder>", "hold them against the articles of this folder, not the index")
  .option("--notes <file...>", "the drafts' own interviews and notes, which count as sources too", [])
  .option("--publisher <name>", "only articles of this publisher count")
  .option("--from <date>", "only articles of this day or later count: 2024-03-05", checkDate)
  .option("--to <date>", "only articles of this day or earlier count", checkLastDate)
  .option("--json", "print a line of JSON a quote", false)
  .option("--report <file>", "write a report there, as Markdown")
  .option(
    "--out <file...>",
    "write what was found there; the ending tells how: .md, .csv, .jsonl, .bib, .jsonld for ClaimReview",
    checkEnding,
    [],
  )
  .option("--ratings <file>", "a .csv of --out with its column rating filled in by a person")
  .option("--reviewer <name>", "who has set the ratings, for .jsonld")
  .option("--review-url <url>", "where the ratings are published, for .jsonld", checkUrl)
  .addOption(new Option("--format <format>", "how quotes are printed").choices(["text", "github"]).default("text"))
  .addHelpText("after", HELP)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage))
  .parse();

function checkEnding(file: string, before: readonly string[]): readonly string[] {
  const ending = extname(file).slice(1);
  if (ending === "jsonld" || ending in DRAFT_FORMATS) return [...before, file];
  throw new InvalidArgumentError(`${file} must end in .md, .csv, .jsonl, .bib or .jsonld.`);
}

function checkUrl(url: string): string {
  if (/^https?:/.test(url) && URL.canParse(url)) return url;
  throw new InvalidArgumentError("give the url in full, such as https://example.org/review.");
}

await run(command.args, command.opts<DraftOptions>()).catch(failWith);

async function run(paths: readonly string[], options: DraftOptions): Promise<void> {
  if (options.out.some((file) => file.endsWith(".jsonld")) && !(options.ratings && options.reviewer))
    command.error("error: a .jsonld is of a person's ratings: give --ratings FILE.csv and --reviewer NAME");
  if (options.json && options.format === "github") command.error("error: give --json or --format github, not both");
  // Loaded only now, so that help and a wrong command line are told at once.
  const { checkDrafts } = await import("./verify-draft/check-drafts.ts");
  await checkDrafts(paths, options);
}
