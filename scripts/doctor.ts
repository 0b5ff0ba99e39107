import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { describeSettings, readConfig } from "../src/config.ts";
import { EXIT, failWith } from "./command-line.ts";
import type { Diagnosis } from "./doctor/diagnosis.ts";
import { lookAtIndex } from "./doctor/look-at-index.ts";
import { lookAtAddons, lookAtFolders, lookAtMemory, lookAtNode } from "./doctor/look-at-machine.ts";
import { lookAtModels } from "./doctor/look-at-models.ts";
import { lookAtServer } from "./doctor/look-at-server.ts";

new Command("npm run doctor --")
  .description("Looks at everything that Verbatim needs, and says of whatever is amiss what to do. Changes nothing.")
  .addHelpText(
    "after",
    `\n${describeSettings()}\n\nExit code: 0 when all is well, 1 when something is amiss, 2 for a wrong setting.`,
  )
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage))
  .parse();

await run().catch(failWith);

async function run(): Promise<void> {
  const config = readConfig(process.env);
  const { engines } = JSON.parse(readFileSync(join(config.projectDirectory, "package.json"), "utf8"));
  const diagnoses = [
    lookAtNode(engines.node),
    ...lookAtAddons(),
    lookAtMemory(),
    ...(await lookAtFolders(config.dataDirectory)),
    ...(await lookAtModels(config)),
    lookAtIndex(config),
    ...(await lookAtServer(config)),
  ];
  for (const diagnosis of diagnoses) process.stdout.write(lineOf(diagnosis));
  const amiss = diagnoses.filter(({ isWell }) => !isWell).length;
  process.stdout.write(amiss === 0 ? "All is well.\n" : `${amiss} of ${diagnoses.length} amiss.\n`);
  process.exitCode = amiss === 0 ? EXIT.ok : EXIT.failed;
}

function lineOf({ about, isWell, told, advice }: Diagnosis): string {
  const line = `${isWell ? "well " : "AMISS"}  ${about}: ${told}\n`;
  return advice === undefined ? line : `${line}       ${advice}\n`;
}
