import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { readConfig } from "../src/config.ts";
import { type BenchMaterial, prepareMaterial } from "./bench/bench-material.ts";
import {
  exportTable,
  filterTable,
  indexingTable,
  queryTable,
  startTable,
  verificationTable,
} from "./bench/figure-tables.ts";
import { describeMachine } from "./bench/machine.ts";
import { measureExport } from "./bench/measure-export.ts";
import { measureIndexing } from "./bench/measure-indexing.ts";
import { MEASURED_QUERIES, measureQueries, WARM_UP_QUERIES } from "./bench/measure-queries.ts";
import { measureStart } from "./bench/measure-start.ts";
import { measureVerification } from "./bench/measure-verification.ts";
import { EXIT, failWith, inWorkingDirectory } from "./command-line.ts";
import { exitOnSignals, temporaryFolder } from "./temporary-folder.ts";

const SUBJECTS = ["start", "indexing", "queries", "verification", "export"] as const;

type Subject = (typeof SUBJECTS)[number];
type Measures = Readonly<Record<Subject, () => Promise<unknown>>>;

interface Options {
  readonly only?: Subject;
  readonly sizes: readonly number[];
  readonly corpus?: string;
  readonly out: string;
}

const HELP = `
Measures on invented articles, in temporary folders, and takes about ten minutes on two cores; nothing else should
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
  const subjects = only === undefined ? SUBJECTS : [only];
  let material: Promise<BenchMaterial> | null = null;
  const prepared = () => {
    material ??= prepareMaterial(config, WARM_UP_QUERIES + MEASURED_QUERIES);
    return material;
  };
  const measures: Measures = {
    start: async () => shown(await measureStart(config, folder, say), (start) => [startTable(start)]),
    indexing: async () =>
      shown(await measureIndexing(config, folder, absolute(corpus), say), (indexing) => [indexingTable(indexing)]),
    queries: async () =>
      shown(await measureQueries(await prepared(), folder, sizes, say), (queries) => [
        queryTable(queries),
        ...queries.slice(-1).map(filterTable),
      ]),
    verification: async () =>
      shown(await measureVerification(await prepared(), folder, say), (figures) => [verificationTable(figures)]),
    export: async () => shown(await measureExport(await prepared(), folder, say), (figures) => [exportTable(figures)]),
  };
  const figures: Record<string, unknown> = {};
  for (const subject of subjects) figures[subject] = await measures[subject]();
  writeReport(inWorkingDirectory(out), {
    measuredAt: new Date().toISOString(),
    machine: describeMachine(),
    ...figures,
  });
}

function shown<Figures>(figures: Figures, tablesOf: (figures: Figures) => readonly string[]): Figures {
  for (const table of tablesOf(figures)) process.stdout.write(`\n${table}\n\n`);
  return figures;
}

function absolute(path: string | undefined): string | null {
  return path === undefined ? null : inWorkingDirectory(path);
}

function writeReport(path: string, report: Readonly<Record<string, unknown>>): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`);
  say(`Wrote ${path}`);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function parseSizes(value: string): readonly number[] {
  const sizes = value.split(",").map(Number);
  if (sizes.every((size) => Number.isInteger(size) && size > 0)) return sizes;
  throw new InvalidArgumentError("Give numbers of chunks, such as 1000,10000.");
}
