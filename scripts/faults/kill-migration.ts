import { join } from "node:path";
import { Connection } from "../../src/store/embedded/connection.ts";
import { databasePath } from "../../src/store/embedded/open-index.ts";
import { copyIndex } from "./copy-index.ts";
import type { FaultPlaces, FaultSubject } from "./fault-subjects.ts";
import { type IndexState, isSame, soundState } from "./index-state.ts";
import { commandOn, type RunCommand, runKilled, succeed } from "./killed-command.ts";

/** What the steps of the schema from this version on added. */
const ADDED = ["article_found", "decided_name", "decided_person", "correction_subject", "correction"];
const OLDER_VERSION = 8;

/** An index of the schema before that is killed while it is brought up to date is brought up to date by the next who opens it. */
export function killMigration({ folder, articles }: FaultPlaces): FaultSubject {
  const [older, directory] = [join(folder, "older"), join(folder, "migrated")];
  const migrate: RunCommand = { script: "scripts/faults/open-index.ts", args: [directory], env: {} };
  let whole: IndexState | null = null;
  return {
    name: "migration",
    measure: async () => {
      await succeed(commandOn("index-articles", older, [articles]));
      whole = await soundState(older);
      makeOlder(older);
      copyIndex(older, directory);
      return (await succeed(migrate)).readyMs;
    },
    kill: async (afterMs) => {
      copyIndex(older, directory);
      await runKilled(migrate, { afterMs, from: "READY" });
      await succeed(migrate);
      if (!isSame(await soundState(directory), whole)) throw new Error("The index is not what it was.");
    },
  };
}

function makeOlder(directory: string): void {
  const connection = new Connection(databasePath(directory));
  connection.script(ADDED.map((table) => `DROP TABLE ${table};`).join("\n"));
  connection.pragma(`user_version = ${OLDER_VERSION}`);
  connection.pragma("wal_checkpoint(TRUNCATE)");
  connection.close();
}
