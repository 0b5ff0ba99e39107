import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { EXIT, failWith, inWorkingDirectory } from "./command-line.ts";
import { speakerTables } from "./evaluate/quotes/judge-speakers.ts";
import { PARTS, partOf } from "./train/annotated-articles.ts";
import { FeatureNumbers } from "./train/feature-numbers.ts";
import { type RankingExample, rankCandidates } from "./train/rank-candidates.ts";
import { guessSpeakers } from "./train/speaker-examples.ts";
import { type SpokenArticle, spokenArticles } from "./train/spoken-articles.ts";

const OUT = fileURLToPath(new URL("../src/extract/speakers/speaker-weights.json", import.meta.url));
const PROVENANCE =
  "Learned by npm run train:speakers from who said what in DATA/polnear/train: speakers-train.jsonl names the person or body behind each quote.";
/** Who may speak depends on who spoke before: read again with the weights of the round before. */
const ROUNDS = 2;
/** Pull of the weights towards zero, in examples. Cross-validated, the reader's error is the same from .5 to 3, and most names are right at 1. */
const L2 = 1;
/** A weight below this moves no probability by half a point. */
const LEAST_WEIGHT = 0.02;

interface Options {
  readonly gold: string;
  readonly speakers: string;
}

const command = new Command("npm run --silent train:speakers --")
  .description("Learns from annotated speakers who said a quote; writes the weights that the rules use.")
  .requiredOption("--gold <file>", "articles with annotated quotes (JSON Lines), as npm run eval:quotes takes them")
  .requiredOption(
    "--speakers <file>",
    "who said each of them: {id, speakers: {quoteId: {name, world, kind, said}}} a line",
  )
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage))
  .parse();

await run(command.opts<Options>()).catch(failWith);

async function run({ gold, speakers }: Options): Promise<void> {
  const articles = await spokenArticles(inWorkingDirectory(gold), inWorkingDirectory(speakers));
  const numbers = new FeatureNumbers();
  let withheld: readonly (readonly number[])[] = Array.from({ length: PARTS }, () => []);
  let weights: readonly number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const readings = guessAll(articles, numbers, withheld);
    const examples = readings.map((guesses) => guesses.flat().map(({ example }) => example));
    const count = numbers.names.length;
    withheld = withheld.map((_, part) =>
      learn(
        examples.filter((_, place) => partOf(place) !== part),
        count,
      ),
    );
    weights = learn(examples, count);
  }
  const verdicts = guessAll(articles, numbers, withheld).flatMap(([bySettings]) =>
    bySettings.map(({ verdict }) => verdict),
  );
  process.stdout.write(
    `Cross-validated by article.\n\n${speakerTables(verdicts, ({ annotated }) => annotated.kind || "nobody")}\n`,
  );
  writeFileSync(OUT, weightsFile(numbers.names, weights));
}

/** Each article, read in both ways, by the weights that were learned without its part. */
function guessAll(
  articles: readonly SpokenArticle[],
  numbers: FeatureNumbers,
  withheld: readonly (readonly number[])[],
) {
  return articles.map(([bySettings, byRules], place) => {
    const weights = withheld[partOf(place)] ?? [];
    return [guessSpeakers(bySettings, numbers, weights), guessSpeakers(byRules, numbers, weights)] as const;
  });
}

function learn(examples: readonly (readonly RankingExample[])[], features: number): readonly number[] {
  return rankCandidates(examples.flat(), features, { l2: L2 });
}

function weightsFile(names: readonly string[], weights: readonly number[]): string {
  const rounded = names.map((name, i) => [name, Math.round(100 * (weights[i] ?? 0)) / 100] as const);
  const kept = rounded.filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ provenance: PROVENANCE, weights: Object.fromEntries(kept) }, null, 1)}\n`;
}
