import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { checkIndex } from "../../../src/store/embedded/maintenance/check-index.ts";
import { openStoreForWriting } from "../../../src/store/embedded/open-embedded-store.ts";
import { databasePath, type IndexPlace } from "../../../src/store/embedded/open-index.ts";
import { runSource } from "../../run-command.ts";
import { articleFrom } from "../article-fixture.ts";
import { readEverything } from "../read-everything.ts";
import { PIER } from "./pier-article.ts";
import { temporaryPlace } from "./temporary-place.ts";

const WRITER = "tests/store/embedded/killed-writer.ts";
/** Made by the program of then, see `incompatible-index.test.ts`. */
const SCHEMA_8 = join(import.meta.dirname, "fixtures/schema-8.sqlite.gz");

async function indexedPier(): Promise<IndexPlace> {
  const place = temporaryPlace();
  const writer = await openStoreForWriting(place);
  await writer.put(articleFrom(PIER));
  await writer.close();
  return place;
}

function indexOfSchema8(): IndexPlace {
  const place = temporaryPlace();
  writeFileSync(databasePath(place.directory), gunzipSync(readFileSync(SCHEMA_8)));
  return place;
}

/** Makes the change in a copy of the index, by a process that is killed at a moment, if at all. Gives where, and what it said. */
async function changeIn(original: IndexPlace, change: string, moment: number | "never" | "done") {
  const place = temporaryPlace();
  cpSync(original.directory, place.directory, { recursive: true });
  const { code, stdout, stderr } = await runSource(WRITER, { args: [change, place.directory, String(moment)] });
  expect([stderr, code]).toEqual(["", moment === "never" ? 0 : null]);
  return { place, changes: Number(stdout) };
}

/** All that the index holds, which keeps every promise. */
async function contentOf(place: IndexPlace) {
  const writer = await openStoreForWriting(place);
  const content = await readEverything(writer, ["pier", "boats"]);
  const corrections = (await writer.listCorrections({ first: 9, after: null })).items.map(({ value }) => value);
  await writer.close();
  expect(await checkIndex(place.directory)).toEqual([]);
  return { content, corrections };
}

/** Numbers of changes in the middle of all, and just before the last of them is confirmed. */
const within = (changes: number): readonly number[] => [...new Set([Math.ceil(changes / 2), changes])];

describe("a writer that is killed", () => {
  it.each(["correction", "merge", "replacement"])(
    "within a %s has done nothing, and all of it once it is confirmed",
    async (change) => {
      const original = await indexedPier();
      const whole = await changeIn(original, change, "never");
      const [before, after] = [await contentOf(original), await contentOf(whole.place)];
      expect(after).not.toEqual(before);
      for (const moment of within(whole.changes)) {
        expect(await contentOf((await changeIn(original, change, moment)).place)).toEqual(before);
      }
      expect(await contentOf((await changeIn(original, change, "done")).place)).toEqual(after);
    },
  );

  it("within a migration leaves an index that the next one brings up to date, with all that it holds", async () => {
    const original = indexOfSchema8();
    const whole = await changeIn(original, "migration", "never");
    const after = await contentOf(whole.place);
    expect(after.content.info).toMatchObject({ articles: 2, quotes: 3 });
    for (let moment = 1; moment <= whole.changes; moment++) {
      expect(await contentOf((await changeIn(original, "migration", moment)).place)).toEqual(after);
    }
  });
});
