import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { findNames } from "../src/extract/entities/find-names.ts";
import { nameEvidence } from "../src/extract/entities/name-evidence.ts";
import { contains } from "../src/model/span.ts";
import { EXIT, failWith, inWorkingDirectory } from "./command-line.ts";
import { NAME_KINDS } from "./evaluate/entities/found-entities.ts";
import { formatTable } from "./format-table.ts";
import { type AnnotatedArticle, annotatedArticles, PARTS, partOf } from "./train/annotated-articles.ts";
import { type Example, type LogLinearModel, shares, trainLogLinear } from "./train/log-linear.ts";

const OUT = fileURLToPath(new URL("../src/extract/entities/name-kind-weights.json", import.meta.url));
const PROVENANCE =
  "Weights for none, person, organization and place, learned from the annotated names of DATA/gum/train and DATA/uner by npm run train:names. Word endings, words and signs are those seen in eight places or more.";
/** Evidence that moves no class by more is left out of the file. */
const MIN_WEIGHT = 0.05;

const command = new Command("npm run --silent train:names --")
  .description(
    "Learns from annotated articles what tells of the kind of a name; writes the weights that the rules use.",
  )
  .requiredOption("--gold <files...>", "annotated articles (JSON Lines), as npm run eval:entities takes them")
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage))
  .parse();

const { gold } = command.opts<{ readonly gold: readonly string[] }>();
await run(gold.map((path) => inWorkingDirectory(path))).catch(failWith);

async function run(paths: readonly string[]): Promise<void> {
  const annotated: AnnotatedArticle[] = [];
  for (const path of paths) annotated.push(...(await annotatedArticles(path)));
  const articles = annotated.map(examplesOf);
  const train = (wanted: (place: number) => boolean) =>
    trainLogLinear(articles.filter((_, place) => wanted(place)).flat(), NAME_KINDS.length + 1);
  const withheld = Array.from({ length: PARTS }, (_, part) => train((place) => partOf(place) !== part));
  process.stdout.write(`${heldOutTable(articles.map((own, place) => [own, withheld[partOf(place)]] as const))}\n`);
  writeFileSync(OUT, modelFile(train(() => true)));
}

/** A run of capitals is what the last name whose key word it covers is annotated as. */
function examplesOf({ gold, document, drafts }: AnnotatedArticle): readonly Example[] {
  const found = findNames(document);
  const sources = new Set(drafts.flatMap(({ source }) => (source ? [source.start] : [])));
  const names = gold.mentions.filter(({ form }) => form === "name");
  const evidenceOf = nameEvidence(document, found, sources);
  return found.flatMap((run) => {
    if (run.isSure) return [];
    const covered = names.filter(({ key }) => contains(run, key));
    const last = covered.reduce((a, b) => (b.key.end > (a?.key.end ?? 0) ? b : a), covered[0]);
    return [{ evidence: evidenceOf(run), label: 1 + (NAME_KINDS as readonly string[]).indexOf(last?.type ?? "") }];
  });
}

/** How well runs of capitals are told apart in articles that were left out of the learning. */
function heldOutTable(judged: readonly (readonly [readonly Example[], LogLinearModel | undefined])[]): string {
  const guesses = judged.flatMap(([own, model]) =>
    own.map(({ evidence, label }) => ({ label, guess: model ? likeliest(shares(model, evidence)) : 0 })),
  );
  const row = (kind: string, label: number) => {
    const right = guesses.filter((one) => one.label === label && one.guess === label).length;
    const of = (wanted: (one: (typeof guesses)[number]) => boolean) => 100 * (right / guesses.filter(wanted).length);
    return [kind, of((one) => one.guess === label).toFixed(1), of((one) => one.label === label).toFixed(1)];
  };
  return formatTable([["%, cross-validated", "precision", "recall"], ...NAME_KINDS.map((kind, i) => row(kind, i + 1))]);
}

function likeliest(odds: readonly number[]): number {
  return odds.indexOf(Math.max(...odds));
}

function modelFile({ bias, weights }: LogLinearModel): string {
  const round = (values: readonly number[]) => values.map((value) => Math.round(100 * value) / 100);
  const telling = [...weights]
    .map(([one, values]) => [one, round(values)] as const)
    .filter(([, values]) => values.some((value) => Math.abs(value) >= MIN_WEIGHT))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = telling.map(
    ([one, values]) => `    ${JSON.stringify(one)}: ${JSON.stringify(values).replaceAll(",", ", ")}`,
  );
  return `{\n  "provenance": ${JSON.stringify(PROVENANCE)},\n  "bias": ${JSON.stringify(round(bias)).replaceAll(",", ", ")},\n  "weights": {\n${lines.join(",\n")}\n  }\n}\n`;
}
