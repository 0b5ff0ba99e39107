import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { readConfig } from "../src/config.ts";
import { indexingTable, queryTable, startTable } from "./bench/figure-tables.ts";
import { describeMachine } from "./bench/machine.ts";
import { measureIndexing } from "./bench/measure-indexing.ts";
import { measureQueries } from "./bench/measure-queries.ts";
import { measureStart } from "./bench/measure-start.ts";
import { exitOnSignals, temporaryFolder } from "./bench/temporary-folder.ts";
import { EXIT, failWith, WORKING_DIRECTORY } from "./command-line.ts";

const SUBJECTS = ["start", "indexing", "queries"] as const;

interface Options {
  readonly only?: (typeof SUBJECTS)[number];
  readonly sizes: readonly number[];
  readonly corpus?: string;
  readonly out: string;
}

const HELP = `
Measures on invented articles, in temporary folders, and takes about five minutes on two cores; nothing else should
run meanwhile. What each figure means: docs/performance.md.

Exit code: 0 when all was measured, 1 when something failed, 2 for a wrong command line, 130 when interrupted.`;

const command = new Command("npm run bench --")
  .description("Measures start, indexing and queries; prints tables, and writes the figures as JSON.")
  .addOption(new Option("--only <subject>", "measure one subject").choices(SUBJECTS))
  .option("--sizes <chunks,...>", "sizes of index to query", parseSizes, [1_000, 10_000, 100_000])
  .option("--corpus <file>", "index these articles (JSON Lines) in place of invented ones; all of them, six times")
  .option("--out <file>", "where the JSON goes", "dist/bench.json")
  .addHelpText("after", HELP)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage))
  .parse();

await run(command.opts<Options>()).catch(failWith);

async function run({ only, sizes, corpus, out }: Options): Promise<void> {
  const config = readConfig(process.env);
  const folder = temporaryFolder();
  exitOnSignals(EXIT.interrupted);
  const wants = (subject: (typeof SUBJECTS)[number]) => only === undefined || only === subject;
  const corpusPath = corpus === undefined ? null : resolve(WORKING_DIRECTORY, corpus);

  const start = wants("start") ? await measureStart(config, folder, say) : null;
  if (start) print(startTable(start));
  const indexing = wants("indexing") ? await measureIndexing(config, folder, corpusPath, say) : null;
  if (indexing) print(indexingTable(indexing));
  const queries = wants("queries") ? await measureQueries(config, folder, sizes, say) : null;
  if (queries) print(queryTable(queries));

  const report = { measuredAt: new Date().toISOString(), machine: describeMachine(), start, indexing, queries };
  writeReport(resolve(WORKING_DIRECTORY, out), report);
}

function writeReport(path: string, report: Readonly<Record<string, unknown>>): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`);
  say(`Wrote ${path}`);
}

function print(table: string): void {
  process.stdout.write(`\n${table}\n\n`);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function parseSizes(value: string): readonly number[] {
  const sizes = value.split(",").map(Number);
  if (sizes.every((size) => Number.isInteger(size) && size > 0)) return sizes;
  throw new InvalidArgumentError("Give numbers of chunks, such as 1000,10000.");
}
