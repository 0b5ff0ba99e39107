import { Command } from "commander";
import { readConfig } from "../src/config.ts";
import { SeededRandom } from "./bench/seeded-random.ts";
import { aboveZero, EXIT, failWith, inWorkingDirectory } from "./command-line.ts";
import { formatTable } from "./format-table.ts";
import { SteadyAsker } from "./load/ask-steadily.ts";
import { profileServedIndex } from "./load/profiled-server.ts";
import { nextQuestion, readMaterial } from "./load/question-mix.ts";
import { exitOnSignals, temporaryFolder } from "./temporary-folder.ts";

interface Options {
  readonly data?: string;
  readonly rate: number;
  readonly seconds: number;
}

const SEED = 7;
const WARM_UP = { perSecond: 10, seconds: 10 };
const US_PER_MS = 1_000;
/** Of the whole: what takes less has no row. */
const LEAST_SHARE = 0.003;

const command = new Command("npm run profile --")
  .description(
    "Tells in which rooms and packages the server's thread is at work while it is asked the mix of npm run load.",
  )
  .option("--data <folder>", "serve the index of this folder; the configured one without it")
  .option("--rate <number>", "requests a second", aboveZero, 20)
  .option("--seconds <number>", "how long", aboveZero, 60)
  .addHelpText("after", "\nOn Linux. Exit code: 0 when it was measured, 1 when not, 2 for a wrong command line.")
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage))
  .parse();

await run(command.opts<Options>()).catch(failWith);

async function run({ data, rate, seconds }: Options): Promise<void> {
  exitOnSignals(EXIT.interrupted);
  const directory = data === undefined ? readConfig(process.env).dataDirectory : inWorkingDirectory(data);
  const { result, times } = await profileServedIndex(directory, temporaryFolder(), async ({ url }, timed) => {
    const material = await readMaterial(url);
    const random = new SeededRandom(SEED);
    const asker = new SteadyAsker(url, () => nextQuestion(material, random));
    try {
      await asker.ask(WARM_UP);
      return await timed(() => asker.ask({ perSecond: rate, seconds }));
    } finally {
      await asker.close();
    }
  });
  const { answered, shed, failed } = result;
  process.stdout.write(`${answered} answered, ${shed} shed, ${failed} failed\n${tableOf(times, answered)}\n`);
}

function tableOf(times: ReadonlyMap<string, number>, answered: number): string {
  const all = [...times.values()].reduce((sum, time) => sum + time, 0);
  const row = (name: string, us: number) => [
    name,
    `${((100 * us) / all).toFixed(1)} %`,
    (us / US_PER_MS / answered).toFixed(2),
  ];
  const rows = [...times].filter(([, us]) => us >= LEAST_SHARE * all).map(([name, us]) => row(name, us));
  return formatTable([["At work in", "share", "ms an answer"], ...rows, row("all", all)]);
}
