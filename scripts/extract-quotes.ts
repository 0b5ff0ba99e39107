import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { Command } from "commander";
import { describeSettings } from "../src/config.ts";
import { collectEarly } from "./collect-early.ts";
import { EXIT, failWith, inWorkingDirectory } from "./command-line.ts";
import { extractions } from "./extractions.ts";

const HELP = `
One line an article:
  {"id", "quotes": [{"kind": direct|mixed|indirect|transcript, "content": [[start,end],...], "source": [[start,end]]|[],
    "cue": [[start,end]]|[], "speaker": name or null, "speakers": names, "onBehalfOf": name or null,
    "assertion": asserted|denied|refused|hypothetical|asked, "reports": words|attitude,
    "sentence": [start,end], "confidence": 0..1}],
   "people": [{"name", "aliases", "titles", "mentions": [[start,end],...]}], "organizations": [...], "places": [...]}
Offsets are UTF-16 code units into the text as given. "id" is the id of the JSON line, else the article's url or path.

${describeSettings()}

Exit code: 0 when all could be read, 1 when something failed, 2 for a wrong command line.`;

const command = new Command("npm run --silent extract --")
  .description("Prints the quotes, people, organizations and places of articles as JSON Lines, without an index.")
  .argument("<PATH...>", "files, folders or glob patterns; .jsonl with {id, text} a line")
  .option("--out <file>", "write there instead of to standard output")
  .addHelpText("after", HELP)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage))
  .parse();

collectEarly();
await run(command.args, command.opts<{ readonly out?: string }>()).catch(failWith);

async function run(paths: readonly string[], { out }: { readonly out?: string }): Promise<void> {
  const output = out === undefined ? process.stdout : createWriteStream(inWorkingDirectory(out));
  for await (const result of extractions(paths)) {
    if ("error" in result) complain(result.error.message);
    else if (!output.write(`${JSON.stringify(result.line)}\n`)) await once(output, "drain");
  }
  if (output !== process.stdout) await finished(output.end());
}

function complain(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = EXIT.failed;
}
