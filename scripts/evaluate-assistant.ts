import { Command, InvalidArgumentError } from "commander";
import pino from "pino";
import { openEmbedder } from "../src/app/open-models.ts";
import { readConfig } from "../src/config.ts";
import { createDraftChecker } from "../src/draft/draft-checker.ts";
import { groupBy } from "../src/model/group-by.ts";
import { createSearch } from "../src/search/create-search.ts";
import { openStore } from "../src/store/embedded/open-embedded-store.ts";
import { EXIT, failWith, inWorkingDirectory } from "./command-line.ts";
import { type AskedRequest, askRequests } from "./evaluate-assistant/ask-requests.ts";
import { readJudgedRequests } from "./evaluate-assistant/judged-request.ts";
import { formatTable } from "./format-table.ts";

interface Options {
  readonly index: string;
  readonly questions: string;
  readonly list: number;
}

const HELP = `
Each question is asked of answer_question and of search_quotes; what somebody with a name said to it is asked for by the name, checked
under it and under a stranger's, and all that they said is paged through.`;

const command = new Command("npm run eval:assistant --")
  .description("Measures the tools on requests with known answers, called as an assistant calls them.")
  .requiredOption("--index <folder>", "an index of the articles that the questions are about")
  .requiredOption("--questions <file>", "{question, passages: [{article, text, grade, speaker}]} a line")
  .option("--list <number>", "how many requests of each kind that went wrong to list", toCount, 0)
  .addHelpText("after", HELP)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage))
  .parse();

await run(command.opts<Options>()).catch(failWith);

function toCount(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError("give a whole number, 0 or more");
}

async function run({ index, questions, list }: Options): Promise<void> {
  const config = readConfig(process.env);
  const requests = readJudgedRequests(inWorkingDirectory(questions));
  const embedder = await openEmbedder(config);
  try {
    const directory = inWorkingDirectory(index);
    const store = await openStore({ directory, model: embedder.model, dimensions: embedder.dimensions });
    const search = createSearch({ store, embedder });
    const drafts = createDraftChecker({ search });
    const logger = pino({ level: "silent" });
    const parts = { store, search, drafts, logger, pageUrl: "http://127.0.0.1:4000", onOperation: () => {} };
    const asked: AskedRequest[] = [];
    for (const request of requests) asked.push(...(await askRequests(parts, request)));
    process.stdout.write(`${report(asked, list)}\n`);
    await store.close();
  } finally {
    await embedder.close();
  }
}

function report(asked: readonly AskedRequest[], most: number): string {
  const kinds = [...groupBy(asked, ({ kind }) => kind)];
  const rows = kinds.map(([kind, ofKind]) => {
    const right = ofKind.filter(({ isRight }) => isRight).length;
    return [kind, String(ofKind.length), String(right), (right / ofKind.length).toFixed(3)];
  });
  const wrong = kinds.flatMap(([kind, ofKind]) => {
    const missed = ofKind.filter(({ isRight }) => !isRight).slice(0, most);
    return missed.map(({ request }) => `${kind}: ${request}`);
  });
  return [formatTable([["request", "asked", "right", "share"], ...rows]), ...wrong].join("\n");
}
