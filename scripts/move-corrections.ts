import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { Command } from "commander";
import { type Config, describeSettings, readConfig } from "../src/config.ts";
import { correctionLines, readCorrectionLines } from "../src/editing/correction-lines.ts";
import { VerbatimError } from "../src/errors.ts";
import { openStore, openStoreForWriting } from "../src/store/open-store.ts";
import type { QuoteStoreWriter } from "../src/store/quote-store.ts";
import type { VectorModel } from "../src/store/vector-model.ts";
import { EXIT, failWith, inWorkingDirectory } from "./command-line.ts";
import { vectorModelOf } from "./vector-model.ts";

const HELP = `
JSON Lines, one correction a line, undone ones too (docs/corrections.md). Taking in a file twice changes nothing more; of
corrections of one thing the latest by time counts, whichever came in first.

${describeSettings()}

Exit code: 0 when all went out or in, 1 when something failed, 2 for a wrong command line.`;

const exits = ({ exitCode }: { readonly exitCode: number }): never =>
  process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage);

const command = new Command("npm run --silent corrections --")
  .description("Takes what people put right from one index to another, or keeps it in a file.")
  .addHelpText("after", HELP)
  .exitOverride(exits);
command
  .command("export")
  .description("writes all corrections into a file")
  .argument("<FILE>", "where to")
  .exitOverride(exits)
  .action((file: string) => exportTo(inWorkingDirectory(file)).catch(failWith));
command
  .command("import")
  .description("takes the corrections of a file in, and puts right what they are about")
  .argument("<FILE>", "a file that export wrote")
  .exitOverride(exits)
  .action((file: string) => importFrom(inWorkingDirectory(file)).catch(failWith));
await command.parseAsync();

/** Opens the index that is set, as what its vectors are made with. */
async function openIndex<T>(open: (config: Config, model: VectorModel) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  return open(config, await vectorModelOf(config));
}

async function exportTo(path: string): Promise<void> {
  const store = await openIndex(openStore);
  try {
    await pipeline(correctionLines(store), createWriteStream(path));
  } catch (error) {
    throw fileError(error, "written");
  } finally {
    await store.close();
  }
}

async function importFrom(path: string): Promise<void> {
  const store = await openIndex(openStoreForWriting);
  try {
    process.exitCode = (await takeIn(store, path)) ? EXIT.ok : EXIT.failed;
  } catch (error) {
    throw fileError(error, "read");
  } finally {
    await store.close();
  }
}

/** Whether every line could be read. */
async function takeIn(store: QuoteStoreWriter, path: string): Promise<boolean> {
  let taken = 0;
  let failed = 0;
  for await (const line of readCorrectionLines(createReadStream(path), path)) {
    if ("failure" in line) process.stderr.write(`${line.failure.message}\n`);
    else await store.correct(line.correction);
    if ("failure" in line) failed += 1;
    else taken += 1;
  }
  process.stderr.write(
    `${path}: corrections taken in: ${taken}${failed === 0 ? "" : `, lines left out: ${failed}`}.\n`,
  );
  return failed === 0;
}

function fileError(error: unknown, done: "read" | "written"): unknown {
  if (error instanceof VerbatimError || !(error instanceof Error && "path" in error)) return error;
  return new VerbatimError("BAD_INPUT", `${String(error.path)} can't be ${done}: ${error.message}. Give another file.`);
}
