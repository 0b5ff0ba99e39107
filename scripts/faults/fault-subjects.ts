import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseGlobalId } from "../../src/model/global-id.ts";
import { type IndexState, isSame, soundState } from "./index-state.ts";
import { commandOn, type RunCommand, runKilled, succeed } from "./killed-command.ts";

/** What is killed, and what must be true after each time. */
export interface FaultSubject {
  readonly name: string;
  /** How long the command takes when nobody kills it. */
  measure(): Promise<number>;
  /** Kills it after so many milliseconds, and looks what is left. @throws Error where a promise is broken. */
  kill(afterMs: number): Promise<void>;
}

export interface FaultPlaces {
  /** A folder for what the command works on. */
  readonly folder: string;
  /** The articles, as JSON Lines. */
  readonly articles: string;
}

/** Indexing goes on where it was killed; what it had confirmed is there, and in the end it is what one that was never killed makes. */
export function killIndexing({ folder, articles }: FaultPlaces): FaultSubject {
  const directory = join(folder, "indexed");
  const fresh = join(folder, "fresh");
  const index = (into: string) => commandOn("index-articles", into, [articles, "--json"]);
  let whole: IndexState | null = null;
  return {
    name: "indexing",
    measure: async () => {
      const { ms } = await succeed(index(fresh));
      whole = await soundState(fresh);
      return ms;
    },
    kill: async (afterMs) => {
      const before = await soundState(directory);
      const { code, stdout } = await runKilled(index(directory), { afterMs, from: "START" });
      const after = await soundState(directory);
      for (const id of [...confirmedIn(stdout), ...(before?.articles.keys() ?? [])]) {
        if (!after?.articles.has(id)) throw new Error(`The article ${id} was confirmed, and is not there.`);
      }
      if (code === null) return;
      if (!isSame(after, whole)) throw new Error("What was killed and went on differs from what was made in one go.");
      rmSync(directory, { recursive: true });
    },
  };
}

/** Ids of the articles of which the command said that they are in. */
const confirmedIn = (stdout: string): readonly string[] =>
  stdout
    .split("\n")
    .filter((line) => line.endsWith("}"))
    .map((line) => JSON.parse(line) as { readonly event: string; readonly id: string })
    .filter(({ event }) => event === "indexed" || event === "replaced")
    .flatMap(({ id }) => parseGlobalId(id)?.localId ?? []);

/** A command that only makes something of a whole index leaves it as it was, whenever it is killed. */
function killOver(
  name: string,
  { folder, articles }: FaultPlaces,
  made: (directory: string) => RunCommand,
): FaultSubject {
  const directory = join(folder, name);
  let whole: IndexState | null = null;
  return {
    name,
    measure: async () => {
      await succeed(commandOn("index-articles", directory, [articles]));
      whole = await soundState(directory);
      const { ms } = await succeed(made(directory));
      return ms;
    },
    kill: async (afterMs) => {
      await runKilled(made(directory), { afterMs, from: "START" });
      if (!isSame(await soundState(directory), whole)) throw new Error("The index is not what it was.");
    },
  };
}

export const killRepair = (places: FaultPlaces): FaultSubject =>
  killOver("repair", places, (directory) => commandOn("repair-index", directory, []));

/** The file, where there is one, is a whole backup, too. */
export function killBackup(places: FaultPlaces): FaultSubject {
  const file = join(places.folder, "copy.verbatim");
  const subject = killOver("backup", places, (directory) => commandOn("backup-index", directory, [file]));
  const restored = join(places.folder, "restored");
  return {
    ...subject,
    kill: async (afterMs) => {
      await subject.kill(afterMs);
      if (!existsSync(file)) return;
      await succeed(commandOn("restore-index", restored, [file]));
      await soundState(restored);
    },
  };
}

export function killRestore(places: FaultPlaces): FaultSubject {
  const file = join(places.folder, "whole.verbatim");
  const subject = killOver("restore", places, (directory) => commandOn("restore-index", directory, [file]));
  return {
    ...subject,
    measure: async () => {
      const source = join(places.folder, "restore");
      await succeed(commandOn("index-articles", source, [places.articles]));
      await succeed(commandOn("backup-index", source, [file]));
      return subject.measure();
    },
  };
}
