import { Connection } from "../../../src/store/embedded/connection.ts";
import { openStoreForWriting } from "../../../src/store/embedded/open-embedded-store.ts";
import type { QuoteStoreWriter } from "../../../src/store/quote-store.ts";
import { articleFrom, DIMENSIONS } from "../article-fixture.ts";
import { correction, personNamed, wordsOf } from "../correction-fixture.ts";
import { PIER } from "./pier-article.ts";

/** What changes an index, and may be killed while it does. */
const CHANGES: Readonly<Record<string, (store: QuoteStoreWriter) => Promise<void>>> = {
  // An index of an older schema is brought up to date when it is opened.
  migration: async () => {},
  correction: (store) =>
    store.correct(correction(1, { kind: "SPEAKER", words: wordsOf(PIER, 0), speaker: personNamed("Ole Brandvold") })),
  merge: (store) =>
    store.correct(
      correction(1, { kind: "MERGED", people: [personNamed("Ada Fenn")], into: personNamed("Ole Brandvold") }),
    ),
  replacement: (store) => store.put(articleFrom({ ...PIER, passages: [{ words: "All was calm at the pier." }] })),
};

const [change = "", directory = "", moment = ""] = process.argv.slice(2);

/** Kills (-9) this process as soon as it has changed the database as often as it is told to. */
function dieAfter(changes: number): () => number {
  let made = 0;
  const { run, script } = Connection.prototype;
  const count = () => {
    made++;
    if (made === changes) process.kill(process.pid, "SIGKILL");
  };
  Connection.prototype.run = function (this: Connection, ...given) {
    const changed = run.apply(this, given);
    count();
    return changed;
  };
  Connection.prototype.script = function (this: Connection, sql) {
    script.call(this, sql);
    count();
  };
  return () => made;
}

const changesMade = dieAfter(moment === "never" || moment === "done" ? Number.POSITIVE_INFINITY : Number(moment));
const store = await openStoreForWriting({ directory, model: "example/model", dimensions: DIMENSIONS });
await CHANGES[change]?.(store);
if (moment === "done") process.kill(process.pid, "SIGKILL");
const changes = changesMade();
await store.close();
process.stdout.write(String(changes));
