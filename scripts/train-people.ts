import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { pMapIterable } from "p-map";
import { openTagger } from "../src/app/open-models.ts";
import { readConfig } from "../src/config.ts";
import { extractTagged } from "../src/indexing/extract-tagged.ts";
import { findFiles } from "../src/indexing/find-files.ts";
import { fileInput } from "../src/indexing/index-input.ts";
import { linkEntity } from "../src/indexing/link-entity.ts";
import { readArticles } from "../src/ingest/read-articles.ts";
import { FEATURE_NAMES } from "../src/store/people/whom-a-name-means.ts";
import { EXIT, failWith, WORKING_DIRECTORY } from "./command-line.ts";
import { formatTable } from "./format-table.ts";
import { PARTS, partOf } from "./train/annotated-articles.ts";
import { type HiddenName, hiddenNames, type LinkedArticle } from "./train/hidden-names.ts";
import { namedWeights } from "./train/named-weights.ts";
import { type FeatureValue, rankCandidates } from "./train/rank-candidates.ts";

const OUT = fileURLToPath(new URL("../src/store/people/name-weights.json", import.meta.url));
const PROVENANCE =
  "Learned from the people of DATA/polnear/train.jsonl with their first names, or their surnames, left out, by npm run train:people.";
const ARTICLES_AT_ONCE = 4;
/** Pull of the weights towards zero, in examples. */
const L2 = 3;
/** Likelihoods from which a name would be tied, to choose among. */
const THRESHOLDS = [0.5, 0.6, 0.7, 0.8, 0.9] as const;
const IS_FIRST_NAME = FEATURE_NAMES.indexOf("isFirstName");

const command = new Command("npm run --silent train:people --")
  .description(
    "Learns from articles what tells whom a name without a first name means; writes the weights that the store uses. The articles need no annotation.",
  )
  .argument("<PATH...>", "files, folders or glob patterns: .txt, .html, .jsonl ({id, text} a line)")
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage))
  .parse();

await run(command.args).catch(failWith);

async function run(paths: readonly string[]): Promise<void> {
  const names = hiddenNames(await linkedArticles(paths));
  const withheld = Array.from({ length: PARTS }, (_, part) =>
    learn(names.filter((_, place) => partOf(place) !== part)),
  );
  const judged = names.map((name, place) => judge(name, withheld[partOf(place)] ?? []));
  const rows = [0, 1].flatMap((isFirstName) =>
    THRESHOLDS.map((threshold) => figures(judged, isFirstName === 1, threshold)),
  );
  process.stdout.write(`${formatTable([["shown", "tied from", "of those right, %", "found, %"], ...rows])}\n`);
  writeFileSync(OUT, weightsFile(learn(names)));
}

function learn(names: readonly HiddenName[]): readonly number[] {
  const examples = names.map(({ candidates, isRight }) => ({
    candidates: candidates.map((values) => values.map((value, feature): FeatureValue => [feature, value])),
    isRight,
  }));
  return rankCandidates(examples, FEATURE_NAMES.length, { l2: L2 });
}

async function linkedArticles(paths: readonly string[]): Promise<readonly LinkedArticle[]> {
  const config = readConfig(process.env);
  const { files } = await findFiles(paths, WORKING_DIRECTORY);
  const tagger = await openTagger(config);
  const linked: LinkedArticle[] = [];
  try {
    for (const file of files) {
      const articles = readArticles(fileInput(file, {}, WORKING_DIRECTORY).source, config);
      const extracted = pMapIterable(
        articles,
        async (result) => {
          if ("error" in result) throw result.error;
          const { article } = result;
          const { entities } = await extractTagged(article, tagger);
          return { article, entities: entities.map((entity) => linkEntity(entity, article.text)) };
        },
        { concurrency: ARTICLES_AT_ONCE },
      );
      for await (const article of extracted) linked.push(article);
    }
  } finally {
    await tagger?.close();
  }
  return linked;
}

interface Judged {
  readonly isFirstName: boolean;
  /** Of the likeliest person, 0..1. */
  readonly probability: number;
  readonly isRight: boolean;
  /** The person is among the candidates. */
  readonly isKnown: boolean;
}

function judge({ candidates, isRight }: HiddenName, weights: readonly number[]): Judged {
  const odds = candidates.map((values) =>
    Math.exp(values.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0)),
  );
  const people = odds.slice(0, -1);
  const best = people.indexOf(Math.max(...people));
  return {
    isFirstName: candidates[0]?.[IS_FIRST_NAME] === 1,
    probability: (odds[best] ?? 0) / odds.reduce((sum, one) => sum + one, 0),
    isRight: isRight[best] === true,
    isKnown: isRight.at(-1) === false,
  };
}

function figures(judged: readonly Judged[], isFirstName: boolean, threshold: number): readonly string[] {
  const asked = judged.filter((one) => one.isFirstName === isFirstName);
  const tied = asked.filter(({ probability }) => probability >= threshold);
  const right = tied.filter((one) => one.isRight).length;
  const known = asked.filter(({ isKnown }) => isKnown).length;
  const share = (part: number, whole: number) => ((100 * part) / whole).toFixed(1);
  return [isFirstName ? "first name" : "surname", String(threshold), share(right, tied.length), share(right, known)];
}

function weightsFile(weights: readonly number[]): string {
  return `${JSON.stringify({ provenance: PROVENANCE, weights: namedWeights(FEATURE_NAMES, weights) }, null, 2)}\n`;
}
