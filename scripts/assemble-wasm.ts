import { readFileSync, writeFileSync } from "node:fs";
import wabt from "wabt";

const FOLDER = new URL("../src/store/embedded/chunk-table/", import.meta.url);

/** Assembles the one module that is written in WebAssembly's text format. */
const { parseWat } = await wabt();
const text = readFileSync(new URL("cosines.wat", FOLDER), "utf8");
const { buffer } = parseWat("cosines.wat", text, { simd: true }).toBinary({});
writeFileSync(new URL("cosines.wasm", FOLDER), buffer);
