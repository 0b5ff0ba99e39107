import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import wabt from "wabt";
import { dotProduct } from "../../../../src/model/dot-product.ts";
import { VectorCodes } from "../../../../src/store/embedded/chunk-table/vector-codes.ts";
import { encodeVector } from "../../../../src/store/embedded/vector-blob.ts";
import { unitVector } from "../../article-fixture.ts";

const FOLDER = new URL("../../../../src/store/embedded/chunk-table/", import.meta.url);

describe("vectors in 8 bits a number", () => {
  it.each([8, 384])(
    "give the cosines of %i numbers to within two thousandths, however many rows come",
    (dimensions) => {
      const codes = new VectorCodes(dimensions);
      const vectors = Array.from({ length: 3_000 }, (_, i) => unitVector(i, dimensions));
      for (const vector of vectors) codes.add(encodeVector(vector));
      const query = unitVector(77_777, dimensions);
      const cosines = codes.cosines(query);
      expect(cosines).toHaveLength(vectors.length);
      const errors = vectors.map((vector, i) => Math.abs((cosines[i] ?? 9) - dotProduct(query, vector)));
      expect(Math.max(...errors)).toBeLessThan(dimensions === 8 ? 0.02 : 0.002);
    },
  );

  it("give what came meanwhile to whoever asks with the same vector again", () => {
    const codes = new VectorCodes(8);
    const query = unitVector(5, 8);
    const cosinesOf = () => [...codes.cosines(query)].map((cosine) => cosine.toFixed(1));
    codes.add(encodeVector(query));
    expect(cosinesOf()).toEqual(["1.0"]);
    codes.add(encodeVector(query.map((x) => -x)));
    expect(cosinesOf()).toEqual(["1.0", "-1.0"]);
    codes.cosines(unitVector(6, 8));
    expect(cosinesOf()).toEqual(["1.0", "-1.0"]);
  });

  it("take a vector of nothing but zeros, and an empty list", () => {
    const codes = new VectorCodes(8);
    expect(codes.cosines(unitVector(1))).toHaveLength(0);
    codes.add(encodeVector(new Float32Array(8)));
    expect([...codes.cosines(unitVector(1))]).toEqual([0]);
  });

  it("are compared by what the WebAssembly text says", async () => {
    const { parseWat } = await wabt();
    const text = readFileSync(new URL("cosines.wat", FOLDER), "utf8");
    const { buffer } = parseWat("cosines.wat", text, { simd: true }).toBinary({});
    expect(Buffer.from(buffer)).toEqual(readFileSync(new URL("cosines.wasm", FOLDER)));
  });
});
