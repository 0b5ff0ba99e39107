import { Command } from "commander";
import { openModels } from "../src/app/open-models.ts";
import { readConfig } from "../src/config.ts";
import { createDraftChecker, type DraftChecker } from "../src/draft/draft-checker.ts";
import { createSearch } from "../src/search/create-search.ts";
import { openStoreForWriting } from "../src/store/embedded/open-embedded-store.ts";
import { EXIT, failWith, inWorkingDirectory } from "./command-line.ts";
import { type MeasuredDraft, mistakes, scoreTables, totals } from "./evaluate/drafts/draft-report.ts";
import { type LabelledDraft, makeDrafts } from "./evaluate/drafts/make-drafts.ts";
import { readAnnotatedSpeakers } from "./evaluate/quotes/annotated-speakers.ts";
import { readAnnotated, toMaterial, withSpeakers } from "./evaluate/verification/claim-material.ts";
import { indexAnnotated } from "./evaluate/verification/index-annotated.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const HELP = `
Without --data the drafts are made of samples/. A data file has annotated articles, as for eval:verify. docs/draft.md has the figures.

Exit code: 0 when all could be read, 1 when something failed, 2 for a wrong command line.`;

interface Options {
  readonly data?: string;
  readonly speakers?: string;
  readonly perKind: string;
  readonly perDraft: string;
  readonly seed: string;
  readonly show: string;
}

const command = new Command("npm run --silent eval:drafts --")
  .description("Makes whole drafts with known faults from what articles quote, and measures what the check finds.")
  .option("--data <file>", "annotated articles (JSON Lines)")
  .option("--speakers <file>", "who said the annotated quotes, in full (JSON Lines)")
  .option("--per-kind <n>", "quotes of each kind of fault", "60")
  .option("--per-draft <n>", "quotes of a draft", "40")
  .option("--seed <n>", "of the random choices", "1")
  .option("--show <n>", "mistakes to show of each kind", "0")
  .addHelpText("after", HELP)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage))
  .parse();

await run(command.opts<Options>()).catch(failWith);

async function run({ data, speakers, perKind, perDraft, seed, show }: Options): Promise<void> {
  const config = readConfig(process.env);
  const models = await openModels(config);
  const { model, dimensions } = models.embedder;
  const store = await openStoreForWriting({ directory: temporaryFolder(), model, dimensions });
  try {
    const annotated = data === undefined ? null : annotatedIn(data, speakers);
    const { indexed, heldOut } = await indexAnnotated(store, models, { file: data, annotated });
    const sizes = { perKind: Number(perKind), perDraft: Number(perDraft), seed: Number(seed) };
    const drafts = makeDrafts(toMaterial(indexed, heldOut), sizes);
    const search = createSearch({ store, embedder: models.embedder });
    const checked = await checkAll(createDraftChecker({ search, tagger: models.tagger }), drafts);
    const parts = [totals(checked), scoreTables(checked), mistakes(checked, Number(show))];
    process.stdout.write(`${parts.filter((part) => part !== "").join("\n\n")}\n`);
  } finally {
    await store.close();
    await models.embedder.close();
  }
}

function annotatedIn(data: string, speakers: string | undefined) {
  const annotated = readAnnotated(inWorkingDirectory(data));
  if (speakers === undefined) return annotated;
  return withSpeakers(annotated, readAnnotatedSpeakers(inWorkingDirectory(speakers)));
}

async function checkAll(drafts: DraftChecker, made: readonly LabelledDraft[]): Promise<readonly MeasuredDraft[]> {
  const measured: MeasuredDraft[] = [];
  for (const draft of made) {
    const start = performance.now();
    const check = await drafts.checkText(draft.text, { filter: {} });
    measured.push({ draft, check, milliseconds: performance.now() - start });
  }
  return measured;
}
