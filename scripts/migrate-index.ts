import { Command, Option } from "commander";
import { type Config, describeSettings, readConfig } from "../src/config.ts";
import { VerbatimError } from "../src/errors.ts";
import { type MigrationStep, migrateIndex } from "../src/indexing/migrate-index.ts";
import { openStore, openStoreForWriting } from "../src/store/open-store.ts";
import type { QuoteStore } from "../src/store/quote-store.ts";
import type { VectorModel } from "../src/store/vector-model.ts";
import { EXIT, failWith, stopOnInterrupt } from "./command-line.ts";
import { giveWayToOthers } from "./give-way.ts";
import { vectorModelOf } from "./vector-model.ts";

const STORES = ["embedded", "opensearch"] as const;
/** Articles, or corrections. */
const TOLD_EVERY = 100;
type StoreName = (typeof STORES)[number];

const HELP = `
Copies the index as it is: no article is read or embedded anew. The index that is copied may serve meanwhile; the other one must not be written to
by anything else. What was broken off goes on where it stopped. At the end every article is compared, with its quotes, who says them, its
chunks and their vectors, and every correction: undone ones go along, with who made and undid them and when.

${describeSettings()}

Exit code: 0 when both hold the same, 1 when something failed or differs, 2 for a wrong command line, 130 when interrupted.`;

const store = (flags: string, what: string) => new Option(flags, what).choices(STORES).makeOptionMandatory();

const command = new Command("npm run --silent migrate --")
  .description("Copies the index from one store to another.")
  .addOption(store("--from <store>", "where it is"))
  .addOption(store("--to <store>", "where it should be"))
  .addHelpText("after", HELP)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage))
  .parse();

giveWayToOthers();
await run(command.opts<{ readonly from: StoreName; readonly to: StoreName }>()).catch(failWith);

async function run({ from, to }: { readonly from: StoreName; readonly to: StoreName }): Promise<void> {
  if (from === to) throw new VerbatimError("BAD_INPUT", `--from and --to are both ${from}: there is nothing to copy.`);
  const config = readConfig(process.env);
  const signal = stopOnInterrupt();
  const model = await vectorModelOf(config);
  try {
    const isSame = await migrate({ ...config, store: from }, { ...config, store: to }, model, signal);
    process.exitCode = isSame ? EXIT.ok : EXIT.failed;
  } catch (error) {
    if (!signal.aborted) throw error;
    process.stderr.write("Stopped. Run it again: it goes on where it stopped.\n");
    process.exitCode = EXIT.interrupted;
  }
}

/** Whether both hold the same at the end. */
async function migrate(before: Config, after: Config, model: VectorModel, signal: AbortSignal): Promise<boolean> {
  const source = await openStore(before, model);
  try {
    const target = await openStoreForWriting(after, model);
    try {
      const { copied, kept, removed, different, corrections } = await migrateIndex(source, target, tell, signal);
      process.stdout.write(`${copied} articles copied, ${kept} were there, ${removed} removed.\n`);
      process.stdout.write(`${corrections.copied} corrections copied, ${corrections.kept} were there.\n`);
      const [here, there] = [await countsIn(source), await countsIn(target)];
      process.stdout.write(here === there ? `Both hold ${here}.\n` : `One holds ${here}, the other ${there}.\n`);
      for (const id of different) process.stderr.write(`${id} is not the same in both.\n`);
      for (const id of corrections.different) process.stderr.write(`The correction ${id} is not the same in both.\n`);
      return different.length === 0 && corrections.different.length === 0 && here === there;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

function tell(step: MigrationStep, done: number, total: number): void {
  if (done % TOLD_EVERY === 0 || done === total) process.stderr.write(`${done} of ${total} ${step}\n`);
}

async function countsIn(store: QuoteStore): Promise<string> {
  const { articles, quotes, people, organizations, places, chunks } = await store.info();
  const { total } = await store.listCorrections({ first: 1, after: null });
  return (
    `${articles} articles, ${quotes} quotes, ${people} people, ${organizations} organizations, ${places} places, ` +
    `${chunks} passages and ${total} corrections`
  );
}
