import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Command } from "commander";
import { readConfig } from "../src/config.ts";
import { prepareMaterial } from "./bench/bench-material.ts";
import { fillIndex } from "./bench/fill-index.ts";
import { describeMachine } from "./bench/machine.ts";
import { SeededRandom } from "./bench/seeded-random.ts";
import { aboveZero, EXIT, failWith, inWorkingDirectory } from "./command-line.ts";
import { inventedLines } from "./faults/invented-lines.ts";
import { commandOn, succeed } from "./faults/killed-command.ts";
import { formatTable } from "./format-table.ts";
import { type LoadFigures, SteadyAsker } from "./load/ask-steadily.ts";
import { nextQuestion, readMaterial } from "./load/question-mix.ts";
import { type ServedIndex, withServedIndex } from "./load/served-index.ts";
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
const WARM_UP_S = 5;
const TRIAL_S = 10;
/** Rates that are tried lie so far apart, as a share. */
const STEP = 1.15;
const FIRST_RATE = 10;
const MOST_TRIALS = 25;
const RECOVERY_S = 10;
/** Of many requests. */
const PARTS = 10;
/** A rate is kept up where so many of a thousand questions at most are shed or fail. */
const LOST_PER_THOUSAND = 1;

const HELP = `
The mix: of a hundred requests 60 are searches with facets, 15 look for people, 10 verify a quote, 10 read an article, 5
ask for an answer; from eight addresses of this machine, each when it is due, whether or not answers come.
Finds the highest rate with p99 below --limit, keeps it up for --seconds, then asks twice and ten times as much, then half.

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
    "put so many invented articles into the index while it answers; only with --chunks",
    aboveZero,
  )
  .option(
    "--requests <number>",
    "ask so many at the rate, in place of more than it, and tell the memory after each tenth",
    aboveZero,
  )
  .option("--out <file>", "where the JSON goes", "dist/load.json")
  .addHelpText("after", HELP)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage))
  .parse();

await run(command.opts<Options>()).catch(failWith);

async function run(options: Options): Promise<void> {
  if (options.writing !== undefined && options.chunks === undefined) {
    command.error("error: --writing changes the index: only one of --chunks may be changed");
  }
  const folder = temporaryFolder();
  exitOnSignals(EXIT.interrupted);
  const directory = await indexFolder(options, folder);
  await withServedIndex(directory, async (served) => {
    const material = await readMaterial(served.url);
    const random = new SeededRandom(SEED);
    const asker = new SteadyAsker(served.url, () => nextQuestion(material, random));
    try {
      const figures = await measure(asker, served, options, () => write(directory, options.writing ?? 0));
      process.stdout.write(`\n${tableOf(figures)}\n`);
      writeReport(options.out, figures);
    } finally {
      await asker.close();
    }
  });
}

/** Puts invented articles in, as `npm run index` does, in a process beside the server. */
async function write(directory: string, count: number): Promise<void> {
  const articles = `${directory}.jsonl`;
  writeFileSync(articles, inventedLines(SEED, count).join(""));
  await succeed(commandOn("index-articles", directory, [articles]));
}

async function indexFolder({ chunks, data }: Options, folder: string): Promise<string> {
  const config = readConfig(process.env);
  if (chunks === undefined) return data === undefined ? config.dataDirectory : inWorkingDirectory(data);
  say(`Making an index of ${chunks} invented passages`);
  const directory = join(folder, "load");
  await fillIndex(directory, chunks, await prepareMaterial(config, 1), ["QUOTE", "PARAGRAPH"]);
  return directory;
}

interface Row extends LoadFigures {
  readonly name: string;
  readonly memoryMb: number | null;
}

async function measure(
  asker: SteadyAsker,
  served: ServedIndex,
  options: Options,
  writeArticles: () => Promise<void>,
): Promise<readonly Row[]> {
  const { seconds, limit, requests } = options;
  await asker.ask({ perSecond: FIRST_RATE, seconds: WARM_UP_S });
  const best = options.rate ?? (await highestRate(asker, limit));
  const rows: Row[] = [];
  const at = async (name: string, perSecond: number, during: number) => {
    const figures = await asker.ask({ perSecond, seconds: during });
    rows.push({ name, ...figures, memoryMb: served.memoryMb() });
    say(describe(name, figures));
  };
  if (requests !== undefined) {
    for (let part = 1; part <= PARTS; part++) {
      await at(`after ${Math.round((part * requests) / PARTS)} requests`, best, requests / PARTS / best);
    }
    return rows;
  }
  await at("the rate", best, seconds);
  if (options.writing !== undefined) {
    await Promise.all([at("the rate, while articles go in", best, seconds), writeArticles()]);
  }
  await at("twice", 2 * best, seconds);
  await at("ten times", 10 * best, seconds);
  for (let second = 1; second <= RECOVERY_S; second++) await at(`half, second ${second} after`, best / 2, 1);
  await at("the rate again", best, seconds);
  return rows;
}

/** Tries higher and higher rates for some seconds each, until one is not kept up twice. */
async function highestRate(asker: SteadyAsker, limit: number): Promise<number> {
  let best = FIRST_RATE;
  for (let trial = 0; trial < MOST_TRIALS; trial++) {
    const perSecond = Math.round(best * STEP + 0.5);
    if (!((await keepsUp(asker, perSecond, limit)) || (await keepsUp(asker, perSecond, limit)))) return best;
    best = perSecond;
  }
  return best;
}

async function keepsUp(asker: SteadyAsker, perSecond: number, limit: number): Promise<boolean> {
  const figures = await asker.ask({ perSecond, seconds: TRIAL_S });
  say(describe("trying", figures));
  const lost = figures.asked - figures.answered;
  return figures.answeredMs.p99 < limit && lost * 1_000 <= LOST_PER_THOUSAND * figures.asked;
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
