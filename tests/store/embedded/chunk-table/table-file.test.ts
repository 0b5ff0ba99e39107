import { createHash } from "node:crypto";
import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ChunkRow, RowArticle } from "../../../../src/store/embedded/chunk-table/chunk-row.ts";
import { ChunkTable } from "../../../../src/store/embedded/chunk-table/chunk-table.ts";
import {
  loadTable,
  saveTable,
  TABLE_VERSION,
  tablePath,
} from "../../../../src/store/embedded/chunk-table/table-file.ts";
import { SectionWriter } from "../../../../src/store/embedded/chunk-table/table-sections.ts";
import { encodeVector } from "../../../../src/store/embedded/vector-blob.ts";
import { DIMENSIONS, unitVector } from "../../article-fixture.ts";
import { temporaryPlace } from "../temporary-place.ts";

const POSITION = { generation: "a life", lastLabel: 40, lastRemoval: 2 };
const ORIGIN = { generation: "a life", dimensions: DIMENSIONS };

const WORDS = [
  "Ferry",
  "tunnel",
  "1,500",
  "U.S.",
  "e-mail",
  "O'Dowd's",
  "goats",
  "goat",
  "incomprehensibility",
  "\u00ADsoft",
  "🐐",
];
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(" "));
const keys = fc.array(fc.nat(9), { maxLength: 3 });
const statement = fc.record({
  kind: fc.constantFrom("DIRECT" as const, "TRANSCRIPT" as const),
  speakers: keys,
  onBehalfOf: fc.option(fc.nat(9)),
  assertion: fc.constantFrom(null, "ASSERTED" as const, "DENIED" as const),
  reports: fc.constantFrom(null, "ATTITUDE" as const),
  confidence: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
});
const chunk = fc.record({ statements: fc.array(statement, { maxLength: 3 }), text, mentions: keys, places: keys });
const article = fc.record({
  title: fc.option(text),
  publisher: fc.constantFrom(null, "Ledger", "The\nPost"),
  publishedAt: fc.constantFrom(null, "2024-03-31T23:59:00.000Z"),
  chunks: fc.array(chunk, { minLength: 1, maxLength: 40 }),
});
type ArticleSample = typeof article extends fc.Arbitrary<infer T> ? T : never;

/** A table of some articles, with what should have been removed from it. */
function tableOf(articles: readonly ArticleSample[], removed: readonly number[] = []): ChunkTable {
  const table = new ChunkTable(DIMENSIONS);
  for (const [i, { chunks, ...told }] of articles.entries()) {
    const of: RowArticle = { id: `article ${i}`, publisherFolded: told.publisher?.toLowerCase() ?? null, ...told };
    for (const one of chunks) {
      const label = 2 * table.rowCount + 1;
      const row: ChunkRow = {
        ...one,
        label,
        id: `chunk ${label}`,
        vector: encodeVector(unitVector(label, DIMENSIONS)),
      };
      table.add(row, of);
    }
  }
  for (const label of removed) table.remove(label);
  return table;
}

/** A hash of all that is written of a table. */
const writtenOf = (table: ChunkTable): string => {
  const writer = new SectionWriter();
  table.write(writer);
  return createHash("sha256").update(writer.bytes).digest("hex");
};

const NEWS: ArticleSample = {
  title: "Ferry fares",
  publisher: "Ledger",
  publishedAt: "2024-03-31T23:59:00.000Z",
  chunks: [
    {
      statements: [
        { kind: "DIRECT", speakers: [3, 4], onBehalfOf: 5, assertion: "DENIED", reports: "WORDS", confidence: 0.5 },
      ],
      text: "“We'll pay $5m for O'Dowd's e-mail of 1,500 words on the U.S. ferries, and no more,” they said.",
      mentions: [7],
      places: [8],
    },
    { statements: [], text: "Rain fell.", mentions: [], places: [7] },
  ],
} as unknown as ArticleSample;

describe("a saved table", () => {
  it("is the table that was saved, and goes on as that would", async () => {
    const { directory } = temporaryPlace();
    const many = fc.array(article, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(many, many, fc.array(fc.nat(80), { maxLength: 5 }), async (articles, more, removed) => {
        const table = tableOf(articles, removed);
        await saveTable(directory, table, POSITION, DIMENSIONS);
        const saved = await loadTable(directory, ORIGIN);
        if (saved === null) throw new Error("there is none");
        expect(saved.position).toMatchObject(POSITION);
        expect(saved.table.count).toBe(table.count);
        expect(writtenOf(saved.table)).toEqual(writtenOf(table));
        for (const { chunks, ...told } of more) {
          for (const one of chunks) {
            const label = 2 * table.rowCount + 1;
            const row = { ...one, label, id: `${label}`, vector: encodeVector(unitVector(label, DIMENSIONS)) };
            for (const each of [table, saved.table]) each.add(row, { id: "more", publisherFolded: null, ...told });
          }
        }
        expect(writtenOf(saved.table)).toEqual(writtenOf(table));
        const mentioning = (of: ChunkTable) => {
          const rows: number[] = [];
          for (let key = 0; key < 10; key++) of.forEachMentioning(key, (row) => rows.push(row));
          return rows;
        };
        expect(mentioning(saved.table)).toEqual(mentioning(table));
      }),
      { numRuns: 30 },
    );
  });

  it("is none where the file is missing, cut short, changed by a bit, or of another index", async () => {
    const { directory } = temporaryPlace();
    expect(await loadTable(directory, ORIGIN)).toBeNull();
    const save = () => saveTable(directory, tableOf([NEWS]), POSITION, DIMENSIONS);
    await save();
    expect(await loadTable(directory, ORIGIN)).not.toBeNull();
    expect(await loadTable(directory, { ...ORIGIN, generation: "another life" })).toBeNull();
    expect(await loadTable(directory, { ...ORIGIN, dimensions: 16 })).toBeNull();
    const path = tablePath(directory);
    const bytes = readFileSync(path);
    for (const at of [0, 20, bytes.length >> 1, bytes.length - 9]) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8((changed[at] as number) ^ 16, at);
      writeFileSync(path, changed);
      expect(await loadTable(directory, ORIGIN), `byte ${at}`).toBeNull();
    }
    await save();
    truncateSync(path, bytes.length - 100);
    expect(await loadTable(directory, ORIGIN)).toBeNull();
    await save();
    expect(await loadTable(directory, ORIGIN)).not.toBeNull();
  });

  it("has a version for what it holds: whatever changes these bytes raises TABLE_VERSION", () => {
    expect([TABLE_VERSION, writtenOf(tableOf([NEWS], [3])).slice(0, 16)]).toEqual([1, "e4dded92ca2e28c6"]);
  });
});
