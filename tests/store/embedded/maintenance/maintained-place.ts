import Database from "better-sqlite3";
import { openStoreForWriting } from "../../../../src/store/embedded/open-embedded-store.ts";
import { databasePath, type IndexPlace } from "../../../../src/store/embedded/open-index.ts";
import { type ArticleSketch, articleFrom, unitVector } from "../../article-fixture.ts";
import { correction, personNamed, undoneAt, wordsOf } from "../../correction-fixture.ts";
import { temporaryPlace } from "../temporary-place.ts";

const TOWNS = ["Okelby", "Varnsund", "Meltone", "Grisham Quay", "Tolvik", "Harrow End"];

const SKETCHES = TOWNS.map(
  (town, i): ArticleSketch => ({
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

/** Six articles, each with what Runa Feld said there, and a passage in which nobody speaks. */
export const TOWN_ARTICLES = SKETCHES.map(articleFrom);

const [OKELBY, VARNSUND, MELTONE, GRISHAM] = SKETCHES as [ArticleSketch, ArticleSketch, ArticleSketch, ArticleSketch];
const RUNA = personNamed("Runa Feld");
const OTHER = personNamed("Runa Feld the pilot");

/** One of each kind of correction of these articles, and one that was undone. */
export const TOWN_CORRECTIONS = [
  correction(1, { kind: "SPEAKER", words: wordsOf(OKELBY, 0), speaker: personNamed("Ilse Tarn") }),
  correction(2, { kind: "HIDDEN", words: wordsOf(VARNSUND, 0) }),
  correction(3, { kind: "ASSERTION", words: wordsOf(MELTONE, 0), assertion: "DENIED" }),
  correction(4, {
    kind: "SPLIT",
    from: RUNA,
    into: OTHER,
    named: [{ articleId: articleFrom(GRISHAM).article.id, name: "Runa Feld" }],
  }),
  correction(5, { kind: "MERGED", people: [personNamed("Ilse Tarn")], into: personNamed("Ilse Tarn-Holm") }),
  correction(6, { kind: "RENAMED", person: RUNA, name: "Runa Adele Feld" }),
  { ...correction(7, { kind: "NOBODY", words: wordsOf(GRISHAM, 0) }), undone: undoneAt(8) },
];

/** The same index with all that people put right in it. */
export async function correctedTownPlace(): Promise<IndexPlace> {
  const place = await townPlace();
  const writer = await openStoreForWriting(place);
  for (const made of TOWN_CORRECTIONS) await writer.correct(made);
  await writer.close();
  return place;
}

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
