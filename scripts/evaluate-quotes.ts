import { writeFileSync } from "node:fs";
import { Command } from "commander";
import { describeMachine } from "./bench/machine.ts";
import { EXIT, failWith, inWorkingDirectory } from "./command-line.ts";
import { tally } from "./evaluate/confusion.ts";
import { confusionTablesByKind } from "./evaluate/confusion-tables.ts";
import { type AnnotatedArticle, readAnnotatedArticles } from "./evaluate/quotes/annotated-article.ts";
import { type AnnotatedSpeakers, readAnnotatedSpeakers } from "./evaluate/quotes/annotated-speakers.ts";
import { calibrate } from "./evaluate/quotes/calibration.ts";
import { type FoundQuote, foundQuotes } from "./evaluate/quotes/found-quote.ts";
import { judgeQuotes } from "./evaluate/quotes/judge-quotes.ts";
import { judgeSpeakers, speakerTables } from "./evaluate/quotes/judge-speakers.ts";
import { quoteMistakes } from "./evaluate/quotes/quote-mistakes.ts";
import { calibrationTables, readingLines, scoreTables } from "./evaluate/quotes/quote-report.ts";
import { scoreQuotes } from "./evaluate/quotes/quote-scores.ts";
import { speakerAnswers, speakerGroups } from "./evaluate/quotes/speaker-answers.ts";
import { extractions } from "./extractions.ts";

const HELP = `
The file has one article a line: {"id", "text", "quotes": [{"type": direct|mixed|indirect|transcript,
"content": [[start,end],...], "source": [...], "cue": [...], "speaker": canonical name where it is known}]}, offsets in
UTF-16 code units. A quote counts as found when its content has four fifths of the words in common with an annotated one
(intersection over union), its source as right when it has a word in common or both have none. docs/quotes.md has the
figures and what they mean.

Exit code: 0 when all could be read, 1 when something failed, 2 for a wrong command line.`;

interface Options {
  readonly gold: string;
  readonly speakers?: string;
  readonly tagger?: string;
  readonly json?: string;
}

const command = new Command("npm run --silent eval:quotes --")
  .description(
    "Measures quotes, speakers and confidence against annotated articles; shows the worst confusions by kind.",
  )
  .requiredOption("--gold <file.jsonl>", "annotated articles (JSON Lines)")
  .option(
    "--speakers <file.jsonl>",
    "who said each annotated quote: the person or body, and not the words that name them",
  )
  .option("--tagger <tagger>", "as VERBATIM_TAGGER; off for rules alone")
  .option("--json <file>", "write the figures and all confusions there too")
  .addHelpText("after", HELP)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage))
  .parse();

await run(command.opts<Options>()).catch(failWith);

async function run({ gold, speakers, tagger, json }: Options): Promise<void> {
  const annotated = readAnnotatedArticles(inWorkingDirectory(gold));
  const known = speakers === undefined ? null : readAnnotatedSpeakers(inWorkingDirectory(speakers));
  const { found, complaints, speed } = await extractAll(gold, tagger);
  const failed = annotated.filter(({ id }) => !found.has(id)).length;
  const reading = { annotated: annotated.length, failed, ...speed, machine: describeMachine() };
  const figures = measure(annotated, found, known);
  print(figures, readingLines(reading));
  if (json !== undefined) write(json, { gold, reading, ...figures });
  for (const sentence of complaints) process.stderr.write(`${sentence}\n`);
  if (failed > 0 || complaints.length > 0) process.exitCode = EXIT.failed;
}

/** The pace is taken from the first article on: before it the tagger is loaded. */
async function extractAll(gold: string, tagger: string | undefined) {
  const found = new Map<string, readonly FoundQuote[]>();
  const complaints: string[] = [];
  const environment = tagger === undefined ? process.env : { ...process.env, VERBATIM_TAGGER: tagger };
  let start = readClocks();
  for await (const result of extractions([gold], environment)) {
    if (found.size === 0) start = readClocks();
    if ("error" in result) complaints.push(result.error.message);
    else found.set(result.line.id, foundQuotes(result.line));
  }
  const end = readClocks();
  const speed = {
    articles: Math.max(found.size - 1, 0),
    seconds: end.seconds - start.seconds,
    processorSeconds: end.processorSeconds - start.processorSeconds,
  };
  return { found, complaints, speed };
}

/** The wall's clock, and what this process has had of the processor. */
function readClocks() {
  const { user, system } = process.cpuUsage();
  return { seconds: performance.now() / 1_000, processorSeconds: (user + system) / 1_000_000 };
}

function measure(
  annotated: readonly AnnotatedArticle[],
  found: ReadonlyMap<string, readonly FoundQuote[]>,
  speakers: AnnotatedSpeakers | null,
) {
  const judged = annotated.map((article) => judgeQuotes(article, found.get(article.id) ?? []));
  const answers = judged.flatMap(speakerAnswers);
  return {
    scores: scoreQuotes(judged),
    calibration: calibrate(answers),
    groups: speakerGroups(answers),
    people: speakers && judged.flatMap((article) => judgeSpeakers(article, speakers)),
    confusions: tally(judged.flatMap(quoteMistakes)),
  };
}

function print({ scores, calibration, groups, people, confusions }: ReturnType<typeof measure>, reading: string): void {
  const parts = [
    scoreTables(scores),
    ...(people ? [speakerTables(people, ({ kind }) => kind)] : []),
    reading,
    calibrationTables(calibration, groups),
    confusionTablesByKind("mistakes", confusions),
  ];
  process.stdout.write(`${parts.join("\n\n\n")}\n`);
}

function write(file: string, figures: object): void {
  writeFileSync(inWorkingDirectory(file), `${JSON.stringify(figures, null, 1)}\n`);
}
