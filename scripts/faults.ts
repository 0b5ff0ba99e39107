import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { SeededRandom } from "./bench/seeded-random.ts";
import { EXIT, failWith } from "./command-line.ts";
import {
  type FaultPlaces,
  type FaultSubject,
  killBackup,
  killIndexing,
  killRepair,
  killRestore,
} from "./faults/fault-subjects.ts";
import { inventedLines } from "./faults/invented-lines.ts";
import { killChanges } from "./faults/kill-changes.ts";
import { killMigration } from "./faults/kill-migration.ts";
import { killModel } from "./faults/kill-model.ts";
import { exitOnSignals, temporaryFolder } from "./temporary-folder.ts";

const SUBJECTS: Readonly<Record<string, (places: FaultPlaces) => FaultSubject>> = {
  indexing: killIndexing,
  mutations: killChanges,
  migration: killMigration,
  repair: killRepair,
  backup: killBackup,
  restore: killRestore,
};

const MODEL = "model";
const SEED = 11;
/** So that a command takes some seconds. */
const ARTICLES = 60;

interface Options {
  readonly only?: string;
  readonly kills: number;
  readonly seed: number;
  readonly articles: number;
}

const command = new Command("npm run faults --")
  .description(
    "Kills (-9) indexing, mutations, a migration, repair, backup and restore at random moments, and the model under load; checks each time that nothing is lost.",
  )
  .addOption(new Option("--only <subject>", "one of them").choices([...Object.keys(SUBJECTS), MODEL]))
  .option("--kills <number>", "how often each is killed", parseNumber, 100)
  .option("--seed <number>", "other moments", Number, SEED)
  .option("--articles <number>", "how many articles the index has", parseNumber, ARTICLES)
  .addHelpText(
    "after",
    "\nExit code: 0 when nothing was lost, 1 when something was, 2 for a wrong command line, 130 when interrupted.",
  )
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage))
  .parse();

await run(command.opts<Options>()).catch(failWith);

async function run({ only, kills, seed, articles: count }: Options): Promise<void> {
  const folder = temporaryFolder();
  exitOnSignals(EXIT.interrupted);
  const articles = join(folder, "articles.jsonl");
  writeFileSync(articles, [...inventedLines(SEED, count)].join(""));
  for (const [name, subjectOf] of Object.entries(SUBJECTS)) {
    if (only !== undefined && only !== name) continue;
    await killOften(subjectOf({ folder, articles }), kills, new SeededRandom(seed));
  }
  if (only !== undefined && only !== MODEL) return;
  const { longestMs, shed } = await killModel({ folder, articles }, kills, seed);
  const told = `no request failed, ${shed} were told to come again, the longest answer took ${Math.round(longestMs)} ms`;
  process.stdout.write(`model: killed ${kills} times under load, ${told}\n`);
}

async function killOften(subject: FaultSubject, kills: number, random: SeededRandom): Promise<void> {
  const ms = await subject.measure();
  for (let i = 0; i < kills; i++) {
    const moment = Math.round(random.next() * ms);
    await subject.kill(moment).catch((error: unknown) => {
      throw new Error(`${subject.name}, killed after ${moment} of ${Math.round(ms)} ms: ${String(error)}`);
    });
  }
  process.stdout.write(`${subject.name}: killed ${kills} times within ${Math.round(ms)} ms, nothing was lost\n`);
}

function parseNumber(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number > 0) return number;
  throw new InvalidArgumentError("Give a whole number above 0.");
}
