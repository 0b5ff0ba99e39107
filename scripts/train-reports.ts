import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { EXIT, failWith, inWorkingDirectory } from "./command-line.ts";
import { formatTable } from "./format-table.ts";
import { PARTS, partOf } from "./train/annotated-articles.ts";
import { type Example, type LogLinearModel, shares, trainLogLinear } from "./train/log-linear.ts";
import { type ReportedQuote, type ReportedQuotes, readReportedQuotes } from "./train/reported-quotes.ts";

const OUT = fileURLToPath(new URL("../src/extract/assertion/reported-weights.json", import.meta.url));
const PROVENANCE =
  "For each piece of evidence what it adds for an attitude against words, learned by npm run train:reports from the quotes of DATA/polnear/train whose readers said whether words were spoken (speakers-train). Words are those seen in eight places or more.";
/** Evidence that moves the score by less is left out of the file. */
const MIN_WEIGHT = 0.02;
const CLASSES = ["WORDS", "ATTITUDE"] as const;

interface Options {
  readonly gold: string;
  readonly speakers: string;
  readonly judgeGold?: string;
  readonly judgeSpeakers?: string;
}

const command = new Command("npm run --silent train:reports --")
  .description("Learns whether a quote reports words or an attitude; writes the weights that the extraction uses.")
  .requiredOption("--gold <file>", "annotated articles (JSON Lines), as npm run eval:quotes takes them")
  .requiredOption("--speakers <file>", 'who said them: {"id", "speakers": {quote id: {"said": true|false}}} a line')
  .option("--judge-gold <file>", "articles to report on that nothing is learned from")
  .option("--judge-speakers <file>", "who said their quotes")
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage))
  .parse();

await run(command.opts<Options>()).catch(failWith);

async function run({ gold, speakers, judgeGold, judgeSpeakers }: Options): Promise<void> {
  const articles = await readReportedQuotes(inWorkingDirectory(gold), inWorkingDirectory(speakers));
  const withheld = Array.from({ length: PARTS }, (_, part) => train(articles.filter((_, i) => partOf(i) !== part)));
  const rows = [rowOf("cross-validated", articles, (place) => withheld[partOf(place)])];
  const model = train(articles);
  if (judgeGold !== undefined && judgeSpeakers !== undefined) {
    const judged = await readReportedQuotes(inWorkingDirectory(judgeGold), inWorkingDirectory(judgeSpeakers));
    rows.push(rowOf("on articles not learned from", judged, () => model));
  }
  process.stdout.write(`${formatTable([["words or attitude", "quotes", "right, %", "words, %"], ...rows])}\n`);
  writeFileSync(OUT, modelFile(model));
}

/** Both as they were annotated and as they are found: what is found is what the weights will meet, and a sixth is not found. */
function train(articles: readonly ReportedQuotes[]): LogLinearModel {
  const examples = articles.flatMap(({ annotated, found }) => [...annotated, ...found]).map(toExample);
  return trainLogLinear(examples, CLASSES.length);
}

function toExample({ evidence, reports }: ReportedQuote): Example {
  return { evidence, label: CLASSES.indexOf(reports) };
}

function rowOf(
  name: string,
  articles: readonly ReportedQuotes[],
  modelOf: (place: number) => LogLinearModel | undefined,
): readonly string[] {
  const judged = articles.flatMap(({ found }, place) =>
    found.map(({ evidence, reports }) => ({ reports, guess: guessOf(modelOf(place), evidence) })),
  );
  const share = (wanted: (one: (typeof judged)[number]) => boolean) =>
    ((100 * judged.filter(wanted).length) / judged.length).toFixed(1);
  return [
    name,
    String(judged.length),
    share(({ reports, guess }) => reports === guess),
    share(({ reports }) => reports === "WORDS"),
  ];
}

function guessOf(model: LogLinearModel | undefined, evidence: readonly string[]): (typeof CLASSES)[number] {
  const [words = 0, attitude = 0] = model === undefined ? [] : shares(model, evidence);
  return attitude > words ? "ATTITUDE" : "WORDS";
}

function modelFile({ bias, weights }: LogLinearModel): string {
  const difference = ([words = 0, attitude = 0]: readonly number[]) => Math.round(100 * (attitude - words)) / 100;
  const telling = [...weights]
    .map(([one, values]) => [one, difference(values)] as const)
    .filter(([, weight]) => Math.abs(weight) >= MIN_WEIGHT)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const file = { provenance: PROVENANCE, bias: difference(bias), weights: Object.fromEntries(telling) };
  return `${JSON.stringify(file, null, 2)}\n`;
}
