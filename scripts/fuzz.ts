import { Command, Option } from "commander";
import { aboveZero, EXIT } from "./command-line.ts";
import { type FuzzOutcome, fuzzTarget } from "./fuzz/fuzz-target.ts";
import { TARGETS } from "./fuzz/targets.ts";

interface Options {
  readonly only?: string;
  readonly seconds: number;
  readonly seed: number;
}

const MS_PER_SECOND = 1_000;

const command = new Command("npm run fuzz --")
  .description(
    "Gives hostile texts to what reads articles, finds quotes, reads queries and verifies, and tells what breaks it. Texts that reach new code are changed further.",
  )
  .addOption(new Option("--only <target>", "one of them").choices(Object.keys(TARGETS)))
  .option("--seconds <number>", "for how long each is tried", aboveZero, 60)
  .option("--seed <number>", "try the same texts as a run before", Number, Date.now() % 2 ** 31)
  .addHelpText("after", "\nExit code: 0 when nothing broke, 1 when something did, 2 for a wrong command line.")
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage))
  .parse();

const { only, seconds, seed } = command.opts<Options>();
const tried = Object.entries(TARGETS).filter(([name]) => only === undefined || name === only);
for (const [name, target] of tried) tell(name, await fuzzTarget(target, { seed, ms: seconds * MS_PER_SECOND }));

function tell(name: string, { texts, reached, kept, broken }: FuzzOutcome): void {
  const found = broken === null ? "nothing broke" : "BROKEN";
  const coverage = `${reached} places of the code reached, ${kept} texts kept for that`;
  process.stdout.write(`${name}: ${texts} texts, ${coverage}, ${found} (seed ${seed})\n`);
  if (broken === null) return;
  process.stdout.write(`${JSON.stringify(broken.text)}\n${String(broken.error)}\n`);
  process.exitCode = EXIT.failed;
}
