import { Command } from "commander";
import { describeSettings, readConfig } from "../src/config.ts";
import { restoreIndex } from "../src/store/embedded/maintenance/restore-index.ts";
import { EXIT, failWith, inWorkingDirectory } from "./command-line.ts";
import { embeddedFolder } from "./embedded-folder.ts";

const command = new Command("npm run restore --")
  .description("Puts a backup in the place of the index. A running server answers from it at once.")
  .argument("<file>", "a file that npm run backup wrote")
  .addHelpText(
    "after",
    `\n${describeSettings()}\n\nExit code: 0 when it was put back, 1 when not, 2 for a wrong command line.`,
  )
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage))
  .parse();

await run(inWorkingDirectory(command.args[0] ?? "")).catch(failWith);

async function run(file: string): Promise<void> {
  const folder = embeddedFolder(readConfig(process.env));
  await restoreIndex(file, folder);
  process.stderr.write(`The index of ${folder} is that of ${file} now.\n`);
}
