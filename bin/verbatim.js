#!/usr/bin/env node
// Plain JavaScript, so that Node starts it as it is, from any folder, with nothing printed before it speaks.
import { compiled } from "./compiled.js";

const USAGE = `Usage: verbatim mcp

Serves the index to one chat assistant over standard input and output, by the Model Context Protocol.
docs/assistants.md has the line for each assistant; npm start serves all of them over HTTP.
`;
const WRONG_USAGE = 2;

const [command, ...rest] = process.argv.slice(2);
if (command === "mcp" && rest.length === 0) {
  const { serveMcp } = await import(await compiled("scripts/serve-mcp.ts"));
  await serveMcp();
} else if (command === "--help") {
  process.stdout.write(USAGE);
} else {
  process.stderr.write(USAGE);
  process.exitCode = WRONG_USAGE;
}
