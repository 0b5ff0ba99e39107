import { readFileSync, writeFileSync } from "node:fs";
import wabt from "wabt";

const FOLDER = new URL("../src/store/embedded/chunk-table/", import.meta.url);

/** Assembles the one module that is written in WebAssembly's text format. */
const { parseWat } = await wabt();
const text = readFileSync(new URL("dot-products.wat", FOLDER), "utf8");
const { buffer } = parseWat("dot-products.wat", text, { simd: true }).toBinary({});
writeFileSync(new URL("dot-products.wasm", FOLDER), buffer);
