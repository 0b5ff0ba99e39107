import { Command, Option } from "commander";
import fc from "fast-check";
import { aboveZero, EXIT } from "./command-line.ts";
import { hostileText } from "./fuzz/hostile-text.ts";
import { TARGETS } from "./fuzz/targets.ts";

interface Options {
  readonly only?: string;
  readonly seconds: number;
  readonly seed: number;
}

const MAX_PIECES = 120;
/** Some tens of thousands of characters: what takes longer is not linear. */
const SLOWEST_MS = 5_000;
const MS_PER_SECOND = 1_000;

const command = new Command("npm run fuzz --")
  .description(
    "Gives hostile texts to what reads articles, finds quotes, reads queries and verifies, and tells what breaks it.",
  )
  .addOption(new Option("--only <target>", "one of them").choices(Object.keys(TARGETS)))
  .option("--seconds <number>", "for how long each is tried", aboveZero, 60)
  .option("--seed <number>", "try the same texts as a run before", Number, Date.now() % 2 ** 31)
  .addHelpText("after", "\nExit code: 0 when nothing broke, 1 when something did, 2 for a wrong command line.")
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage))
  .parse();

const { only, seconds, seed } = command.opts<Options>();
const tried = Object.entries(TARGETS).filter(([name]) => only === undefined || name === only);
for (const [name, target] of tried) await fuzz(name, target);

async function fuzz(name: string, target: (text: string) => Promise<void>): Promise<void> {
  const property = fc.asyncProperty(hostileText(MAX_PIECES), async (text) => {
    const startedAt = performance.now();
    await target(text);
    const ms = performance.now() - startedAt;
    if (ms > SLOWEST_MS) throw new Error(`${text.length} characters took ${Math.round(ms)} ms.`);
  });
  const told = await fc.check(property, {
    seed,
    numRuns: 1_000_000_000,
    interruptAfterTimeLimit: seconds * MS_PER_SECOND,
  });
  process.stdout.write(
    `${name}: ${told.numRuns} texts, ${told.failed && told.counterexample ? "BROKEN" : "nothing broke"} (seed ${seed})\n`,
  );
  if (!told.counterexample) return;
  process.stdout.write(`${JSON.stringify(told.counterexample[0])}\n${String(told.errorInstance)}\n`);
  process.exitCode = EXIT.failed;
}
