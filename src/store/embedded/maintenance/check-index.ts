import { existsSync } from "node:fs";
import { reasonOf } from "../../../errors.ts";
import { Connection } from "../connection.ts";
import { checkCurrent } from "../index-state.ts";
import { databasePath, isBlank } from "../open-index.ts";
import { asVerbatimError, isUnreadable } from "../sqlite-errors.ts";
import { noIndex } from "./backup-index.ts";
import { checkCorrections } from "./checks/check-corrections.ts";
import { checkCounts } from "./checks/check-counts.ts";
import { checkFullText } from "./checks/check-full-text.ts";
import { checkGraph } from "./checks/check-graph.ts";
import { checkLinks } from "./checks/check-links.ts";
import { checkSpans } from "./checks/check-spans.ts";
import { checkVectors } from "./checks/check-vectors.ts";
import type { Finding } from "./finding.ts";

type Check = (connection: Connection, directory: string) => readonly Finding[] | Promise<readonly Finding[]>;

const CHECKS: Readonly<Record<string, Check>> = {
  file: checkFile,
  links: checkLinks,
  spans: checkSpans,
  counts: checkCounts,
  corrections: checkCorrections,
  vectors: checkVectors,
  "full text": checkFullText,
  "vector graph": checkGraph,
};

/**
 * Looks whether every promise of an index holds; nothing is changed. No finding: all do.
 * @param onCheck Told of each check when it is done.
 * @throws BAD_SETTING where there is no index, INDEX_INCOMPATIBLE for one of another version.
 */
export async function checkIndex(
  directory: string,
  onCheck: (promise: string, findings: readonly Finding[]) => void = () => {},
): Promise<readonly Finding[]> {
  if (!existsSync(databasePath(directory))) throw noIndex(directory);
  let connection: Connection | null = null;
  try {
    connection = new Connection(databasePath(directory), "READ");
    if (isBlank(connection)) throw noIndex(directory);
    checkCurrent(connection);
    return await runChecks(connection, directory, onCheck);
  } catch (error) {
    if (!isUnreadable(error)) throw asVerbatimError(error, directory);
    return [unreadable(error)];
  } finally {
    connection?.close();
  }
}

async function runChecks(
  connection: Connection,
  directory: string,
  onCheck: (promise: string, findings: readonly Finding[]) => void,
): Promise<readonly Finding[]> {
  const all: Finding[] = [];
  for (const [promise, check] of Object.entries(CHECKS)) {
    const findings = await toldAsFinding(() => check(connection, directory));
    all.push(...findings);
    onCheck(promise, findings);
  }
  return all;
}

/** A damaged page is a finding, whichever check comes upon it. */
async function toldAsFinding(
  check: () => readonly Finding[] | Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  try {
    return await check();
  } catch (error) {
    if (isUnreadable(error)) return [unreadable(error)];
    throw error;
  }
}

const unreadable = (error: unknown): Finding => ({
  promise: "file",
  sentence: `The database can't be read: ${reasonOf(error)}.`,
  count: 1,
});

function checkFile(connection: Connection): readonly Finding[] {
  const said = connection.column<string>("PRAGMA integrity_check(10)");
  if (said.length === 1 && said[0] === "ok") return [];
  return said.map((what) => ({ promise: "file", sentence: `The database is damaged: ${what}.`, count: 1 }));
}
