import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Command } from "commander";
import { readConfig } from "../src/config.ts";
import { prepareMaterial } from "./bench/bench-material.ts";
import { fillIndex } from "./bench/fill-index.ts";
import { describeMachine } from "./bench/machine.ts";
import { SeededRandom } from "./bench/seeded-random.ts";
import { aboveZero, EXIT, failWith, inWorkingDirectory } from "./command-line.ts";
import { copyIndex } from "./faults/copy-index.ts";
import { formatTable } from "./format-table.ts";
import { type LoadFigures, SteadyAsker } from "./load/ask-steadily.ts";
import { highestRate } from "./load/highest-rate.ts";
import { nextQuestion, readMaterial } from "./load/question-mix.ts";
import { type ServedIndex, withServedIndex } from "./load/served-index.ts";
import { writeDuring } from "./load/writing-rounds.ts";
import { exitOnSignals, temporaryFolder } from "./temporary-folder.ts";

interface Options {
  readonly chunks?: number;
  readonly data?: string;
  readonly rate?: number;
  readonly seconds: number;
  readonly limit: number;
  readonly writing?: number;
  readonly requests?: number;
  readonly out: string;
}

const SEED = 7;
const WARM_UP = { perSecond: 10, seconds: 5 };
const RECOVERY_S = 10;
/** Of many requests. */
const PARTS = 10;

const HELP = `
The mix: of a hundred requests 60 are searches with facets, 15 look for people, 10 verify a quote, 10 read an article, 5
ask for an answer; from eight addresses of this machine, each when it is due, whether or not answers come.
Finds the highest rate whose p99 stays below --limit for --seconds, then asks twice and ten times as much, then half.

Exit code: 0 when all was measured, 1 when something failed, 2 for a wrong command line, 130 when interrupted.`;

const command = new Command("npm run load --")
  .description("Measures how much the server can take, and what becomes of more than that.")
  .option("--chunks <number>", "serve an index of so many invented passages", aboveZero)
  .option("--data <folder>", "serve the index of this folder; the configured one without either")
  .option("--rate <number>", "requests a second to keep up, in place of the highest", aboveZero)
  .option("--seconds <number>", "how long each rate is kept up", aboveZero, 60)
  .option("--limit <ms>", "the longest p99 that is good enough", aboveZero, 250)
  .option(
    "--writing <articles>",
    "in place of more than the rate, put so many invented articles in while it answers, and a tenth of them out, again and again; into a copy of --data",
    aboveZero,
  )
  .option(
    "--requests <number>",
    "ask so many at the rate: while articles go in and out, or in place of more than it, with the memory after each tenth",
    aboveZero,
  )
  .option("--out <file>", "where the JSON goes", "dist/load.json")
  .addHelpText("after", HELP)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage))
  .parse();

await run(command.opts<Options>()).catch(failWith);

async function run(options: Options): Promise<void> {
  if (options.writing !== undefined && options.chunks === undefined && options.data === undefined) {
    command.error("error: --writing changes the index: only one of --chunks, or a copy of --data, may be changed");
  }
  const folder = temporaryFolder();
  exitOnSignals(EXIT.interrupted);
  const directory = await indexFolder(options, folder);
  await withServedIndex(directory, async (served) => {
    const material = await readMaterial(served.url);
    const random = new SeededRandom(SEED);
    const asker = new SteadyAsker(served.url, () => nextQuestion(material, random));
    try {
      const figures = await measure(asker, served, directory, options);
      process.stdout.write(`\n${tableOf(figures)}\n`);
      writeReport(options.out, figures);
    } finally {
      await asker.close();
    }
  });
}

async function indexFolder({ chunks, data, writing }: Options, folder: string): Promise<string> {
  const config = readConfig(process.env);
  const directory = join(folder, "load");
  if (chunks === undefined) {
    const given = data === undefined ? config.dataDirectory : inWorkingDirectory(data);
    if (writing === undefined) return given;
    copyIndex(given, directory);
    return directory;
  }
  say(`Making an index of ${chunks} invented passages`);
  await fillIndex(directory, chunks, await prepareMaterial(config, 1), ["QUOTE", "PARAGRAPH"]);
  return directory;
}

interface Row extends LoadFigures {
  readonly name: string;
  readonly memoryMb: number | null;
}

/** Asks at a rate for some seconds, and keeps what became of it as a row. */
type At = (name: string, perSecond: number, seconds: number) => Promise<void>;

async function measure(
  asker: SteadyAsker,
  served: ServedIndex,
  directory: string,
  options: Options,
): Promise<readonly Row[]> {
  const { seconds, limit, requests, writing } = options;
  await asker.ask(WARM_UP);
  const onTrial = (name: string, figures: LoadFigures) => say(describe(name, figures));
  const rate = options.rate ?? (await highestRate(asker, { limit, seconds, onTrial }));
  const rows: Row[] = [];
  const at: At = async (name, perSecond, during) => {
    const figures = await asker.ask({ perSecond, seconds: during });
    rows.push({ name, ...figures, memoryMb: served.memoryMb() });
    say(describe(name, figures));
  };
  if (writing !== undefined) {
    await at("nothing written", rate, seconds);
    const asking = at("while articles go in and out", rate, requests === undefined ? seconds : requests / rate);
    const { put, removed, looks } = await writeDuring(directory, served, writing, asking);
    say(`${put} articles went in and ${removed} out; seen ${looks} times, always whole`);
  } else if (requests !== undefined) await askMany(at, rate, requests);
  else await overload(at, rate, seconds);
  return rows;
}

async function askMany(at: At, rate: number, requests: number): Promise<void> {
  for (let part = 1; part <= PARTS; part++) {
    await at(`after ${Math.round((part * requests) / PARTS)} requests`, rate, requests / PARTS / rate);
  }
}

async function overload(at: At, rate: number, seconds: number): Promise<void> {
  await at("the rate", rate, seconds);
  await at("twice", 2 * rate, seconds);
  await at("ten times", 10 * rate, seconds);
  for (let second = 1; second <= RECOVERY_S; second++) await at(`half, second ${second} after`, rate / 2, 1);
  await at("the rate again", rate, seconds);
}

function describe(name: string, { perSecond, answered, seconds, shed, failed, answeredMs, firstFailure }: LoadFigures) {
  const told = `${name}: ${perSecond.toFixed(0)}/s asked, ${(answered / seconds).toFixed(1)}/s answered`;
  const failure = firstFailure === null ? "" : ` (${firstFailure})`;
  return `${told}, p99 ${answeredMs.p99.toFixed(0)} ms, ${shed} shed, ${failed} failed${failure}`;
}

function tableOf(rows: readonly Row[]): string {
  const ms = (value: number) => (Number.isNaN(value) ? "-" : value.toFixed(0));
  return formatTable([
    [
      "Load",
      "asked/s",
      "answered/s",
      "shed/s",
      "failed",
      "p50 ms",
      "p95 ms",
      "p99 ms",
      "shed p50 ms",
      "shed p99 ms",
      "memory MB",
    ],
    ...rows.map(({ name, perSecond, seconds, answered, shed, failed, answeredMs, shedMs, memoryMb }) => [
      name,
      perSecond.toFixed(0),
      (answered / seconds).toFixed(1),
      (shed / seconds).toFixed(1),
      String(failed),
      ...[answeredMs.p50, answeredMs.p95, answeredMs.p99, shedMs.p50, shedMs.p99].map(ms),
      String(memoryMb ?? "?"),
    ]),
  ]);
}

function writeReport(out: string, rows: readonly Row[]): void {
  const path = inWorkingDirectory(out);
  mkdirSync(dirname(path), { recursive: true });
  const report = { measuredAt: new Date().toISOString(), machine: describeMachine(), rows };
  writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`);
  say(`Wrote ${path}`);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
