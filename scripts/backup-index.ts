import { Command } from "commander";
import { describeSettings, readConfig } from "../src/config.ts";
import { backupIndex } from "../src/store/embedded/maintenance/backup-index.ts";
import { EXIT, failWith, inWorkingDirectory } from "./command-line.ts";
import { embeddedFolder } from "./embedded-folder.ts";

const command = new Command("npm run backup --")
  .description("Writes all that the index knows into one file, while it is searched and written.")
  .argument("<file>", "where the backup goes; one that is there is replaced once the new one is whole")
  .addHelpText(
    "after",
    `\n${describeSettings()}\n\nExit code: 0 when it was written, 1 when not, 2 for a wrong command line.`,
  )
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage))
  .parse();

await run(inWorkingDirectory(command.args[0] ?? "")).catch(failWith);

async function run(file: string): Promise<void> {
  const folder = embeddedFolder(readConfig(process.env));
  await backupIndex(folder, file);
  process.stderr.write(`${file} holds the index of ${folder}. Put it back with npm run restore.\n`);
}
