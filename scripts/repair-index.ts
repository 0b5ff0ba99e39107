import { Command } from "commander";
import { openEmbedder } from "../src/app/open-models.ts";
import { describeSettings, readConfig } from "../src/config.ts";
import { embedChunks } from "../src/indexing/prepare-article.ts";
import { rebuildIndex } from "../src/store/embedded/maintenance/rebuild-index.ts";
import { EXIT, failWith, stopOnInterrupt } from "./command-line.ts";
import { embeddedFolder } from "./embedded-folder.ts";
import { giveWayToOthers } from "./give-way.ts";

new Command("npm run repair --")
  .description("Builds the index anew from what can be read of it; what lay there stays beside it.")
  .addHelpText(
    "after",
    `\n${describeSettings()}\n\nExit code: 0 when nothing was lost, 1 when something was, 2 for a wrong command line.`,
  )
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage))
  .parse();

giveWayToOthers();
await run().catch(failWith);

async function run(): Promise<void> {
  const config = readConfig(process.env);
  const directory = embeddedFolder(config);
  const signal = stopOnInterrupt();
  const embedder = await openEmbedder(config);
  try {
    const place = { directory, model: embedder.model, dimensions: embedder.dimensions };
    const rebuilt = await rebuildIndex(place, (article, parts) => embedChunks(article, parts, embedder, signal));
    process.stdout.write(`${rebuilt.kept} articles are in the index again; vectors made anew: ${rebuilt.embedded}.\n`);
    process.stdout.write(`The index as it was: ${rebuilt.formerFile}. Delete it when you miss nothing.\n`);
    for (const { id, source } of rebuilt.lost) {
      process.stdout.write(`Lost, to be indexed again: ${source ?? `the article ${id}`}\n`);
    }
    const isWhole = tellOfCorrections(rebuilt.correctionsLost) && rebuilt.lost.length === 0;
    process.exitCode = isWhole ? EXIT.ok : EXIT.failed;
  } finally {
    await embedder.close();
  }
}

/** Whether none was lost. */
function tellOfCorrections(lost: number | null): boolean {
  if (lost === 0) return true;
  const advice = "Take them in again from a file of `npm run corrections -- export`, where there is one.";
  process.stdout.write(`Corrections that can't be read any more: ${lost ?? "all"}. ${advice}\n`);
  return false;
}
