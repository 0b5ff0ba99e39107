import { writeFileSync } from "node:fs";
import { Command, Option } from "commander";
import { openEmbedder } from "../src/app/open-models.ts";
import { type Config, readConfig } from "../src/config.ts";
import type { Embedder } from "../src/inference/embedder.ts";
import { RANKING_MODELS, type SearchMode } from "../src/ranking/ranking-model.ts";
import { createSearch } from "../src/search/create-search.ts";
import { EXIT, failWith, inWorkingDirectory } from "./command-line.ts";
import { type Answered, askAll } from "./evaluate-search/ask-questions.ts";
import { type BeirFolder, readBeir } from "./evaluate-search/beir-files.ts";
import {
  askCluster,
  besideCluster,
  type Compared,
  compareAnswers,
  compareTotals,
} from "./evaluate-search/beside-cluster.ts";
import { type MeetingsIndex, openMeetingsIndex } from "./evaluate-search/meetings-index.ts";
import { askPlainBm25 } from "./evaluate-search/plain-bm25.ts";
import { modeTable, trecRun, worstQuestions } from "./evaluate-search/quality-tables.ts";
import { formatTable } from "./format-table.ts";
import { exitOnSignals, temporaryFolder } from "./temporary-folder.ts";

const MODES = ["HYBRID", "SEMANTIC", "LEXICAL"] as const;

interface Options {
  readonly beir: string;
  readonly within: boolean;
  readonly mode?: SearchMode;
  readonly run?: string;
  readonly dataDir?: string;
  readonly besideCluster: boolean;
}

const HELP = `
Each meeting is indexed as an article, and each line of the corpus as one quote of the speaker in its title; the questions
go the way of GraphQL's search. What was tuned on the first two thirds of the meetings is reported on the last third.
Beside it stands a plain BM25 of each turn, alone and with two turns either side.
The index lies in a temporary folder, which takes some minutes to fill; --data-dir keeps one for the next time.
With --beside-cluster it is copied to a cluster, too (the indices eval-hearings-*, removed afterwards), and both are asked the same.`;

const command = new Command("npm run eval:search --")
  .description("Measures the ranking on questions with known answers: nDCG@10, recall@10 and latency.")
  .requiredOption("--beir <folder>", "corpus.jsonl, queries.jsonl and qrels.tsv, as BEIR has them")
  .option("--within", "ask each question of its own meeting alone", false)
  .addOption(new Option("--mode <mode>", "one mode in place of all").choices(MODES))
  .option("--run <file>", "write the ranking of the first mode here, as TREC has it")
  .option("--data-dir <folder>", "keep the index here")
  .option("--beside-cluster", "ask the cluster at OPENSEARCH_URL the same, and compare", false)
  .addHelpText("after", HELP)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage))
  .parse();

await run(command.opts<Options>()).catch(failWith);

async function run(options: Options): Promise<void> {
  exitOnSignals(EXIT.interrupted);
  const config = readConfig(process.env);
  const beir = readBeir(inWorkingDirectory(options.beir));
  const directory = options.dataDir ? inWorkingDirectory(options.dataDir) : temporaryFolder();
  const embedder = await openEmbedder(config);
  try {
    const index = await openMeetingsIndex(directory, beir.turns, embedder, say);
    await (options.besideCluster
      ? reportBoth(options, { beir, index, embedder, config })
      : report(options, beir, index, embedder));
    await index.store.close();
  } finally {
    await embedder.close();
  }
}

async function report({ within, mode, run }: Options, beir: BeirFolder, index: MeetingsIndex, embedder: Embedder) {
  const search = createSearch({ store: index.store, embedder });
  const rows: [string, readonly Answered[]][] = [];
  for (const each of mode ? [mode] : MODES) {
    rows.push([each, await askAll(search, index, beir.questions, { mode: each, within })]);
  }
  const [, first = []] = rows[0] ?? [];
  if (run) writeFileSync(inWorkingDirectory(run), trecRun(first));
  const ablated = await ablations(mode ?? "HYBRID", { within, beir, index, embedder });
  const plain = [0, 2].map(
    (neighbours) => [`plain BM25, ${neighbours} turns either side`, askPlainBm25(beir, neighbours, within)] as const,
  );
  print(modeTable([...rows, ...ablated, ...plain], beir.turns));
  print(worstQuestions(first));
}

/** Each mode in both stores, and how much of what they tell is the same. */
async function reportBoth(
  { within, mode }: Options,
  parts: {
    readonly beir: BeirFolder;
    readonly index: MeetingsIndex;
    readonly embedder: Embedder;
    readonly config: Config;
  },
): Promise<void> {
  const { beir, index, embedder, config } = parts;
  const { questions, turns } = beir;
  const search = createSearch({ store: index.store, embedder });
  const rows: [string, readonly Answered[]][] = [];
  const compared: Compared[] = [];
  await besideCluster(config, index, embedder, async (inCluster) => {
    const both = { index, inCluster, embedder };
    for (const each of mode ? [mode] : MODES) {
      const here = await askAll(search, index, questions, { mode: each, within });
      const there = await askCluster(both, questions, { mode: each, within });
      rows.push([each, here], [`${each}, in the cluster`, there]);
      compared.push(compareTotals([here, there], `totals, ${each}`));
    }
    compared.push(...(await compareAnswers(both, questions, turns)));
  });
  print(modeTable(rows, turns));
  print(
    formatTable([
      ["of these", "asked", "same"],
      ...compared.map(({ name, asked, same }) => [name, `${asked}`, `${same}`]),
    ]),
  );
}

/** The same questions without each of the mode's signals. */
async function ablations(
  mode: SearchMode,
  parts: {
    readonly within: boolean;
    readonly beir: BeirFolder;
    readonly index: MeetingsIndex;
    readonly embedder: Embedder;
  },
): Promise<readonly (readonly [string, readonly Answered[]])[]> {
  const { within, beir, index, embedder } = parts;
  const rows: [string, readonly Answered[]][] = [];
  const { turn } = RANKING_MODELS[mode];
  for (const signal of Object.keys(turn.weights)) {
    const without = { ...turn, weights: { ...turn.weights, [signal]: 0 } };
    const models = { ...RANKING_MODELS, [mode]: { ...RANKING_MODELS[mode], turn: without } };
    const search = createSearch({ store: index.store, embedder, models });
    rows.push([`${mode} without ${signal}`, await askAll(search, index, beir.questions, { mode, within })]);
  }
  return rows;
}

function print(table: string): void {
  process.stdout.write(`${table}\n\n`);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
