import Database from "better-sqlite3";
import { openStoreForWriting } from "../../../../src/store/embedded/open-embedded-store.ts";
import { databasePath, type IndexPlace } from "../../../../src/store/embedded/open-index.ts";
import { articleFrom, unitVector } from "../../article-fixture.ts";
import { temporaryPlace } from "../temporary-place.ts";

const TOWNS = ["Okelby", "Varnsund", "Meltone", "Grisham Quay", "Tolvik", "Harrow End"];

/** Six articles, each with what Runa Feld said there, and a passage in which nobody speaks. */
export const TOWN_ARTICLES = TOWNS.map((town, i) =>
  articleFrom({
    key: town,
    title: `News from ${town}`,
    url: `https://example.org/${i}`,
    entities: [{ name: "Runa Feld", linkKey: "runa feld" }],
    passages: [
      { words: `The lighthouse of ${town} stays lit.`, by: "Runa Feld", vector: unitVector(2 * i) },
      { words: `Rain fell on ${town} all week.`, vector: unitVector(2 * i + 1) },
    ],
  }),
);

/** An index of these articles with its vector graph saved. */
export async function townPlace(): Promise<IndexPlace> {
  const place = temporaryPlace();
  const writer = await openStoreForWriting(place);
  for (const article of TOWN_ARTICLES) await writer.put(article);
  await writer.save();
  await writer.close();
  return place;
}

/** Changes an index behind its back. */
export function tamper({ directory }: IndexPlace, sql: string): void {
  const database = new Database(databasePath(directory));
  database.pragma("foreign_keys = OFF");
  database.exec(sql);
  database.pragma("wal_checkpoint(TRUNCATE)");
  database.close();
}
