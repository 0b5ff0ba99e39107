import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dotProduct } from "../../../../src/model/dot-product.ts";
import { ChunkTable, ROW_KINDS } from "../../../../src/store/embedded/chunk-table/chunk-table.ts";
import { matchRows } from "../../../../src/store/embedded/chunk-table/match-rows.ts";
import { weighWords } from "../../../../src/store/embedded/chunk-table/score-words.ts";
import { unitVector } from "../../article-fixture.ts";
import { ASKED } from "../../find-words.ts";

const DIMENSIONS = 8;
const WORDS = ["herring", "quota", "tunnel", "price", "snow"];

interface Passage {
  readonly isTurn: boolean;
  readonly words: readonly string[];
  readonly direction: number;
  /** Whether the query names who says it. */
  readonly isPreferred: boolean;
}

interface Sketch {
  readonly title: string;
  readonly passages: readonly Passage[];
}

const passage: fc.Arbitrary<Passage> = fc.record({
  isTurn: fc.boolean(),
  words: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }),
  direction: fc.nat(5_000),
  isPreferred: fc.boolean(),
});
const articles = fc.array(
  fc.record({
    title: fc.constantFrom("News", ...WORDS),
    passages: fc.array(passage, { minLength: 1, maxLength: 6 }),
  }),
  { minLength: 1, maxLength: 20 },
);

function tableOf(sketches: readonly Sketch[]): ChunkTable {
  const table = new ChunkTable(DIMENSIONS);
  sketches.forEach(({ title, passages }, place) => {
    const article = { id: `${place}`, title, publisher: null, publisherFolded: null, publishedAt: null };
    for (const { isTurn, words, direction } of passages) {
      const label = table.rowCount + 1;
      const kind = isTurn ? ("TRANSCRIPT" as const) : null;
      const chunk = { label, id: `${label}`, kind: "QUOTE" as const, quoteKind: kind, text: words.join(" ") };
      const none = { onBehalfOf: null, assertion: null, reports: null, confidence: null };
      const lists = { speakers: [], mentions: [], places: [] };
      table.add({ ...chunk, ...none, ...lists, vector: unitVector(direction, DIMENSIONS) }, article);
    }
  });
  return table;
}

/** The evidence of every row, by the definition in docs/search.md: nothing is passed over. */
function matchNaively(table: ChunkTable, vector: Float32Array, own: readonly number[], vectors: Float32Array[]) {
  const kinds = [...table.kinds.values].map((kind) => ROW_KINDS[kind]);
  const gather = (values: readonly number[], row: number, listening: number) => {
    const place = table.articleOf.at(row);
    return values.reduce((sum, value, other) => {
      if (table.articleOf.at(other) !== place) return sum;
      if (other === row) return sum + value;
      return sum + listening * value * 0.5 ** (Math.abs(other - row) / (other < row ? 4 : 2));
    }, 0);
  };
  return own.map((_, row) => {
    const isTurn = kinds[row] === "TRANSCRIPT";
    const said = gather(
      own.map((score) => score ** 3),
      row,
      isTurn ? 1 : 0,
    );
    const meant = gather(
      vectors.map((other) => Math.exp(10 * dotProduct(vector, other))),
      row,
      isTurn ? 1 : 0.027,
    );
    return { words: Math.cbrt(said), meaning: Math.log(meant) / 10 };
  });
}

describe("the rows that match", () => {
  it("are those whose evidence is enough, though most articles are passed over", () => {
    fc.assert(
      fc.property(articles, fc.nat(5_000), fc.subarray(WORDS, { maxLength: 3 }), (sketches, direction, words) => {
        const table = tableOf(sketches);
        const passages = sketches.flatMap((sketch) => sketch.passages);
        const vector = unitVector(direction, DIMENSIONS);
        const asked = {
          words: weighWords(table, words, null),
          mask: new Uint8Array(table.rowCount).fill(1),
          preferred: Uint8Array.from(passages, ({ isPreferred }) => Number(isPreferred)),
        };
        const { rows, signals } = matchRows(table, { ...ASKED, vector, words }, asked);
        const everything = matchRows(table, { ...ASKED, vector, words, phrases: [["asks for all"]] }, asked).signals;
        const own = [...(everything.LEXICAL ?? new Float64Array(table.rowCount))];
        const vectors = passages.map((one) => unitVector(one.direction, DIMENSIONS));
        matchNaively(table, vector, own, vectors).forEach((evidence, row) => {
          const around = (passages[row]?.isPreferred && everything.LEXICAL_CONTEXT?.[row]) || 0;
          const said = Math.max(evidence.words, around);
          const found = rows.indexOf(row);
          if (found !== -1) expect(signals.DENSE_CONTEXT?.[found]).toBeCloseTo(evidence.meaning, 1);
          // Codes of 8 bits are off by a little: what is that close to a threshold may fall on either side.
          const isClear = Math.abs(evidence.meaning - 0.35) > 0.03 && Math.abs(said - 0.2) > 1e-6;
          if (isClear) expect(found !== -1).toBe(evidence.meaning > 0.35 || said > 0.2);
        });
      }),
    );
  });
});
