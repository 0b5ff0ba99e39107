import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { FollowedChunks } from "../../../../src/store/embedded/chunk-table/followed-chunks.ts";
import { Connection } from "../../../../src/store/embedded/connection.ts";
import { openStoreForWriting } from "../../../../src/store/embedded/open-embedded-store.ts";
import { databasePath } from "../../../../src/store/embedded/open-index.ts";
import { articleFrom } from "../../article-fixture.ts";
import { temporaryPlace } from "../temporary-place.ts";

const article = (key: string, passages: number) =>
  articleFrom({ key, passages: Array.from({ length: passages }, (_, i) => ({ words: `Passage ${i} of ${key}.` })) });

/** A writer, and the table of another connection, as another process has it. */
async function followed() {
  const place = temporaryPlace();
  const writer = await openStoreForWriting(place);
  const connection = new Connection(databasePath(place.directory));
  onTestFinished(async () => {
    connection.close();
    await writer.close();
  });
  const chunks = new FollowedChunks(connection, place.directory, place.dimensions);
  const look = () =>
    connection.reading(() => {
      const table = chunks.current();
      return { table, rows: table.rowCount, ids: table.ids.filter((_, row) => table.present.at(row) === 1) };
    });
  return { place, writer, chunks, look };
}

const idsOf = (...articles: readonly ReturnType<typeof article>[]) =>
  articles.flatMap(({ chunks }) => chunks.map(({ chunk }) => chunk.id));

describe("a chunk table of which most rows have been removed", () => {
  it("serves on while it is made anew beside that, and is left for the new one, with all that came meanwhile", async () => {
    const { writer, look } = await followed();
    const [kept, late] = [article("kept", 1_500), article("late", 3)];
    await writer.put(article("gone", 2_000));
    await writer.put(kept);
    const { table: worn } = look();
    await writer.remove([article("gone", 0).article.id]);
    expect(look()).toEqual({ table: worn, rows: 3_500, ids: idsOf(kept) });
    await nextTurn();
    await writer.put(late);
    expect(look()).toEqual({ table: worn, rows: 3_503, ids: idsOf(kept, late) });
    await expect.poll(() => look().table === worn).toBe(false);
    expect(look()).toMatchObject({ rows: 1_503, ids: idsOf(kept, late) });
  });

  it("is empty at once where the index is reset meanwhile", async () => {
    const { writer, look } = await followed();
    await writer.put(article("gone", 2_000));
    await writer.put(article("kept", 1_500));
    look();
    await writer.remove([article("gone", 0).article.id]);
    look();
    await writer.reset();
    expect(look().rows).toBe(0);
    await writer.put(article("new", 2));
    for (let turn = 0; turn < 5; turn++) await nextTurn();
    expect(look()).toMatchObject({ rows: 2, ids: idsOf(article("new", 2)) });
  });

  it("is saved without the removed ones", async () => {
    const { place, writer, chunks, look } = await followed();
    await writer.put(article("gone", 2_000));
    await writer.put(article("kept", 1_500));
    look();
    await writer.remove([article("gone", 0).article.id]);
    await chunks.save();
    const connection = new Connection(databasePath(place.directory));
    onTestFinished(() => connection.close());
    const again = new FollowedChunks(connection, place.directory, place.dimensions);
    await again.load();
    expect(connection.reading(() => again.current().rowCount)).toBe(1_500);
  });
});
