import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { openEmbedder } from "../src/app/open-models.ts";
import { readConfig } from "../src/config.ts";
import type { Embedder } from "../src/inference/embedder.ts";
import { groupBy } from "../src/model/group-by.ts";
import { type LinearModel, RANKING_MODELS, type RankingModel, type SearchMode } from "../src/ranking/ranking-model.ts";
import type { ChunkFilter } from "../src/store/chunk-filter.ts";
import { openStore } from "../src/store/embedded/open-embedded-store.ts";
import { EXIT, failWith, inWorkingDirectory } from "./command-line.ts";
import { readBeir } from "./evaluate-search/beir-files.ts";
import { type MeetingsIndex, openMeetingsIndex } from "./evaluate-search/meetings-index.ts";
import { collectPassages, SIGNALS_OF_MODE, signalsOf } from "./train-ranking/collect-passages.ts";
import { crossValidate, fitModel, heardFrom } from "./train-ranking/fit-models.ts";
import type { JudgedQuestion } from "./train-ranking/judged-question.ts";
import { gradeOf, type NewsQuestion, readNewsQuestions } from "./train-ranking/news-questions.ts";

const OUT = fileURLToPath(new URL("../src/ranking/ranking-weights.json", import.meta.url));
const PROVENANCE =
  "Learned by npm run train:ranking: `passage` from the questions of DATA/news-search/questions-train.jsonl, `turn` from those about committee hearings in DATA/qmsum/committee.";

/**
 * What readers expect, and too few of the questions can tell: whom a query names comes first unless somebody else answers far better
 * (it costs .004 nDCG@10 of news), and what was only wanted comes behind what was said.
 */
const LEAST_SPEAKER = 2.5;
const MOST_ATTITUDE = -0.3;

/**
 * Were the floor of passages lower, what is about something else would match as well. Of a hearing one reads the exchange, so nearly
 * all of it that answers shall match.
 */
const PASSAGES_MATCH = { floor: 0.9, spread: 0.95 };
const TURNS_MATCH = { floor: 0.99, spread: 0.99 };

/** Of those who are asked and answer, the share that shall count as having said something on the matter. */
const HEARD = 0.99;

interface Options {
  readonly index: string;
  readonly questions: string;
  readonly beir: string;
  readonly hearings: string;
}

const command = new Command("npm run --silent train:ranking --")
  .description("Learns from judged questions how the signals of a search are weighed; writes the weights that it uses.")
  .requiredOption("--index <folder>", "an index of the articles that the questions on news are about")
  .requiredOption("--questions <file>", "{question, article, passages: [{text, grade}]} a line")
  .requiredOption("--beir <folder>", "questions about hearings, as npm run eval:search takes them")
  .requiredOption("--hearings <folder>", "keep the index of the hearings here")
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage))
  .parse();

await run(command.opts<Options>()).catch(failWith);

async function run({ index, questions, beir, hearings }: Options): Promise<void> {
  const config = readConfig(process.env);
  const embedder = await openEmbedder(config);
  try {
    const asked = readNewsQuestions(inWorkingDirectory(questions));
    const news = await newsQuestions(inWorkingDirectory(index), asked, embedder);
    const meetings = { folder: inWorkingDirectory(beir), directory: inWorkingDirectory(hearings) };
    const turns = await hearingQuestions(meetings, asked, embedder);
    const modes = Object.keys(RANKING_MODELS) as SearchMode[];
    const models = modes.map((mode) => [mode, learn(mode, { passage: news, turn: turns })] as const);
    writeFileSync(OUT, `${JSON.stringify({ provenance: PROVENANCE, models: Object.fromEntries(models) }, null, 2)}\n`);
  } finally {
    await embedder.close();
  }
}

function learn(
  mode: SearchMode,
  questions: Readonly<Record<keyof RankingModel, readonly JudgedQuestion[]>>,
): RankingModel {
  const { turn, passage } = SIGNALS_OF_MODE[mode];
  const figures = [crossValidate(questions.passage, passage), crossValidate(questions.turn, turn)];
  process.stdout.write(
    `${mode}: nDCG@10 cross-validated, news ${figures[0]?.toFixed(3)}, hearings ${figures[1]?.toFixed(3)}\n`,
  );
  return {
    turn: fitModel(questions.turn, turn, TURNS_MATCH),
    passage: withHeard(asDecided(fitModel(questions.passage, passage, PASSAGES_MATCH)), questions.passage),
  };
}

function asDecided(model: LinearModel): LinearModel {
  const { SPEAKER = 0, ATTITUDE = 0 } = model.weights;
  const decided = { SPEAKER: Math.max(SPEAKER, LEAST_SPEAKER), ATTITUDE: Math.min(ATTITUDE, MOST_ATTITUDE) };
  return { ...model, weights: { ...model.weights, ...decided } };
}

/** Too few questions about hearings ask for somebody's words to tell it of turns. */
function withHeard(model: LinearModel, questions: readonly JudgedQuestion[]): LinearModel {
  return { ...model, heard: heardFrom(questions, model, HEARD) };
}

async function newsQuestions(
  directory: string,
  questions: readonly NewsQuestion[],
  embedder: Embedder,
): Promise<readonly JudgedQuestion[]> {
  const store = await openStore({ directory, model: embedder.model, dimensions: embedder.dimensions });
  const judged: JudgedQuestion[] = [];
  for (const question of questions) {
    const { hits, areAsked } = await collectPassages({ store, embedder }, question.question, {});
    const articles = await store.articles(hits.map(({ chunk }) => chunk.articleId));
    const passages = hits.map((hit, i) => ({
      signals: signalsOf(hit),
      grade: articles[i]?.url?.endsWith(`/${question.article}`) ? gradeOf(hit.chunk.text, question) : 0,
    }));
    judged.push({ passages, areAsked, grades: question.passages.map(({ grade }) => grade) });
  }
  await store.close();
  return judged;
}

interface Meetings {
  /** As BEIR has it. */
  readonly folder: string;
  /** Of the index. */
  readonly directory: string;
}

/**
 * Each question asked of its own meeting, and of all of them; and those on news of all of them, which no turn answers: an archive has
 * articles beside transcripts, and from questions about hearings alone every turn seemed too likely to answer any question.
 */
async function hearingQuestions(
  { folder, directory }: Meetings,
  onNews: readonly NewsQuestion[],
  embedder: Embedder,
): Promise<readonly JudgedQuestion[]> {
  const beir = readBeir(folder);
  const index = await openMeetingsIndex(directory, beir.turns, embedder, () => {});
  const judged: JudgedQuestion[] = [];
  for (const { text, meeting, answers } of beir.questions) {
    for (const filter of [{ articles: [index.articleOf.get(meeting) ?? ""] }, {}])
      judged.push(await judgedTurns(index, embedder, { text, filter, answers }));
  }
  for (const { question } of onNews)
    judged.push(await judgedTurns(index, embedder, { text: question, filter: {}, answers: new Set() }));
  await index.store.close();
  return judged;
}

interface AskedOfMeetings {
  readonly text: string;
  readonly filter: ChunkFilter;
  /** The turns that answer. */
  readonly answers: ReadonlySet<string>;
}

async function judgedTurns(
  { store, turnOfQuote }: MeetingsIndex,
  embedder: Embedder,
  { text, filter, answers }: AskedOfMeetings,
): Promise<JudgedQuestion> {
  const { hits, areAsked } = await collectPassages({ store, embedder }, text, filter);
  // A long turn is several chunks: the best of them stands for it.
  const turns = groupBy(hits, ({ quoteIds }) => turnOfQuote.get(quoteIds[0] ?? "") ?? "");
  const passages = [...turns].flatMap(([turn, [best]]) =>
    best ? [{ signals: signalsOf(best), grade: answers.has(turn) ? 1 : 0 }] : [],
  );
  return { passages, areAsked, grades: [...answers].map(() => 1) };
}
