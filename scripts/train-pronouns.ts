import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { FEATURE_NAMES } from "../src/extract/speakers/pronoun-features.ts";
import { EXIT, failWith, inWorkingDirectory } from "./command-line.ts";
import { formatTable } from "./format-table.ts";
import { type AnnotatedArticle, annotatedArticles, PARTS, partOf } from "./train/annotated-articles.ts";
import { namedWeights } from "./train/named-weights.ts";
import { annotatedNames, type PronounsRead, readPronouns } from "./train/pronoun-examples.ts";
import { rankCandidates } from "./train/rank-candidates.ts";

const OUT = fileURLToPath(new URL("../src/extract/speakers/pronoun-weights.json", import.meta.url));
const PROVENANCE =
  "Learned from he, she, him, her, his and hers in DATA/gum/train by npm run train:pronouns, once with the names of the rules and once with the annotated ones.";
/** What a pronoun is chosen from depends on what was chosen before: read again with the weights of the round before. */
const ROUNDS = 3;
/** Pull of the weights towards zero, in examples. */
const L2 = 3;

/** By which names articles are read: both must do, the tagger's lie between. */
const READINGS: Readonly<Record<string, (article: AnnotatedArticle) => ReturnType<typeof annotatedNames>>> = {
  "names of the rules": () => [],
  "annotated names": ({ gold }) => annotatedNames(gold),
};

const command = new Command("npm run --silent train:pronouns --")
  .description(
    "Learns from annotated articles what tells whom he and she stand for; writes the weights that the rules use.",
  )
  .requiredOption("--gold <file>", "annotated articles (JSON Lines), as npm run eval:entities takes them")
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage))
  .parse();

await run(inWorkingDirectory(command.opts<{ readonly gold: string }>().gold)).catch(failWith);

async function run(path: string): Promise<void> {
  const articles = await annotatedArticles(path);
  const readings = Object.entries(READINGS);
  let withheld = Array.from({ length: PARTS }, untaught);
  let weights = untaught();
  for (let round = 0; round < ROUNDS; round++) {
    const read = readings.map(([, tags]) => articles.map((one) => readPronouns(one, tags(one), weights)));
    const learn = (wanted: (place: number) => boolean) =>
      rankCandidates(examplesOf(read, wanted), FEATURE_NAMES.length, { l2: L2 });
    withheld = withheld.map((_, part) => learn((place) => partOf(place) !== part));
    weights = learn(() => true);
  }
  const judged = readings.map(([name, tags]) => [
    name,
    rightShare(articles.map((one, place) => readPronouns(one, tags(one), withheld[partOf(place)] ?? []))),
  ]);
  process.stdout.write(`${formatTable([["to the right person, cross-validated", "%"], ...judged])}\n`);
  writeFileSync(OUT, weightsFile(weights));
}

function untaught(): readonly number[] {
  return FEATURE_NAMES.map(() => 0);
}

function examplesOf(read: readonly (readonly PronounsRead[])[], wanted: (place: number) => boolean) {
  return read.flatMap((articles) => articles.filter((_, place) => wanted(place)).flatMap(({ examples }) => examples));
}

function rightShare(read: readonly PronounsRead[]): string {
  const right = read.reduce((sum, one) => sum + one.right, 0);
  const count = read.reduce((sum, one) => sum + one.count, 0);
  return ((100 * right) / count).toFixed(1);
}

function weightsFile(weights: readonly number[]): string {
  return `${JSON.stringify({ provenance: PROVENANCE, weights: namedWeights(FEATURE_NAMES, weights) }, null, 2)}\n`;
}
