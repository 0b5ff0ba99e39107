import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { openEmbedder } from "../src/app/open-models.ts";
import { readConfig } from "../src/config.ts";
import type { Embedder } from "../src/inference/embedder.ts";
import type { AnswerModel } from "../src/search/answer/answer-model.ts";
import { createSearch } from "../src/search/create-search.ts";
import { openStore } from "../src/store/embedded/open-embedded-store.ts";
import { EXIT, failWith, inWorkingDirectory } from "./command-line.ts";
import { readBeir } from "./evaluate-search/beir-files.ts";
import { openMeetingsIndex } from "./evaluate-search/meetings-index.ts";
import { formatTable } from "./format-table.ts";
import { askHearings } from "./train-answers/ask-hearings.ts";
import { type ArticleQuestion, askInVain, askNews, locateQuestions } from "./train-answers/ask-news.ts";
import type { AskedIndex, AskedQuestion } from "./train-answers/asked-question.ts";
import { calibrationTable } from "./train-answers/calibration.ts";
import { rateWithheld, withheldModels } from "./train-answers/cross-validate.ts";
import { answerEvidence, fitAnswered, toldUnanswered } from "./train-answers/fit-answered.ts";
import {
  figuresFrom,
  fitStatements,
  LEAST_ODDS,
  oddsOf,
  ofKind,
  type StatementKind,
  type StatementModel,
} from "./train-answers/fit-statements.ts";
import { type AskedAbout, askedOfOthers } from "./train-answers/unanswerable-questions.ts";
import { readNewsQuestions } from "./train-ranking/news-questions.ts";

const OUT = fileURLToPath(new URL("../src/search/answer/answer-weights.json", import.meta.url));
const PROVENANCE =
  "Learned by npm run train:answers: `passage` and `answered` from the questions of DATA/news-search/questions-train.jsonl, `turn` from those about committee hearings in DATA/qmsum/committee.";

interface Options {
  readonly index: string;
  readonly questions: string;
  readonly beir: string;
  readonly hearings: string;
}

const command = new Command("npm run --silent train:answers --")
  .description(
    "Learns which statements answer a question, and when none does; writes the weights that answers are chosen by.",
  )
  .requiredOption("--index <folder>", "an index of the articles that the questions on news are about")
  .requiredOption("--questions <file>", "{question, article, passages: [{text, grade}]} a line")
  .requiredOption("--beir <folder>", "questions about hearings, as npm run eval:search takes them")
  .requiredOption("--hearings <folder>", "keep the index of the hearings here")
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage))
  .parse();

/** Chances from which on statements would be given, to compare. */
const CHANCES_SHOWN = [0.1, 0.15, 0.2, 0.3, 0.4];

await run(command.opts<Options>()).catch(failWith);

async function run({ index, questions, beir, hearings }: Options): Promise<void> {
  const config = readConfig(process.env);
  const embedder = await openEmbedder(config);
  try {
    const turn = await learnTurns(inWorkingDirectory(beir), inWorkingDirectory(hearings), embedder);
    const store = await openStore({
      directory: inWorkingDirectory(index),
      model: embedder.model,
      dimensions: embedder.dimensions,
    });
    const news = { store, search: createSearch({ store, embedder }) };
    const located = await locateQuestions(store, readNewsQuestions(inWorkingDirectory(questions)));
    const model = await learnNews(news, located, turn);
    await store.close();
    writeFileSync(OUT, `${JSON.stringify({ provenance: PROVENANCE, model }, null, 2)}\n`);
  } finally {
    await embedder.close();
  }
}

async function learnTurns(folder: string, directory: string, embedder: Embedder): Promise<StatementModel> {
  const beir = readBeir(folder);
  const meetings = await openMeetingsIndex(directory, beir.turns, embedder, () => {});
  const index = { store: meetings.store, search: createSearch({ store: meetings.store, embedder }) };
  const asked = (await askHearings(index, beir, meetings)).map((question) => ofKind(question, "turn"));
  await meetings.store.close();
  return learnStatements("turn", asked);
}

async function learnNews(
  index: AskedIndex,
  questions: readonly ArticleQuestion[],
  turn: StatementModel,
): Promise<AnswerModel> {
  const putToOthers = await askedOfOthers(index.store, questions);
  const all = [...(await askNews(index, questions)), ...(await askInVain(index, putToOthers))];
  const asked = all.map((question) => ofKind(question, "passage"));
  const modelOf = withheldModels(asked, "passage");
  const passage = learnStatements("passage", asked, modelOf);
  const evidenceOf = async (all: readonly AskedAbout[], isWithout: boolean) => {
    const evidence = [];
    for (const { question, articleId } of all) {
      const model = { passage: { ...passage, ...modelOf(articleId) }, turn };
      const filter = isWithout ? { not: { articles: [articleId] } } : {};
      evidence.push(await answerEvidence(index, question, filter, model));
    }
    return evidence;
  };
  const found = await evidenceOf(
    questions.filter((_, i) => isFound(asked[i])),
    false,
  );
  const without = await evidenceOf(questions, true);
  const ofOthers = await evidenceOf(putToOthers, false);
  const answered = fitAnswered(found, [without, ofOthers]);
  const told = (name: string, evidence: typeof found) => [
    ...[name, String(evidence.length)],
    toldUnanswered(answered, evidence).toFixed(3),
  ];
  const rows = [
    told("answered by their article", found),
    told("asked without that article", without),
    told("put to somebody else", ofOthers),
  ];
  print([["questions", "asked", "told to be unanswered"], ...rows]);
  return { passage, turn, answered };
}

/** Whether any candidate answers it. */
function isFound(question: AskedQuestion | undefined): boolean {
  return question?.candidates.some(({ answers }) => answers.length > 0) ?? false;
}

function learnStatements(
  kind: StatementKind,
  questions: readonly AskedQuestion[],
  modelOf = withheldModels(questions, kind),
): StatementModel {
  const rated = rateWithheld(questions, modelOf);
  const rows = CHANCES_SHOWN.map((chance) => {
    const { right, found, shown } = figuresFrom(rated, oddsOf(chance));
    return [String(chance), right.toFixed(3), found.toFixed(3), shown.toFixed(1)];
  });
  print([[`${kind}, cross-validated, from`, "right", "found", "shown"], ...rows]);
  print(calibrationTable(rated));
  return { ...fitStatements(questions, kind), least: LEAST_ODDS };
}

function print(table: readonly (readonly string[])[]): void {
  process.stdout.write(`${formatTable(table)}\n\n`);
}
