import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Connection } from "../../src/store/embedded/connection.ts";
import { databasePath } from "../../src/store/embedded/open-index.ts";
import type { FaultPlaces, FaultSubject } from "./fault-subjects.ts";
import { type IndexState, isSame, soundState } from "./index-state.ts";
import { type RunCommand, runKilled, succeed } from "./killed-command.ts";

/** What the last step of the schema added, and the version before it. */
const ADDED = ["article_found", "decided_name", "decided_person", "correction_subject", "correction"];
const OLDER_VERSION = 8;

/** An index of the schema before that is killed while it is brought up to date is brought up to date by the next who opens it. */
export function killMigration({ folder, articles }: FaultPlaces): FaultSubject {
  const [older, directory] = [join(folder, "older"), join(folder, "migrated")];
  const migrate: RunCommand = { script: "scripts/faults/open-index.ts", args: [directory], env: {} };
  const copyOlder = () => {
    rmSync(directory, { recursive: true, force: true });
    cpSync(older, directory, { recursive: true });
  };
  let whole: IndexState | null = null;
  return {
    name: "migration",
    measure: async () => {
      await succeed({ script: "scripts/index-articles.ts", args: [articles], env: { VERBATIM_DATA_DIR: older } });
      whole = await soundState(older);
      makeOlder(older);
      copyOlder();
      return (await succeed(migrate)).readyMs;
    },
    kill: async (afterMs) => {
      copyOlder();
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
