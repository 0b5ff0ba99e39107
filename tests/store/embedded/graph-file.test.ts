import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { packGraph, unpackGraph } from "../../../src/store/embedded/graph-file.ts";
import { decodeVector, encodeVector } from "../../../src/store/embedded/vector-blob.ts";
import { VectorIndex } from "../../../src/store/embedded/vector-index.ts";
import { unitVector } from "../article-fixture.ts";

const NOWHERE = { generation: "", lastLabel: 0, lastRemoval: 0 };

/** A graph of so many points in a file as hnswlib writes it, and where a packed and an unpacked one can go. */
function graphOf(points: number, dimensions: number) {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-graph-file-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const index = VectorIndex.empty(dimensions, "");
  for (let i = 0; i < points; i++) index.add(i + 1, decodeVector(encodeVector(wide(i, dimensions))));
  const [whole, packed, unpacked] = ["whole", "packed", "unpacked"].map((name) => join(folder, name));
  if (!whole || !packed || !unpacked) throw new Error("no places");
  index.write(whole);
  return { index, whole, packed, unpacked };
}

/** A unit vector of more numbers than the eight of a unit vector. */
function wide(seed: number, dimensions: number): Float32Array {
  const parts = Array.from({ length: dimensions / 8 }, (_, i) => unitVector(seed * 1_000 + i));
  return Float32Array.from(parts.flatMap((part) => [...part])).map((x) => x / Math.sqrt(parts.length));
}

describe("a packed graph", () => {
  it("finds what it found before, of however many points", async () => {
    for (const points of [0, 1, 2_500]) {
      const { index, whole, packed, unpacked } = graphOf(points, 8);
      await packGraph(whole, packed, "made of boats");
      expect(await unpackGraph(packed, unpacked)).toBe("made of boats");
      const again = await VectorIndex.read(unpacked, 8, NOWHERE, points);
      const [before, now] = [index, again].map((graph) => graph.search(wide(7, 8), 10));
      expect(now?.map(({ label }) => label)).toEqual(before?.map(({ label }) => label));
      now?.forEach(({ score }, i) => {
        expect(score).toBeCloseTo(before?.[i]?.score ?? 0, 5);
      });
    }
  });

  it("takes a third of the room", async () => {
    const { whole, packed } = graphOf(400, 384);
    await packGraph(whole, packed, "made of boats");
    expect(statSync(packed).size).toBeLessThan(0.34 * statSync(whole).size);
  });

  it("is refused when it is cut short, and when it is something else", async () => {
    const { whole, packed, unpacked } = graphOf(50, 8);
    await packGraph(whole, packed, "made of boats");
    const unzipped = gunzipSync(readFileSync(packed));
    truncateSync(packed, statSync(packed).size - 100);
    await expect(unpackGraph(packed, unpacked)).rejects.toThrow();
    writeFileSync(packed, gzipSync(unzipped.subarray(0, 500)));
    await expect(unpackGraph(packed, unpacked)).rejects.toThrow("cut short");
    writeFileSync(packed, gzipSync(Buffer.alloc(5_000, "a letter to my aunt ")));
    await expect(unpackGraph(packed, unpacked)).rejects.toThrow("no vector graph");
    writeFileSync(packed, "no archive");
    await expect(unpackGraph(packed, unpacked)).rejects.toThrow();
  });
});
