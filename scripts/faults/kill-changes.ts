import { join } from "node:path";
import { type Correction, inOrderOfTime } from "../../src/model/correction.ts";
import { Connection } from "../../src/store/embedded/connection.ts";
import { readAllCorrections } from "../../src/store/embedded/corrections/correction-rows.ts";
import { openStoreForChange } from "../../src/store/embedded/open-embedded-store.ts";
import { databasePath } from "../../src/store/embedded/open-index.ts";
import { copyIndex } from "./copy-index.ts";
import type { FaultPlaces, FaultSubject } from "./fault-subjects.ts";
import { placeOf } from "./index-place.ts";
import { type IndexState, isSame, soundState } from "./index-state.ts";
import { commandOn, type RunCommand, runKilled, succeed } from "./killed-command.ts";
import type { MadeChange } from "./make-changes.ts";

/** Corrections, undoings, removals: what was confirmed is in, and all is as if whatever is in had been done to the index by one that was never killed. */
export function killChanges({ folder, articles }: FaultPlaces): FaultSubject {
  const [original, directory, again] = ["unchanged", "changed", "changed-again"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  let seed = 0;
  const changes = (): RunCommand => {
    seed += 1;
    copyIndex(original, directory);
    return { script: "scripts/faults/make-changes.ts", args: [directory, String(seed)], env: {} };
  };
  return {
    name: "mutations",
    measure: async () => {
      await succeed(commandOn("index-articles", original, [articles]));
      return (await succeed(changes())).readyMs;
    },
    kill: async (afterMs) => {
      const { stdout } = await runKilled(changes(), { afterMs, from: "READY" });
      const state = await soundState(directory);
      if (state === null) throw new Error("There is no index any more.");
      const corrections = correctionsIn(directory);
      checkConfirmed(confirmedIn(stdout), state, corrections);
      copyIndex(original, again);
      await makeAgain(again, state, corrections);
      if (!isSame(await soundState(again), state)) throw new Error("What was killed differs from what was not.");
    },
  };
}

/** The last line may be cut. */
const confirmedIn = (stdout: string): readonly MadeChange[] =>
  stdout
    .split("\n")
    .filter((line) => line.startsWith("{") && line.endsWith("}"))
    .map((line) => JSON.parse(line) as MadeChange);

function checkConfirmed(made: readonly MadeChange[], state: IndexState, corrections: readonly Correction[]): void {
  const byId = new Map(corrections.map((correction) => [correction.id, correction]));
  for (const { correction, undone } of made) {
    if (correction !== undefined && !byId.has(correction)) throw new Error(`The correction ${correction} is lost.`);
    if (undone !== undefined && byId.get(undone)?.undone === null) throw new Error(`${undone} stands again.`);
  }
  const isIn = new Map<string, boolean>();
  for (const { removed, put } of made) {
    if (removed !== undefined) isIn.set(removed, false);
    if (put !== undefined) isIn.set(put, true);
  }
  const differing = [...isIn].filter(([id, wasIn]) => state.articles.has(id) !== wasIn);
  // The change after the last one that was confirmed may be in as well.
  if (differing.length > 1) throw new Error(`These articles are not as they were confirmed: ${differing.join("; ")}`);
}

function correctionsIn(directory: string): readonly Correction[] {
  const connection = new Connection(databasePath(directory), "READ");
  try {
    return [...readAllCorrections(connection)].sort(inOrderOfTime);
  } finally {
    connection.close();
  }
}

/** In one go, by a process that lives. */
async function makeAgain(directory: string, state: IndexState, corrections: readonly Correction[]): Promise<void> {
  const store = await openStoreForChange(placeOf(directory));
  try {
    const ids = (await store.states()).map(({ id }) => id);
    await store.remove(ids.filter((id) => !state.articles.has(id)));
    for (const correction of corrections) await store.correct(correction);
  } finally {
    await store.close();
  }
}
