#!/usr/bin/env node
// Runs a program of the project, compiled: node bin/run.js src/main.ts, or a script with what stands behind it.
import { compiled } from "./compiled.js";

const [program = "src/main.ts"] = process.argv.splice(2, 1);
process.argv[1] = await compiled(program);
await import(process.argv[1]);
