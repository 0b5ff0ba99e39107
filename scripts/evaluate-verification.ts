import { Command } from "commander";
import { openEmbedder } from "../src/app/open-models.ts";
import { readConfig } from "../src/config.ts";
import { createSearch } from "../src/search/create-search.ts";
import type { Search } from "../src/search/search.ts";
import { openStoreForWriting } from "../src/store/embedded/open-embedded-store.ts";
import { EXIT, failWith, inWorkingDirectory } from "./command-line.ts";
import { readAnnotated, toMaterial } from "./evaluate/verification/claim-material.ts";
import { HELD_OUT_EVERY, indexAnnotated } from "./evaluate/verification/index-annotated.ts";
import { type LabelledClaim, makeClaims } from "./evaluate/verification/make-claims.ts";
import {
  confusionTable,
  latencyLine,
  mistakes,
  scoreTable,
  type VerifiedClaim,
} from "./evaluate/verification/verification-report.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const HELP = `
Without --data the claims are made of samples/, with what the rules find in them. A data file has one article a line:
{"id", "text", "quotes": [{"type": "direct"|"mixed"|"indirect"|"transcript", "content": [[start,end],...], "sourceText"}]},
as in PolNeAR. One article in ${HELD_OUT_EVERY} is not indexed: what is said in it should not be found. docs/verify.md has the figures.

Exit code: 0 when all could be read, 1 when something failed, 2 for a wrong command line.`;

interface Options {
  readonly data?: string;
  readonly perKind: string;
  readonly seed: string;
  readonly show: string;
}

const command = new Command("npm run --silent eval:verify --")
  .description("Makes claims of known verdicts from what articles quote, and measures how verifyQuote judges them.")
  .option("--data <file>", "annotated articles (JSON Lines)")
  .option("--per-kind <n>", "claims of each kind of change", "250")
  .option("--seed <n>", "of the random choices", "1")
  .option("--show <n>", "mistakes to show of each kind", "0")
  .addHelpText("after", HELP)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage))
  .parse();

await run(command.opts<Options>()).catch(failWith);

async function run({ data, perKind, seed, show }: Options): Promise<void> {
  const config = readConfig(process.env);
  const embedder = await openEmbedder(config);
  const { model, dimensions } = embedder;
  const store = await openStoreForWriting({ directory: temporaryFolder(), model, dimensions });
  try {
    const annotated = data === undefined ? null : readAnnotated(inWorkingDirectory(data));
    const { indexed, heldOut } = await indexAnnotated(store, { embedder }, { file: data, annotated });
    const claims = makeClaims(toMaterial(indexed, heldOut), Number(perKind), Number(seed));
    print(await verifyAll(createSearch({ store, embedder }), claims), Number(show));
  } finally {
    await store.close();
    await embedder.close();
  }
}

async function verifyAll(search: Search, claims: readonly LabelledClaim[]): Promise<readonly VerifiedClaim[]> {
  const verified: VerifiedClaim[] = [];
  for (const claim of claims) {
    const start = performance.now();
    const { verdict, summary } = await search.verify(claim);
    verified.push({ ...claim, found: verdict, summary, milliseconds: performance.now() - start });
  }
  return verified;
}

function print(claims: readonly VerifiedClaim[], show: number): void {
  const parts = [scoreTable(claims), confusionTable(claims), latencyLine(claims), mistakes(claims, show)];
  process.stdout.write(`${parts.filter((part) => part !== "").join("\n\n")}\n`);
}
