import { stat } from "node:fs/promises";
import type { ArticleSource } from "../ingest/read-articles.ts";
import { findFiles } from "./find-files.ts";
import { type IndexEvent, type IndexingParts, type IndexRun, indexArticles } from "./index-articles.ts";
import { fileInput, type IndexInput } from "./index-input.ts";
import { ProgressReport, type Tally } from "./progress-report.ts";

export interface PathsRun extends Pick<IndexRun, "sample" | "limits" | "signal" | "pages" | "part"> {
  /** Files, folders and glob patterns, relative to the working directory. */
  readonly paths: readonly string[];
  readonly workingDirectory: string;
  /** What the user says of the articles. */
  readonly details: ArticleSource["details"];
  /** Sources that are no files. */
  readonly otherInputs: readonly IndexInput[];
  readonly onEvent: (event: IndexEvent) => void;
}

/** A run of files alone, of which nothing else is told, and which nobody breaks off. */
export const runOfPaths = (run: Pick<PathsRun, "paths" | "workingDirectory" | "sample" | "limits">): PathsRun => ({
  ...run,
  details: {},
  otherInputs: [],
  signal: new AbortController().signal,
  onEvent: () => {},
});

/** Indexes what the paths lead to, and reports on standard error. */
export async function indexPaths(run: PathsRun, parts: IndexingParts): Promise<Tally> {
  const { files, folders, failures } = await findFiles(run.paths, run.workingDirectory);
  const report = new ProgressReport(process.stderr, await totalBytes(files));
  const tell = (event: IndexEvent) => {
    report.take(event);
    run.onEvent(event);
  };
  const ofFiles = files.map((path) => fileInput(path, run.details, run.workingDirectory));
  const inputs = [...ofFiles, ...run.otherInputs].map((input) => report.watch(input));
  try {
    for (const failure of failures) tell({ type: "failed", ...failure });
    for await (const event of indexArticles({ ...run, inputs, folders }, parts)) tell(event);
  } finally {
    report.finish();
  }
  return report.tally;
}

async function totalBytes(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(files.map(async (file) => (await stat(file).catch(() => null))?.size ?? 0));
  return sizes.reduce((sum, size) => sum + size, 0);
}
