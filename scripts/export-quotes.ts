import { Command, Option } from "commander";
import { describeSettings } from "../src/config.ts";
import { EXPORT_FORMATS } from "../src/export/export-formats.ts";
import { COLUMNS } from "../src/export/quote-row.ts";
import { checkDate, checkLastDate, EXIT, failWith } from "./command-line.ts";
import type { ExportOptions } from "./export-quotes/write-export.ts";

const HELP = `
The hits of a search, the best first; without QUERY all quotes under the options, the newest first. Columns, in CSV and JSON Lines:
${Object.entries(COLUMNS)
  .map(([name, meaning]) => `  ${name.padEnd(15)} ${meaning}`)
  .join("\n")}

${describeSettings()}

Exit code: 0 when all went out, 1 when something failed, 2 for a wrong command line.`;

const command = new Command("npm run --silent export --")
  .description("Writes quotes of the index with who said them and where they stand.")
  .argument("[QUERY]", "what to search for, as on the page")
  .addOption(new Option("--format <format>", "how").choices(Object.keys(EXPORT_FORMATS)).default("csv"))
  .option("--speaker <name>", "only what this one said")
  .option("--publisher <name>", "only from this publisher")
  .option("--from <date>", "only of this day or later: 2024-03-05", checkDate)
  .option("--to <date>", "only of this day or earlier", checkLastDate)
  .option("--out <file>", "write there instead of to standard output")
  .addHelpText("after", HELP)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage))
  .parse();

await run(command.args[0] ?? null, command.opts<ExportOptions>()).catch(failWith);

async function run(query: string | null, options: ExportOptions): Promise<void> {
  // Loaded only now, so that help and a wrong command line are told at once.
  const { writeExport } = await import("./export-quotes/write-export.ts");
  await writeExport(query, options);
}
