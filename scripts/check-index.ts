import { Command } from "commander";
import { describeSettings, readConfig } from "../src/config.ts";
import { checkIndex } from "../src/store/embedded/maintenance/check-index.ts";
import { EXIT, failWith } from "./command-line.ts";
import { embeddedFolder } from "./embedded-folder.ts";

new Command("npm run check-index --")
  .description(
    "Looks whether every promise of the index holds: file, links, spans, counts, corrections, vectors, full text, vector graph.",
  )
  .addHelpText(
    "after",
    `\n${describeSettings()}\n\nExit code: 0 when all hold, 1 when one does not, 2 for a wrong command line.`,
  )
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage))
  .parse();

await run().catch(failWith);

async function run(): Promise<void> {
  const findings = await checkIndex(embeddedFolder(readConfig(process.env)), (promise, found) => {
    process.stdout.write(`${promise}: ${found.length === 0 ? "holds" : "BROKEN"}\n`);
    for (const { sentence } of found) process.stdout.write(`  ${sentence}\n`);
  });
  if (findings.length === 0) return;
  process.stdout.write("Put a backup back with npm run restore FILE, or rebuild what can be with npm run repair.\n");
  process.exitCode = EXIT.failed;
}
