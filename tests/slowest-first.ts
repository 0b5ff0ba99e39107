import { readFileSync } from "node:fs";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What a test file imports that has it wait for a browser, or else for commands, long after the others are done. */
const SLOW = [/chromium\.ts/, /run-command\.ts/];

/** Starts the files that take longest first, so that no worker is left with one at the end; vitest itself knows only how long they took last time. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const ranks = new Map(sorted.map((file) => [file, rankOf(file.moduleId)]));
    return sorted.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
  }
}

function rankOf(path: string): number {
  const source = readFileSync(path, "utf8");
  const rank = SLOW.findIndex((pattern) => pattern.test(source));
  return rank === -1 ? SLOW.length : rank;
}
