import { readFile, writeFile } from "node:fs/promises";
import { extname } from "node:path";
import { DRAFT_FORMATS, draftClaimReviews, type RatedDraft } from "../../src/draft/draft-formats.ts";
import type { ReportedDraft } from "../../src/draft/markdown-report.ts";
import { ratingsOf, readRatings } from "../../src/draft/read-ratings.ts";
import { reasonOf, VerbatimError } from "../../src/errors.ts";
import { inWorkingDirectory } from "../command-line.ts";

export interface OutOptions {
  /** A report as Markdown, whatever its ending. */
  readonly report?: string;
  readonly out: readonly string[];
  readonly ratings?: string;
  readonly reviewer?: string;
  readonly reviewUrl?: string;
}

/** Writes what was found of the drafts to the files that are asked for. @throws VerbatimError BAD_INPUT */
export async function writeOut(drafts: readonly ReportedDraft[], options: OutOptions): Promise<void> {
  const rated = await withRatings(drafts, options.ratings);
  if (options.report !== undefined) await write(options.report, DRAFT_FORMATS.md.write(rated));
  for (const file of options.out) await write(file, contentFor(file, rated, options));
}

async function withRatings(drafts: readonly ReportedDraft[], file: string | undefined): Promise<readonly RatedDraft[]> {
  const ratings = file === undefined ? [] : readRatings(await read(file), file);
  const found = ratingsOf(drafts, ratings);
  return drafts.map((draft, i) => ({ ...draft, ratings: found[i] ?? [] }));
}

function contentFor(
  file: string,
  drafts: readonly RatedDraft[],
  { reviewer = "", reviewUrl = null }: Reviewed,
): string {
  const ending = extname(file).slice(1);
  if (ending !== "jsonld") return DRAFT_FORMATS[ending as keyof typeof DRAFT_FORMATS].write(drafts);
  const reviews = draftClaimReviews(drafts, { reviewer, reviewUrl });
  if (reviews !== null) return reviews;
  throw new VerbatimError(
    "BAD_INPUT",
    "Nobody has rated anything: fill in the column rating of the file of --ratings.",
  );
}

interface Reviewed {
  readonly reviewer?: string;
  readonly reviewUrl?: string | null;
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(inWorkingDirectory(file), "utf8");
  } catch (error) {
    throw new VerbatimError("BAD_INPUT", `The ratings can't be read: ${reasonOf(error)}. Give --ratings another file.`);
  }
}

async function write(file: string, content: string): Promise<void> {
  try {
    await writeFile(inWorkingDirectory(file), content);
  } catch (error) {
    throw new VerbatimError("BAD_INPUT", `${file} can't be written: ${reasonOf(error)}. Give another file.`);
  }
}
