import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { readConfig } from "../../src/config.ts";
import type { DraftCheck } from "../../src/draft/draft-check.ts";
import { draftLine } from "../../src/draft/draft-line.ts";
import type { DraftLine } from "../../src/draft/draft-report.ts";
import type { ReportedDraft } from "../../src/draft/markdown-report.ts";
import { articleOfFile } from "../../src/draft/read-draft.ts";
import { reasonOf, VerbatimError } from "../../src/errors.ts";
import type { ReadableArticle } from "../../src/model/article.ts";
import { EXIT, failWith, inWorkingDirectory, publicationFilter } from "../command-line.ts";
import { exitOnSignals } from "../temporary-folder.ts";
import { githubAnnotations } from "./github-annotations.ts";
import { linesOf } from "./lines-of-quotes.ts";
import { openArchive } from "./open-archive.ts";
import { terminalLines } from "./terminal-lines.ts";
import { writeOut } from "./write-out.ts";

const STANDARD_INPUT = "-";
/** What standard input holds: text, as it is pasted. */
const PASTED_NAME = "standard-input.txt";

export interface DraftOptions {
  readonly against?: string;
  readonly notes: readonly string[];
  readonly publisher?: string;
  readonly from?: string;
  readonly to?: string;
  readonly json: boolean;
  readonly report?: string;
  readonly out: readonly string[];
  readonly ratings?: string;
  readonly reviewer?: string;
  readonly reviewUrl?: string;
  readonly format: "text" | "github";
}

/** A draft with the text of its file, where that is text. */
interface CheckedDraft {
  readonly name: string;
  readonly file: string;
  readonly check: DraftCheck;
  readonly lines: readonly DraftLine[];
}

/** Prints what each draft's quotes are, and sets the exit code. */
export async function checkDrafts(paths: readonly string[], options: DraftOptions): Promise<void> {
  const config = readConfig(process.env);
  exitOnSignals(EXIT.interrupted);
  const drafts = await readDrafts(paths);
  if (drafts.length === 0) return;
  const archive = await openArchive(config, options);
  try {
    const checked: CheckedDraft[] = [];
    for (const { name, file, article } of drafts) {
      const check = await archive.drafts.check(article, { filter: publicationFilter(options) });
      const draft = { name, file, check, lines: check.quotes.map(draftLine) };
      print(draft, options);
      checked.push(draft);
    }
    await writeOut(checked.map(reported), options);
    const isClean = checked.every(({ lines }) => lines.every(({ needsALook }) => !needsALook));
    if (!isClean) process.exitCode = EXIT.failed;
  } finally {
    await archive.close();
  }
}

interface ReadFile {
  readonly name: string;
  readonly file: string;
  readonly article: ReadableArticle;
}

/** Those that can be read; each other is told by a sentence. */
async function readDrafts(paths: readonly string[]): Promise<readonly ReadFile[]> {
  const read: ReadFile[] = [];
  for (const path of paths) {
    try {
      read.push(await readOne(path));
    } catch (error) {
      failWith(error);
    }
  }
  return read;
}

async function readOne(path: string): Promise<ReadFile> {
  const name = path === STANDARD_INPUT ? PASTED_NAME : path;
  const bytes = path === STANDARD_INPUT ? await buffer(process.stdin) : await bytesOf(path);
  return { name, file: bytes.toString(), article: await articleOfFile(name, bytes) };
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(inWorkingDirectory(path));
  } catch (error) {
    const reason = reasonOf(error);
    throw new VerbatimError(
      "ARTICLE_NOT_FOUND",
      `${path} can't be read: ${reason}. Name a file, or - for standard input.`,
    );
  }
}

/** What is for programs goes alone to standard output, the sentence for people beside it. */
function print({ name, file, check, lines }: CheckedDraft, { json, format }: DraftOptions): void {
  const places = linesOf(
    file,
    lines.map(({ text }) => text),
  );
  const printed = json
    ? lines.map((line) => JSON.stringify({ file: name, ...line }))
    : (format === "github" ? githubAnnotations : terminalLines)(name, lines, places);
  for (const line of printed) process.stdout.write(`${line}\n`);
  (json ? process.stderr : process.stdout).write(`${name}: ${check.summary}\n`);
}

const reported = ({ name, check, lines }: CheckedDraft): ReportedDraft => ({
  name: check.article.title ?? name,
  summary: check.summary,
  quotes: lines,
});
