import { readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { STARTED_BY_ANYBODY } from "./whole-file.ts";

/** What only who has the right to write begins: of a graph, a repair, a restore, with what SQLite lays beside it. */
const STARTED_BY_WRITERS = /\.tmp(?:-wal|-shm|-journal)?$/;

/** What the folders are called, in the system's temporary one, in which a graph lies unpacked while it is read. */
export const UNPACKED_GRAPH = "verbatim-graph-";

/** Nobody writes a file for so long: the table of 100,000 passages (30 MB) takes well under a second, and their graph a few. */
const ABANDONED_AFTER_MS = 10 * 60_000;

/**
 * Removes what processes that were killed had not finished, up to a second index. For whoever has the right to write: what a
 * writer began is nobody's then, and what a reader may be writing at this moment is told by its age.
 */
export function removeLeftovers(directory: string): void {
  for (const name of readdirSync(directory)) {
    if (!STARTED_BY_WRITERS.test(name)) continue;
    const path = join(directory, name);
    if (STARTED_BY_ANYBODY.test(name) && ageMsOf(path) < ABANDONED_AFTER_MS) continue;
    removeIfPossible(path);
  }
}

/** Removes what processes left that were killed while they read a graph; whoever is reading one at this moment is told by its age. */
export function removeUnpackedGraphs(): void {
  for (const name of namesIn(tmpdir())) {
    const path = join(tmpdir(), name);
    if (name.startsWith(UNPACKED_GRAPH) && ageMsOf(path) >= ABANDONED_AFTER_MS) removeIfPossible(path);
  }
}

/** None where the folder can't be listed. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** What can't be removed only takes room. */
function removeIfPossible(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {}
}

/** 0 for one that is gone meanwhile. */
const ageMsOf = (path: string): number =>
  Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
